import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useMemo } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { readLike } from '../../frame/read-like.ts'
import { entryLimit, factOf } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
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
const unsaid = { day: '', kind: 'mri', report: 'none' }

/** A scan that exists, before anybody has read or entered it: from then on it waits in plain sight. */
export function RegisterForm({ onDone }: Readonly<{ onDone: (study: string | null) => void }>) {
  const { view, born } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft(`patient.${view.patient.id}.study-register`, unsaid, readLike(unsaid))
  const { day, kind } = draft.content
  const report = reports.find((one) => one === draft.content.report) ?? 'none'
  const put = (part: Partial<typeof unsaid>) => draft.change((now) => ({ ...now, ...part }))
  const done = (study: string | null) => {
    void draft.discard()
    onDone(study)
  }
  const limit = useMemo(() => entryLimit('study', { today: view.today, born }), [view.today, born])
  const { value } = readDate(day, { limit })
  const save = async () => {
    if (typeof value !== 'string') return
    const outcome = await acting.act(
      registerAct({ date: value, modality: kind, report }, view.today),
      words.studies.registered,
    )
    if (!outcome.ok) return
    done(newIn(view.chart, outcome.value.chart))
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
            onChange={(typed) => put({ day: typed })}
          />
          <NativeSelect
            label={words.read.kind}
            value={kind}
            data={modalities.map((one) => ({ value: one, label: valueWords(one) }))}
            onChange={(event) => put({ kind: event.currentTarget.value })}
          />
        </Group>
        <fieldset className={classes.plain}>
          <legend>{words.studies.reportState}</legend>
          <SegmentedRadio
            name="register-report"
            clearable={false}
            options={reports.map((one) => ({ value: one, label: words.studies.reports[one] }))}
            value={report}
            onChange={(next) => put({ report: next ?? 'none' })}
          />
        </fieldset>
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={typeof value !== 'string'} loading={acting.saving}>
            {words.studies.save}
          </Button>
          <Button variant="default" onClick={() => done(null)}>
            {words.studies.cancel}
          </Button>
          <DraftLine state={draft.state} />
        </Group>
      </Stack>
    </section>
  )
}
