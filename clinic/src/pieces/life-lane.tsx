import { useMediaQuery } from '@mantine/hooks'
import { capital } from '../words/capital.ts'
import { dateWords } from '../words/dates.ts'
import { type LaneKind, type LaneMark, laneKinds, lanePlan } from './lane-plan.ts'
import classes from './life-lane.module.css'
import { words } from './words.ts'

/** One score over time, each value as a share of its most. */
export type LaneScore = Readonly<{
  label: string
  points: readonly Readonly<{ date: string; share: number; text: string }>[]
}>
type LifeLaneProps = Readonly<{ marks: readonly LaneMark[]; score: LaneScore | null; today: string }>

const wide = { width: 1140, left: 112, ticks: 9 }
// Drawn anew for a phone: shrunk, its words could not be read.
const narrow = { width: 330, left: 88, ticks: 3 }
const rowOf: Readonly<Record<LaneKind, 'visits' | 'treatment' | 'score'>> = {
  referral: 'visits',
  visit: 'visits',
  study: 'visits',
  score: 'visits',
  session: 'treatment',
  operation: 'treatment',
}

/** What happened on an axis of time, to scale: each kind by its own shape, and a score as a curve. */
export function LifeLane({ marks, score, today }: LifeLaneProps) {
  const isPhone = useMediaQuery('(max-width: 56em)', false, { getInitialValueInEffect: false })
  const { width, left, ticks } = isPhone ? narrow : wide
  const plan = lanePlan(marks, today, ticks)
  if (plan === null) return null
  const curve = score !== null && score.points.length > 1 ? score : null
  const top = curve === null ? 0 : 44
  const rows = { score: 22, visits: top + 16, treatment: top + 42 }
  const height = top + 78
  const x = (date: string) => left + plan.at(date) * (width - left - 12)
  const shown = laneKinds.filter((kind) => marks.some((mark) => mark.kind === kind))
  return (
    <figure className={classes.figure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={classes.lane}
        role="img"
        aria-label={described(marks, curve, plan)}
      >
        {plan.ticks.map(({ share, label }) => {
          const at = left + share * (width - left - 12)
          return (
            <g key={label} className={classes.tick}>
              <path d={`M${at} 0V${height - 18}`} />
              <text x={at} y={height - 4} textAnchor={at > width - 40 ? 'end' : at < left + 24 ? 'start' : 'middle'}>
                {label}
              </text>
            </g>
          )
        })}
        {(['visits', 'treatment'] as const).map((row) => (
          <g key={row} className={classes.row}>
            <path d={`M${left} ${rows[row]}H${width - 12}`} />
            <text x={0} y={rows[row] + 4}>
              {words.lane.rows[row]}
            </text>
          </g>
        ))}
        {curve !== null && (
          <g className={classes.curve}>
            <text x={0} y={rows.score + 4}>
              {words.lane.rows.score}
            </text>
            <path
              d={curve.points
                .map(({ date, share }, at) => `${at === 0 ? 'M' : 'L'}${x(date)} ${38 - share * 32}`)
                .join('')}
            />
            {curve.points.map(({ date, share, text }) => (
              <circle key={`${date} ${text}`} cx={x(date)} cy={38 - share * 32} r={3}>
                <title>{`${curve.label} ${text}, ${dateWords(date)}`}</title>
              </circle>
            ))}
          </g>
        )}
        {[...new Map(marks.map((mark) => [`${mark.kind} ${mark.date}`, mark]))].map(([key, mark]) => (
          <g
            key={key}
            className={classes.mark}
            data-kind={mark.kind}
            transform={`translate(${x(mark.date)} ${rows[rowOf[mark.kind]]})`}
          >
            <title>{`${capital(words.lane.kinds[mark.kind][0])}, ${dateWords(mark.date)}`}</title>
            <path d={shapes[mark.kind]} />
          </g>
        ))}
      </svg>
      <figcaption className={classes.legend}>
        {shown.map((kind) => {
          const count = marks.filter((mark) => mark.kind === kind).length
          return (
            <span key={kind} className={classes.key}>
              <svg
                width="16"
                height="16"
                viewBox="-8 -8 16 16"
                aria-hidden="true"
                className={classes.mark}
                data-kind={kind}
              >
                <path d={shapes[kind]} />
              </svg>
              {count} {words.lane.kinds[kind][count === 1 ? 0 : 1]}
            </span>
          )
        })}
      </figcaption>
    </figure>
  )
}

/** Told apart by shape as well as by colour. */
const shapes: Readonly<Record<LaneKind, string>> = {
  referral: 'M-6 -5H6L0 6Z',
  visit: 'M-4.500 0a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0 -9 0',
  study: 'M-4.500 -4.500H4.500V4.500H-4.500Z',
  session: 'M-5.500 0a5.500 5.500 0 1 0 11 0a5.500 5.500 0 1 0 -11 0',
  operation: 'M0 -7L7 0L0 7L-7 0Z',
  score: 'M-4 -4L4 4M4 -4L-4 4',
}

function described(
  marks: readonly LaneMark[],
  curve: LaneScore | null,
  { first, last }: Readonly<{ first: string; last: string }>,
): string {
  const told = laneKinds.flatMap((kind) => {
    const dates = marks.filter((mark) => mark.kind === kind).map((mark) => dateWords(mark.date))
    return dates.length === 0
      ? []
      : [`${capital(words.lane.kinds[kind][dates.length === 1 ? 0 : 1])}: ${dates.join(', ')}.`]
  })
  const scored =
    curve === null
      ? []
      : [`${curve.label}: ${curve.points.map(({ date, text }) => `${dateWords(date)} ${text}`).join(', ')}.`]
  return [words.lane.title(dateWords(first), dateWords(last)), ...told, ...scored].join(' ')
}
