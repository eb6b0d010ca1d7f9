import type { Decided } from '@facialis/language'
import { Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { paceOfRelief, passagesIn, passagesOf, shareBy, shareOn, silentPeriod } from '../../pathway.ts'
import { Panel } from '../../pieces/panel.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import type { Recording } from '../../recorded.ts'
import { answerWords } from '../../words/clinical.ts'
import { dateWords, daysBetween, laterBy } from '../../words/dates.ts'
import { perCent } from '../../words/per-cent.ts'
import { words as followUp } from '../follow-up/words.ts'
import { lastDay, placeOfDay, type Report, reportsSince, statuses } from './relief.ts'
import classes from './surgery.module.css'
import { words } from './words.ts'

type ReliefProps = Readonly<{ operation: string; response: Decided | null; recorded: Recording; today: string }>

/** What became of the spasm, drawn against the pace at which relief comes. */
export function ReliefTimeline({ operation, response, recorded, today }: ReliefProps) {
  const day = daysBetween(operation, today)
  const reports = reportsSince(operation, recorded.entries('spasm-report'))
  const share = day === null ? null : shareBy(day)
  const yearOn = laterBy(operation, 365)
  const chart = useElementSize()
  return (
    <Panel title={words.relief.title}>
      {day !== null && (
        <p className={classes.big}>
          {words.relief.day(day)} <Text span>{words.relief.since(dateWords(operation))}</Text>
        </p>
      )}
      {response !== null && (
        <p>
          <strong>{answerWords(response.answer)}.</strong> {response.because.map(({ text }) => text).join(' ')}{' '}
          <PassageButton passages={passagesOf(response.because.flatMap((because) => because.passages))} today={today} />
        </p>
      )}
      {day !== null && (
        <div ref={chart.ref}>
          <ReliefChart day={day} reports={reports} width={Math.max(narrowest, chart.width || usual)} />
        </div>
      )}
      {day !== null && (
        <p>
          {share === null
            ? words.relief.late(`${shareOn(365)}`)
            : words.relief.share(day, `${share.from}`, `${share.to}`)}{' '}
          <strong>{words.relief.six(`${Math.round(shareOn(180))}`)}</strong>{' '}
          <PassageButton passages={passagesIn([...paceOfRelief.because, ...paceOfRelief.beside])} today={today} />
        </p>
      )}
      <p className={classes.soft}>
        {words.relief.caution} {words.relief.silent(silentPeriod.from, silentPeriod.to)}{' '}
        <PassageButton passages={passagesIn(silentPeriod.because)} today={today} />{' '}
        {day !== null && day < 365 && yearOn !== null && words.relief.notBefore(dateWords(yearOn))}
      </p>
      {reports.length === 0 ? (
        <p className={classes.soft}>{words.relief.noReports}</p>
      ) : (
        <dl className={classes.facts}>
          {reports.map((report) => (
            <div key={report.id} style={{ display: 'contents' }}>
              <dt>
                {words.relief.day(report.day)}, {dateWords(report.date)}
              </dt>
              <dd>
                {followUp.spasm.statuses[report.status]}
                {report.by !== null && `, ${report.by}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}

const size = { left: 88, right: 12, curveTop: 30, curveBottom: 150, laneTop: 186, lane: 22, bottom: 320 }
/** Widths in pixels: below the first the words of the chart would meet; the second until the place is measured. */
const narrowest = 300
const usual = 560
const roomForToday = 110

type ReliefChartProps = Readonly<{ day: number; reports: readonly Report[]; width: number }>

/**
 * Above, the share of eventual cures by day; below, this person's reports in lanes. One axis of days for both. Drawn as
 * wide as there is room, so that its words are as large on a telephone as on a desk.
 */
function ReliefChart({ day, reports, width }: ReliefChartProps) {
  const last = lastDay(day)
  const x = (at: number) => size.left + placeOfDay(Math.min(at, last), last) * (width - size.left - size.right)
  const y = (share: number) => size.curveBottom - (share / 100) * (size.curveBottom - size.curveTop)
  const lane = (status: Report['status']) => size.laneTop + statuses.indexOf(status) * size.lane
  const ticks = Object.entries(words.relief.ticks).filter(([at]) => Number(at) <= last)
  const curve = paceOfRelief.rows.map((row) => `L${x(row.day)} ${y(row.share)}`).join('')
  const end = x(Math.min(last, 400))
  return (
    <svg className={classes.relief} viewBox={`0 0 ${width} ${size.bottom}`} role="img" aria-label={words.relief.chart}>
      {ticks.map(([at, label]) => (
        <g key={at}>
          <path className={classes.grid} d={`M${x(Number(at))} ${size.curveTop}V${size.bottom - 26}`} />
          <text x={x(Number(at))} y={size.bottom - 8} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <text x={0} y={14}>
        {words.relief.curve}
      </text>
      <path className={classes.step} d={`M${x(0)} ${y(0)}${curve}L${end} ${y(shareOn(365))}V${y(0)}Z`} />
      <text x={size.left - 10} y={size.laneTop - 16} textAnchor="end" className={classes.shareLabel}>
        {words.relief.lane}
      </text>
      {statuses.map((status) => (
        <g key={status}>
          <path className={classes.lane} d={`M${size.left} ${lane(status)}H${width - size.right}`} />
          <text x={size.left - 10} y={lane(status) + 4} textAnchor="end">
            {followUp.spasm.statuses[status]}
          </text>
        </g>
      ))}
      <path
        className={classes.mine}
        d={reports.map((report, at) => `${at === 0 ? 'M' : 'L'}${x(report.day)} ${lane(report.status)}`).join('')}
      />
      {reports.map((report) => (
        <circle
          key={report.id}
          className={classes.report}
          data-free={report.status === 'none'}
          cx={x(report.day)}
          cy={lane(report.status)}
          r="6"
        >
          <title>{`${words.relief.day(report.day)}: ${followUp.spasm.statuses[report.status]}`}</title>
        </circle>
      ))}
      <path className={classes.now} d={`M${x(day)} ${size.curveTop - 6}V${size.bottom - 26}`} />
      <text
        className={classes.nowLabel}
        x={x(day) + (x(day) > width - roomForToday ? -6 : 6)}
        y={size.curveBottom + 16}
        textAnchor={x(day) > width - roomForToday ? 'end' : 'start'}
      >
        {words.relief.day(day)}, {words.relief.today}
      </text>
      {/* Over the line of today, and the last above the curve: on a telephone they lie close together. */}
      {paceOfRelief.rows.slice(1).map((row) => (
        <text
          key={row.day}
          className={classes.shareLabel}
          x={x(row.day) + (row.day === 365 ? -5 : 4)}
          y={y(row.share) + (row.day === 365 ? -6 : 14)}
          textAnchor={row.day === 365 ? 'end' : 'start'}
        >
          {perCent(Math.round(row.share))}
        </text>
      ))}
    </svg>
  )
}
