import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { readDate } from '../../pieces/fact-value.ts'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { valueWords } from '../../words/clinical.ts'
import classes from './imaging.module.css'
import { registerAct } from './study-read.ts'
import { words } from './words.ts'

const modality = factOf('study.modality')
export const modalities: readonly string[] = modality?.type === 'choice' ? modality.values : []
const reports = ['none', 'not-structured'] as const

/** A scan that exists, before anybody has read or entered it: from then on it waits in plain sight. */
export function RegisterForm({ onDone }: Readonly<{ onDone: () => void }>) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [day, setDay] = useState('')
  const [kind, setKind] = useState('mri')
  const [report, setReport] = useState<(typeof reports)[number]>('none')
  const { value, problem } = readDate(day)
  const save = async () => {
    if (typeof value !== 'string') return
    if (!(await acting.act(registerAct({ date: value, modality: kind, report }, view.today))).ok) return
    notifications.show({ message: words.studies.registered, color: 'harbour' })
    onDone()
  }
  return (
    <section className={classes.form} aria-label={words.studies.register}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={words.studies.scanDate}
            placeholder="2026-03-14"
            value={day}
            error={problem}
            onChange={(event) => setDay(event.currentTarget.value)}
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
          <Button variant="default" onClick={onDone}>
            {words.studies.cancel}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}
