import { Button, Group, Text } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { Panel } from '../../pieces/panel.tsx'
import type { RecordedEntry } from '../../recorded.ts'
import { dateWords, daysBetween, distanceWords } from '../../words/dates.ts'
import { amended, isStrokeChecked, openComplaints } from './complaints.ts'
import classes from './follow-up.module.css'
import { words } from './words.ts'

/** Complaints that nobody has settled, each with the day it began counted from the last treatment. */
export function OpenComplaints() {
  const { view, recorded } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const maySettle = useMayRecord('symptom')
  const open = openComplaints(recorded.entries('symptom'))
  const record = async (symptom: RecordedEntry, said: RecordedEntry['fields']) => {
    await acting.act(amended(symptom, said, view.today), words.saved)
  }
  const press = (label: string, symptom: RecordedEntry, said: RecordedEntry['fields']) =>
    maySettle && (
      <Button variant="default" size="xs" disabled={acting.saving} onClick={() => void record(symptom, said)}>
        {label}
      </Button>
    )
  const counted = (date: string | null): string => {
    if (date === null) return ''
    const day = (kind: string) => {
      const last = recorded.entries(kind).find((entry) => entry.date !== null && entry.date <= date)
      return last?.date == null ? null : daysBetween(last.date, date)
    }
    const operation = day('operation')
    const session = day('session')
    return [
      distanceWords(date, view.today),
      operation !== null && words.complaints.afterOperation(operation),
      session !== null && words.complaints.afterSession(session),
    ]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(', ')
  }
  return (
    <Panel title={words.complaints.title}>
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
      {open.length === 0 && <p className={classes.soft}>{words.complaints.none}</p>}
      <ul className={classes.list}>
        {open.map((symptom) => {
          const kind = String(symptom.fields['symptom.kind'])
          return (
            <li key={symptom.id} className={classes.complaint}>
              <div>
                <strong>{words.kinds[kind] ?? kind}</strong>
                <Text size="sm" c="dimmed">
                  {symptom.date !== null && words.complaints.since(dateWords(symptom.date), counted(symptom.date))}
                </Text>
              </div>
              <Group gap="xs">
                {kind === 'facial-weakness' &&
                  (isStrokeChecked(symptom) ? (
                    <Text size="sm">✓ {words.complaints.strokeDone}</Text>
                  ) : (
                    press(words.complaints.stroke, symptom, { 'symptom.strokeChecked': true })
                  ))}
                {press(words.complaints.settle, symptom, { 'symptom.settled': true })}
              </Group>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
