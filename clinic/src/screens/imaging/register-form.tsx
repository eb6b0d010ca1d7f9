import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { entryLimit, factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { valueWords } from '../../words/clinical.ts'
import classes from './imaging.module.css'
import { newIn, registerAct } from './study-read.ts'
import { words } from './words.ts'

const modality = factOf('study.modality')
export const modalities: readonly string[] = modality?.type === 'choice' ? modality.values : []
const reports = ['none', 'not-structured'] as const

/** A scan that exists, before anybody has read or entered it: from then on it waits in plain sight. */
export function RegisterForm({ onDone }: Readonly<{ onDone: (study: string | null) => void }>) {
  const { view, born } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [day, setDay] = useState('')
  const [kind, setKind] = useState('mri')
  const [report, setReport] = useState<(typeof reports)[number]>('none')
  const limit = useMemo(() => entryLimit('study', { today: view.today, born }), [view.today, born])
  const { value } = readDate(day, { limit })
  const save = async () => {
    if (typeof value !== 'string') return
    const outcome = await acting.act(registerAct({ date: value, modality: kind, report }, view.today))
    if (!outcome.ok) return
    notifications.show({ message: words.studies.registered, color: 'harbour' })
    onDone(newIn(view.chart, outcome.value.chart))
  }
  return (
    <section className={classes.form} aria-label={words.studies.register}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <DateField
            label={words.studies.scanDate}
            text={day}
            limit={limit}
            problem={acting.problemAt('entries[0].date')}
            onChange={setDay}
          />
          <NativeSelect
            label={words.read.kind}
            value={kind}
            data={modalities.map((one) => ({ value: one, label: valueWords(one) }))}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
        </Group>
        <fieldset className={classes.plain}>
          <legend>{words.studies.reportState}</legend>
          <SegmentedRadio
            name="register-report"
            options={reports.map((one) => ({ value: one, label: words.studies.reports[one] }))}
            value={report}
            onChange={(next) => setReport(next === 'not-structured' ? next : 'none')}
          />
        </fieldset>
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={typeof value !== 'string'} loading={acting.saving}>
            {words.studies.save}
          </Button>
          <Button variant="default" onClick={() => onDone(null)}>
            {words.studies.cancel}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}
