import { numberIn } from '@facialis/language'
import { Chip, Group } from '@mantine/core'
import { useState } from 'react'
import { EmptyState } from '../../frame/empty-state.tsx'
import { factLabel, passagesOf, pathway } from '../../pathway.ts'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import figures from '../../pieces/figures.module.css'
import { Panel } from '../../pieces/panel.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { ScoreChart } from '../../pieces/score-chart.tsx'
import { capital } from '../../words/capital.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './follow-up.module.css'
import { type Instrument, instruments, lastChange, pointsOf, seriesOf } from './scores.ts'
import { words } from './words.ts'

const most = 4

/** Scores over time with the treatments marked, and what became of each. */
export function ScoreHistory() {
  const { view, recorded } = useOpenPatient()
  const scores = recorded.entries('score')
  const present = instruments.filter((one) => pointsOf(one, scores).length > 0)
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const chosen = wanted ?? present.slice(0, most).map((one) => one.field)
  const shown = present.filter((one) => chosen.includes(one.field))
  const isTheirs = useMayRecord('score')
  if (present.length === 0)
    return <EmptyState title={words.chart.empty} text={isTheirs ? words.chart.emptyText : words.chart.emptyForOthers} />

  const events = [
    ...recorded.entries('session').map(({ date }) => ({ date, label: words.chart.session })),
    ...recorded.entries('operation').map(({ date }) => ({ date, label: words.chart.operation })),
  ].flatMap(({ date, label }) => (date === null ? [] : [{ date, label }]))
  const name = (field: string) => capital(factLabel(field))

  return (
    <Panel title={words.chart.title}>
      {present.length > 1 && (
        <Chip.Group multiple value={shown.map((one) => one.field)} onChange={(next) => setWanted(next.slice(-most))}>
          <Group gap="xs" mb="xs" role="group" aria-label={words.chart.shown}>
            {present.map(({ field }) => (
              <Chip key={field} value={field} size="xs">
                {name(field)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      )}
      <ScoreChart series={seriesOf(shown, scores, name)} events={events} />
      <p className={classes.soft}>{words.chart.note}</p>
      {events.length > 0 && (
        <p className={classes.soft}>
          {words.chart.events}: {events.map((event) => `${event.label} ${dateWords(event.date)}`).join(' · ')}
        </p>
      )}
      <table className={figures.table}>
        <caption>{words.chart.table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.chart.table.score}</th>
            <th scope="col">{words.chart.table.last}</th>
            <th scope="col">{words.chart.table.before}</th>
            <th scope="col">{words.chart.table.change}</th>
            <th scope="col">{words.chart.table.rater}</th>
          </tr>
        </thead>
        <tbody>
          {present.map((instrument) => (
            <ScoreRow key={instrument.field} instrument={instrument} name={name(instrument.field)} today={view.today} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

type ScoreRowProps = Readonly<{ instrument: Instrument; name: string; today: string }>

function ScoreRow({ instrument, name, today }: ScoreRowProps) {
  const { view, recorded } = useOpenPatient()
  const points = pointsOf(instrument, recorded.entries('score'))
  const last = points.at(-1)
  const change = lastChange(instrument, points, view.policy)
  const number = pathway.policy.find(({ id }) => id === instrument.matters)
  const { table } = words.chart
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={table.last} className={figures.number}>
        {last === undefined ? words.chart.none : words.chart.on(last.written, dateWords(last.date))}
      </td>
      <td data-label={table.before} className={figures.number}>
        {change === null ? words.chart.none : words.chart.on(change.from.written, dateWords(change.from.date))}
      </td>
      <td data-label={table.change}>
        {change === null ? (
          words.chart.none
        ) : (
          <>
            <span className={classes.verdict} data-verdict={change.verdict}>
              {change.verdict !== 'same' && `${words.chart.by(change.by)} `}
              {words.chart.verdict[change.verdict]}
            </span>
            {number !== undefined && (
              <>
                {' '}
                {words.chart.matters(String(numberIn(view.policy, number)))}{' '}
                <PassageButton
                  passages={passagesOf(number.because.flatMap((cite) => (cite.kind === 'passage' ? [cite.id] : [])))}
                  today={today}
                />
              </>
            )}
            {change.withinRaterNoise && <div className={classes.soft}>{words.chart.noise}</div>}
          </>
        )}
      </td>
      <td data-label={table.rater}>{last?.rater ?? words.chart.none}</td>
    </tr>
  )
}
