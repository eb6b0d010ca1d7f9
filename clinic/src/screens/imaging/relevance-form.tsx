import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factLabel } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { TextBox } from '../../pieces/text-box.tsx'
import type { RecordedEntry } from '../../recorded.ts'
import { valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './imaging.module.css'
import { emptyRelevance, relevanceAct, type Verdict, verdicts } from './relevance.ts'
import { foundIn } from './study-state.ts'
import { words } from './words.ts'

type RelevanceFormProps = Readonly<{ study: RecordedEntry; onDone: () => void }>

/** Whether a finding has to do with the spasm: said by a named specialist, with a reason and an owner, never by rule. */
export function RelevanceForm({ study, onDone }: RelevanceFormProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [judged, setJudged] = useState(emptyRelevance)
  const act = relevanceAct(study, judged, view.today)
  const save = async () => {
    if (act === null || !(await acting.act(act)).ok) return
    notifications.show({ message: words.relevance.saved, color: 'harbour' })
    onDone()
  }
  const title = words.relevance.title(study.date === null ? words.unknown : dateWords(study.date))
  return (
    <section className={classes.form} aria-label={title}>
      <Stack gap="sm">
        <Text fw={650}>{title}</Text>
        <Text size="sm">{words.relevance.text}</Text>
        {foundIn(study).map((id) => (
          <Radio.Group
            key={id}
            label={factLabel(id)}
            value={judged.of[id] ?? null}
            onChange={(verdict) => setJudged((now) => ({ ...now, of: { ...now.of, [id]: verdict as Verdict } }))}
          >
            <Stack gap={6} mt={4}>
              {verdicts.map((verdict) => (
                <Radio key={verdict} value={verdict} label={valueWords(verdict)} />
              ))}
            </Stack>
          </Radio.Group>
        ))}
        {study.fields['study.readerRole'] !== 'neuroradiologist' && (
          <Checkbox
            label={words.relevance.neuroradiologyRead}
            checked={judged.neuroradiologyRead}
            onChange={(event) => {
              const neuroradiologyRead = event.currentTarget.checked
              setJudged((now) => ({ ...now, neuroradiologyRead }))
            }}
          />
        )}
        <TextBox
          label={words.relevance.why}
          value={judged.why}
          onChange={(why) => setJudged((now) => ({ ...now, why }))}
        />
        <TextInput
          label={words.relevance.followUp}
          value={judged.followUp}
          onChange={(event) => {
            const followUp = event.currentTarget.value
            setJudged((now) => ({ ...now, followUp }))
          }}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.relevance.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.studies.cancel}
          </Button>
          {act === null && (
            <Text size="sm" c="dimmed">
              {words.relevance.needs}
            </Text>
          )}
        </Group>
      </Stack>
    </section>
  )
}
