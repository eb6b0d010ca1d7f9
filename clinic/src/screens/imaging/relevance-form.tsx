import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { readLike } from '../../frame/read-like.ts'
import { factLabel } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
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
  const draft = useDraft(`patient.${view.patient.id}.relevance.${study.id}`, emptyRelevance, readLike(emptyRelevance))
  const judged = draft.content
  const act = relevanceAct(study, judged, view.today)
  const done = () => {
    void draft.discard()
    onDone()
  }
  const save = async () => {
    if (act === null || !(await acting.act(act, words.relevance.saved)).ok) return
    done()
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
            onChange={(verdict) => draft.change((now) => ({ ...now, of: { ...now.of, [id]: verdict as Verdict } }))}
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
              draft.change((now) => ({ ...now, neuroradiologyRead }))
            }}
          />
        )}
        <TextBox
          label={words.relevance.why}
          value={judged.why}
          onChange={(why) => draft.change((now) => ({ ...now, why }))}
        />
        <TextInput
          label={words.relevance.followUp}
          value={judged.followUp}
          onChange={(event) => {
            const followUp = event.currentTarget.value
            draft.change((now) => ({ ...now, followUp }))
          }}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.relevance.save}
          </Button>
          <Button variant="default" onClick={done}>
            {words.studies.cancel}
          </Button>
          {act === null && (
            <Text size="sm" c="dimmed">
              {words.relevance.needs}
            </Text>
          )}
        </Group>
        <DraftLine state={draft.state} />
      </Stack>
    </section>
  )
}
