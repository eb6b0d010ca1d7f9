import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import type { RecordedEntry } from '../../recorded.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './follow-up.module.css'
import { completed, lastAnswered, withoutAnswer } from './spasm-reports.ts'
import { words } from './words.ts'

export const statusOptions = Object.entries(words.spasm.statuses).map(([value, label]) => ({ value, label }))

/** How the spasm is today, in one press and a save. */
export function SpasmReport() {
  const { view, recorded } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [status, setStatus] = useState<string | null>(null)
  const reports = recorded.entries('spasm-report')
  const last = lastAnswered(reports)
  const lacking = withoutAnswer(reports)
  const save = async () => {
    if (status === null) return
    const outcome = await acting.act(
      {
        kind: 'spasm-report',
        date: view.today,
        entries: [{ kind: 'spasm-report', date: view.today, fields: { 'spasm.status': status } }],
      },
      words.saved,
    )
    if (!outcome.ok) return
    setStatus(null)
  }
  return (
    <Panel title={words.spasm.title}>
      <p className={classes.soft}>
        {words.spasm.text}{' '}
        {last === undefined
          ? words.spasm.none
          : words.spasm.last(
              (words.spasm.statuses[String(last.fields['spasm.status'])] ?? '').toLowerCase(),
              last.date === null ? '' : dateWords(last.date),
            )}
      </p>
      <fieldset className={classes.plain} aria-label={words.spasm.title}>
        <SegmentedRadio
          asks={words.spasm.title}
          name="spasm-status"
          options={statusOptions}
          value={status}
          onChange={setStatus}
        />
      </fieldset>
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
      <Group justify="flex-end" mt="xs">
        <Button onClick={() => void save()} disabled={status === null} loading={acting.saving}>
          {words.spasm.save}
        </Button>
      </Group>
      {lacking.length > 0 && <Lacking reports={lacking} acting={acting} today={view.today} />}
    </Panel>
  )
}

type LackingProps = Readonly<{ reports: readonly RecordedEntry[]; acting: ReturnType<typeof useAct>; today: string }>

/** Reports that do not say how the spasm was, each to be completed in one press. */
function Lacking({ reports, acting, today }: LackingProps) {
  return (
    <ul className={classes.list}>
      {reports.map((report) => {
        const asks = words.spasm.lacks(report.date === null ? null : dateWords(report.date))
        return (
          <li key={report.id} className={classes.complaint}>
            <Text size="sm">{asks}</Text>
            <Group gap="xs" role="group" aria-label={asks}>
              {statusOptions.map(({ value, label }) => (
                <Button
                  key={value}
                  variant="default"
                  size="xs"
                  disabled={acting.saving}
                  onClick={() => void acting.act(completed(report, value, today), words.saved)}
                >
                  {label}
                </Button>
              ))}
            </Group>
          </li>
        )
      })}
    </ul>
  )
}
