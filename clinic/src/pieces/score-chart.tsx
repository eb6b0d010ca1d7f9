import { useElementSize } from '@mantine/hooks'
import { dateWords } from '../words/dates.ts'
import classes from './score-chart.module.css'
import { planOf, type ScoreEvent, type ScoreSeries } from './score-plan.ts'
import { words } from './words.ts'

type ScoreChartProps = Readonly<{ series: readonly ScoreSeries[]; events?: readonly ScoreEvent[] }>

const frame = { height: 240, left: 44, right: 16, top: 16, bottom: 44 }
const usual = 680
const narrowest = 240
const dashes = ['', '7 4', '2 4', '10 3 2 3']
const shapes = ['circle', 'square', 'triangle', 'diamond'] as const

/**
 * Scores over time, each as a share of its own maximum; told apart by shape and dash as well as by colour. As wide as there is
 * room: shrunk, its words could not be read.
 */
export function ScoreChart({ series, events = [] }: ScoreChartProps) {
  const room = useElementSize()
  const size = { ...frame, width: Math.max(narrowest, room.width || usual) }
  const plan = planOf([
    ...series.flatMap((one) => one.points.map((point) => point.date)),
    ...events.map((one) => one.date),
  ])
  if (plan === null || series.every((one) => one.points.length === 0))
    return <p className={classes.none}>{words.scores.none}</p>
  const x = (date: string) => size.left + (plan.at(date) ?? 0) * (size.width - size.left - size.right)
  const y = (share: number) => size.height - size.bottom - share * (size.height - size.top - size.bottom)
  return (
    <figure className={classes.figure} ref={room.ref}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className={classes.chart}
        role="img"
        aria-label={described(series)}
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share} className={classes.grid}>
            <path d={`M${size.left} ${y(share)}H${size.width - size.right}`} />
            <text x={size.left - 8} y={y(share) + 4} textAnchor="end">
              {share * 100}%
            </text>
          </g>
        ))}
        {events.map((event) => (
          <g key={`${event.date} ${event.label}`} className={classes.event}>
            <path d={`M${x(event.date)} ${size.top}V${size.height - size.bottom}`} />
            <title>{`${event.label}, ${dateWords(event.date)}`}</title>
          </g>
        ))}
        {endsOf(series, events).map((date, at) => (
          <text
            key={date}
            className={classes.date}
            x={x(date)}
            y={size.height - size.bottom + 20}
            textAnchor={at === 0 ? 'start' : 'end'}
          >
            {dateWords(date)}
          </text>
        ))}
        {series.map((one, index) => (
          <g key={one.label} className={classes.series} data-index={index % shapes.length}>
            <path
              className={classes.path}
              strokeDasharray={dashes[index % dashes.length]}
              d={one.points
                .map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.date)} ${y(point.value / one.max)}`)
                .join('')}
            />
            {one.points.map((point) => (
              <Shape
                key={`${point.date} ${point.value}`}
                kind={shapes[index % shapes.length] ?? 'circle'}
                at={[x(point.date), y(point.value / one.max)]}
                title={`${one.label} ${words.scores.of(String(point.value), String(one.max))}, ${dateWords(point.date)}`}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className={classes.legend}>
        {series.map((one, index) => (
          <span key={one.label} className={classes.series} data-index={index % shapes.length}>
            <svg width="22" height="14" aria-hidden="true">
              <path d="M0 7H22" className={classes.path} strokeDasharray={dashes[index % dashes.length]} />
              <Shape kind={shapes[index % shapes.length] ?? 'circle'} at={[11, 7]} />
            </svg>
            {one.label} ({words.scores.of('0', String(one.max)).replace(' of ', '–')})
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

const described = (series: readonly ScoreSeries[]): string =>
  series
    .map(({ label, max, points }) =>
      words.scores.describe(
        label,
        points
          .map((point) => `${dateWords(point.date)} ${words.scores.of(String(point.value), String(max))}`)
          .join('; '),
      ),
    )
    .join('. ')

/** The first and the last date drawn. */
function endsOf(series: readonly ScoreSeries[], events: readonly ScoreEvent[]): readonly string[] {
  const dates = [
    ...series.flatMap((one) => one.points.map((point) => point.date)),
    ...events.map((one) => one.date),
  ].sort()
  const [first] = dates
  const last = dates.at(-1)
  return first === undefined || last === undefined ? [] : first === last ? [first] : [first, last]
}

type ShapeProps = Readonly<{ kind: (typeof shapes)[number]; at: readonly [number, number]; title?: string }>

const outlines = { square: 'M-4-4h8v8h-8z', triangle: 'M0-5.500l5 9h-10z', diamond: 'M0-6l5 6-5 6-5-6z' } as const

const Shape = ({ kind, at: [x, y], title }: ShapeProps) => (
  <g transform={`translate(${x} ${y})`} className={classes.mark}>
    {title !== undefined && <title>{title}</title>}
    {kind === 'circle' ? <circle r="4.500" /> : <path d={outlines[kind]} />}
  </g>
)
