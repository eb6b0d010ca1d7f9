import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useGo } from '../../frame/own-page.ts'
import { Page } from '../../frame/page.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import { ForWhoRecords } from '../../patient/for-who-records.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { Notice } from '../../pieces/notice.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { allAnswered, type Treated, treatedSaid, triageFacts } from '../../triage/questions.ts'
import classes from '../../triage/triage.module.css'
import { type Triaging, triageAct } from '../../triage/triage-act.ts'
import { TriageQuestions } from '../../triage/triage-questions.tsx'
import { dateWords } from '../../words/dates.ts'
import { readTyped } from '../follow-up/typed.ts'
import { words } from './words.ts'

/** As typed: what was said on the referral stands until it is touched. */
type Typed = Omit<Triaging, 'treated'> & Readonly<{ treated?: Treated }>
const empty: Typed = { answers: {}, reason: null, note: '' }

/** The coordinator's own step: who cannot wait. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { patient, today } = view
  const go = useGo()
  const draft = useDraft(`patient.${patient.id}.triage`, empty, readTriaging)
  const acting = useAct(patient.id)
  const typed = draft.content
  const known = Object.fromEntries(triageFacts.map((fact) => [fact, recorded.fact(fact)?.value]))
  const answers = { ...known, ...typed.answers }
  const said = view.timeline.filter((one) => !one.withdrawn && (one.kind === 'referral' || one.kind === 'triage'))
  const treated = typed.treated === undefined ? treatedSaid(said.map((one) => one.said.note)) : typed.treated
  const asksReason = recorded.fact('referral.reason') === null
  const triaged = recorded.fact('referral.triaged')?.value
  const ready = allAnswered(answers, treated) && (!asksReason || typed.reason !== null)
  const change = (part: Partial<Typed>) => draft.change((now) => ({ ...now, ...part }))

  const done = async () => {
    if (!(await acting.act(triageAct({ ...typed, answers, treated }, today), words.saved)).ok) return
    await draft.discard()
    await go(`/patients/${encodeURIComponent(patient.id)}`)
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <Stack maw="46rem">
        {typeof triaged === 'string' && (
          <Notice tone="permitted" title={words.triagedOn(dateWords(triaged))}>
            {words.triagedText}
          </Notice>
        )}
        <ForWhoRecords kind="triage" title={words.questions}>
          <TriageQuestions
            staff
            title={words.questions}
            answers={answers}
            treated={treated}
            onAnswer={(fact, value) => draft.change((now) => ({ ...now, answers: { ...now.answers, [fact]: value } }))}
            onTreated={(treated: Treated) => change({ treated })}
          >
            {asksReason && (
              <fieldset className={classes.question}>
                <legend>{words.reason}</legend>
                <SegmentedRadio
                  asks={words.reason}
                  large
                  name="referral.reason"
                  options={Object.entries(words.reasons).map(([value, label]) => ({ value, label }))}
                  value={typed.reason}
                  onChange={(reason) => change({ reason })}
                />
              </fieldset>
            )}
            <Textarea
              label={words.note}
              autosize
              minRows={2}
              value={typed.note}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
          </TriageQuestions>
          {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
          <Group justify="space-between">
            <DraftLine state={draft.state} />
            <Group gap="sm">
              {!ready && (
                <Text size="sm" c="dimmed">
                  {words.notYet}
                </Text>
              )}
              <Button disabled={!ready} loading={acting.saving} onClick={() => void done()}>
                {words.done}
              </Button>
            </Group>
          </Group>
        </ForWhoRecords>
      </Stack>
    </Page>
  )
}

/** A stored draft, or null when it is of another shape. */
function readTriaging(stored: unknown): Typed | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { answers, treated, reason, note } = stored as Readonly<Record<string, unknown>>
  const read = readTyped(answers)
  const textOrNull = (value: unknown) => value === null || typeof value === 'string'
  const said = treated === undefined ? {} : { treated: treated as Treated }
  return read !== null &&
    (treated === undefined || textOrNull(treated)) &&
    textOrNull(reason) &&
    typeof note === 'string'
    ? { answers: read, ...said, reason: reason as string | null, note }
    : null
}
