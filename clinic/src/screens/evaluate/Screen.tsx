import type { PlainValue } from '@facialis/wire'
import { Button, Group, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Page } from '../../frame/page.tsx'
import { factOf } from '../../pathway.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { useDraft } from '../../patient/use-draft.ts'
import { useLive } from '../../patient/use-live.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { SegmentedRadio } from '../../pieces/segmented-radio.tsx'
import { valueWords } from '../../words/clinical.ts'
import { Conclude } from './conclude.tsx'
import classes from './evaluate.module.css'
import {
  answered,
  concludedElsewhere,
  emptyEvaluation,
  readEvaluation,
  signingAct,
  toggled,
  unsavedAct,
  visitAct,
  withElsewhere,
  withoutFindings,
} from './evaluation.ts'
import { FlagsPanel } from './flags-panel.tsx'
import { focusQuestion, placeOf } from './focus-question.ts'
import { LivePanel } from './live-panel.tsx'
import { examinationScreen, ordered, redFlagScreen, type StepId } from './procedure.ts'
import { recordNote } from './record-note.ts'
import { SaveButtons } from './save-buttons.tsx'
import { ScreenPress } from './screen-press.tsx'
import { words } from './words.ts'

const steps: readonly StepId[] = ['watch', 'provoke', 'look', 'examine', 'ask']

/** The bedside procedure: questions by step, advice moving beside them, the visit saved, the conclusion signed. */
export function Screen() {
  const { view, recorded } = useOpenPatient()
  const { patient, today } = view
  const firstKind = recorded.entries('visit').length === 0 ? 'first' : 'follow-up'
  const draft = useDraft(`patient.${patient.id}.evaluate`, emptyEvaluation(firstKind), readEvaluation, 'visit')
  const acting = useAct(patient.id)
  const evaluation = draft.content
  const { live, behind } = useLive(useMemo(() => unsavedAct(evaluation, today), [evaluation, today]))
  // Ordered by the saved advice: questions must not move under the hand that answers them.
  const missing = useMemo(() => view.advice.missing.map((one) => one.fact), [view.advice])
  useAskedQuestion()

  const answer = (fact: string, value: PlainValue | undefined) => draft.change((now) => answered(now, fact, value))
  const press = (screen: string) => draft.change((now) => toggled(now, screen))

  const saveVisit = async () => {
    const act = visitAct(evaluation, today)
    if (act === null || !(await acting.act(act)).ok) return
    notifications.show({ message: words.saved, color: 'harbour' })
    const rest = withoutFindings(evaluation)
    if (Object.keys(rest.facts).length === 0) await draft.discard()
    else draft.change(rest)
  }
  const sign = async () => {
    const act = signingAct(evaluation, today)
    if (act === null) return
    const outcome = await acting.act(act)
    if (!outcome.ok) return
    notifications.show({ message: words.signed, color: 'harbour' })
    await draft.discard()
  }

  const field = (id: string) => {
    const fact = factOf(id)
    return fact === null ? null : (
      <div key={id} id={placeOf(id)} className={classes.field}>
        <FactField
          fact={fact}
          value={evaluation.facts[id]}
          onChange={(value) => answer(id, value)}
          problem={acting.problemAtFact(id)}
          note={recordNote(recorded.fact(id), fact)}
          today={today}
          canBeUnknown={!id.startsWith('dx.')}
        />
      </div>
    )
  }

  return (
    <Page title={words.title} lead={words.lead}>
      <div className={classes.columns}>
        <Stack gap="md" className={classes.main}>
          <FlagsPanel
            pressed={evaluation.screens.includes(redFlagScreen)}
            today={today}
            onPress={() => press(redFlagScreen)}
            field={field}
            raised={
              Object.entries(evaluation.facts).filter(([id, value]) => id.startsWith('rf.') && value === 'yes').length
            }
          />
          {steps.map((step) => (
            <Panel key={step} title={words.steps[step].title}>
              <p className={classes.text}>{words.steps[step].text}</p>
              {step === 'examine' && (
                <ScreenPress
                  screen={examinationScreen}
                  pressed={evaluation.screens.includes(examinationScreen)}
                  label={words.looked.press}
                  pressedLabel={words.looked.pressed}
                  today={today}
                  onPress={() => press(examinationScreen)}
                />
              )}
              <div className={classes.fields}>{ordered(step, missing).map(field)}</div>
            </Panel>
          ))}
          <Panel title={words.steps.conclude.title}>
            <p className={classes.text}>{words.steps.conclude.text}</p>
            <Conclude
              live={live}
              field={field}
              elsewhere={concludedElsewhere(evaluation)}
              onElsewhere={(agreed) => draft.change((now) => withElsewhere(now, agreed))}
            />
          </Panel>
          <Panel title={words.note}>
            <Stack gap="sm">
              <SegmentedRadio
                name="visit-kind"
                clearable={false}
                options={['first', 'follow-up', 'phone'].map((value) => ({ value, label: valueWords(value) }))}
                value={evaluation.visitKind}
                onChange={(kind) => draft.change((now) => ({ ...now, visitKind: kind ?? now.visitKind }))}
              />
              <Textarea
                aria-label={words.note}
                autosize
                minRows={2}
                value={evaluation.note}
                onChange={(event) => {
                  const note = event.currentTarget.value
                  draft.change((now) => ({ ...now, note }))
                }}
              />
              {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
              <Group justify="space-between">
                <DraftLine state={draft.state} />
                {draft.state !== 'empty' && draft.state !== 'opening' && (
                  <Button variant="subtle" size="xs" onClick={() => void draft.discard()}>
                    {words.discard}
                  </Button>
                )}
              </Group>
              <SaveButtons
                canSave={visitAct(evaluation, today) !== null}
                canSign={signingAct(evaluation, today) !== null}
                saving={acting.saving}
                onSave={() => void saveVisit()}
                onSign={() => void sign()}
              />
            </Stack>
          </Panel>
        </Stack>
        <LivePanel live={live} behind={behind} unsaved={evaluation.facts} today={today} onGo={focusQuestion} />
      </div>
    </Page>
  )
}

/** `?ask=ph.unilateral`, from the patient page's best next question, opens with that question in focus. */
function useAskedQuestion(): void {
  const [params] = useSearchParams()
  const asked = params.get('ask')
  useEffect(() => {
    if (asked !== null) focusQuestion(asked)
  }, [asked])
}
