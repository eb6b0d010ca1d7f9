import { mayState, type Stated } from '@facialis/wire'
import { Button, Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { awaitsOutcome, findingOutcomeOf, isInSight } from '../../patient/finding-outcome.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { factOfPath } from '../../patient/problem-path.ts'
import { useLive } from '../../patient/use-live.ts'
import { Clips } from './clips.tsx'
import { Conclude } from './conclude.tsx'
import classes from './evaluate.module.css'
import { isThere, unsavedAct } from './evaluation.ts'
import { FlagsPanel } from './flags-panel.tsx'
import { focusQuestion, goOn } from './focus-question.ts'
import { LivePanel } from './live-panel.tsx'
import {
  examinationScreen,
  flagOf,
  flags,
  placeOfStep,
  redFlagScreen,
  type StepId,
  stepIds,
  stepOf,
} from './procedure.ts'
import { isComplete, progressOf, standingOf } from './progress.ts'
import { QuestionRow } from './question-row.tsx'
import { RestoredNotice } from './restored-notice.tsx'
import { ScreenPress } from './screen-press.tsx'
import { soFarWords } from './so-far.ts'
import { StepRail } from './step-rail.tsx'
import { StepSection } from './step-section.tsx'
import { useArrangement } from './use-arrangement.ts'
import { useStepsOpen } from './use-steps-open.ts'
import type { Visit } from './use-visit.ts'
import { words } from './words.ts'

type BedsideProps = Readonly<{
  visit: Visit
  may: Stated
  maySign: boolean
  /** The flags and findings of which this account may say what became. */
  mayAnswerFor: readonly string[]
}>

/** Six steps, one question a line; the advice beside them moves with every answer. */
export function Bedside({ visit, may, maySign, mayAnswerFor }: BedsideProps) {
  const { view, recorded } = useOpenPatient()
  const { patient, today } = view
  const { evaluation, acting, draft } = visit
  const unsaved = useMemo(() => unsavedAct(evaluation, today), [evaluation, today])
  const { live, behind } = useLive(unsaved)
  const { order, sort, show } = useArrangement(live.ok ? live.advice : view.advice)
  const [here, setHere] = useState<StepId | null>(null)
  const [flagsAsked, setFlagsAsked] = useState(false)

  const standing = (id: string) => standingOf(id, evaluation, recorded)
  const progress = (step: StepId) => progressOf(order[step].shown, standing)
  const outcome = (id: string) => findingOutcomeOf(id, { recorded, view })
  const waits = (id: string) => awaitsOutcome(outcome(id))
  const isDone = (step: StepId) => step !== 'conclude' && isComplete(progress(step)) && !order[step].shown.some(waits)
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const steps = useStepsOpen({ oneAtATime: isPhone, isComplete: isDone })

  const answer: Visit['answer'] = (fact, value) => {
    visit.answer(fact, value)
    const step = stepOf(fact)
    if (step === null) return
    setHere(step)
    steps.tidy(isDone, step)
  }
  const goTo = useGoTo((fact) => {
    const step = stepOf(fact)
    show(fact)
    if (step !== null) {
      steps.open(step)
      setHere(step)
    }
    const flag = flagOf(fact)
    if (flag !== null && !isInSight(outcome(flag))) setFlagsAsked(true)
  })
  const goToStep = (step: StepId) => {
    steps.open(step)
    setHere(step)
    const open = order[step].shown.find((id) => standing(id) === 'open') ?? order[step].shown[0]
    requestAnimationFrame(() => {
      document.getElementById(placeOfStep(step))?.scrollIntoView({ block: 'start' })
      if (open !== undefined) focusQuestion(open, 'stay')
    })
  }
  useEffect(() => {
    const fact = factOfPath(acting.problem?.where)
    if (fact !== null) goTo(fact)
  }, [acting.problem, goTo])

  const row = (id: string) => (
    <QuestionRow
      key={id}
      id={id}
      value={evaluation.facts[id]}
      onAnswer={(value) => answer(id, value)}
      standing={standing(id)}
      recorded={recorded.fact(id)}
      problem={acting.problemAtFact(id)}
      today={today}
      side={patient.side}
      mayState={mayState(may.facts, id) || (maySign && id.startsWith('dx.'))}
      outcome={outcome(id)}
      maySayOutcome={mayState(mayAnswerFor, id)}
    />
  )
  const above: Readonly<Partial<Record<StepId, React.ReactNode>>> = {
    watch: <Clips patientId={patient.id} files={view.attachments} />,
    examine: may.screens.includes(examinationScreen) && (
      <ScreenPress
        screen={examinationScreen}
        pressed={evaluation.screens.includes(examinationScreen)}
        today={today}
        onPress={() => visit.press(examinationScreen)}
      />
    ),
  }
  return (
    <>
      {draft.restored !== null && (
        <div className={classes.restored}>
          <RestoredNotice
            evaluation={evaluation}
            from={draft.restored}
            today={today}
            onDiscard={() => void visit.discard()}
          />
        </div>
      )}
      <Page title={words.title}>
        <div className={classes.columns}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on from one answer to the next; every answer is a control of its own */}
          <div className={classes.main} onKeyDown={onEnter}>
            <FlagsPanel
              pressed={evaluation.screens.includes(redFlagScreen)}
              today={today}
              onPress={() => visit.press(redFlagScreen)}
              row={row}
              open={flagsAsked}
              inSight={flags.filter((id) => isInSight(outcome(id)))}
              isThere={(flag) => isThere(flag, evaluation, recorded)}
              waiting={flags.filter(waits).length}
              raised={
                Object.entries(evaluation.facts).filter(([id, value]) => id.startsWith('rf.') && value === 'yes').length
              }
            />
            <StepRail progress={progress} here={here} onGo={goToStep} soFar={soFarWords(live)} />
            <Group justify="space-between" gap="xs" className={classes.hint}>
              <Text size="sm" c="dimmed" visibleFrom="sm">
                {words.keys}
              </Text>
              <Button size="compact-sm" variant="default" onClick={sort}>
                {words.sort}
              </Button>
            </Group>
            {stepIds.map((step) => (
              <StepSection
                key={step}
                step={step}
                progress={progress(step)}
                open={steps.isOpen(step)}
                onToggle={() => steps.toggle(step)}
                shown={order[step].shown.map(row)}
                folded={{ count: order[step].folded.length, rows: () => order[step].folded.map(row) }}
                below={
                  step === 'conclude' ? (
                    <Conclude visit={visit} maySign={maySign} />
                  ) : (
                    isPhone && <NextStep after={step} onGo={goToStep} />
                  )
                }
              >
                {above[step]}
              </StepSection>
            ))}
          </div>
          <LivePanel
            live={live}
            behind={behind}
            unsaved={unsaved === null ? null : evaluation.facts}
            today={today}
            onGo={goTo}
          />
        </div>
      </Page>
    </>
  )
}

/** Enter in an answer is "next"; in the note it is a new line, and on a button its press. */
function onEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  if (goOn(event.target, event.shiftKey ? -1 : 1)) event.preventDefault()
}

/**
 * Brings a question into view, from wherever it is folded away. `?ask=ph.unilateral`, from the patient page's best next
 * question, does so on arrival.
 */
function useGoTo(reveal: (fact: string) => void): (fact: string) => void {
  const [params] = useSearchParams()
  const [wanted, setWanted] = useState<Readonly<{ fact: string }> | null>(() => {
    const fact = params.get('ask')
    return fact === null ? null : { fact }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: revealing is asked for once for each wish
  useEffect(() => {
    if (wanted === null) return
    reveal(wanted.fact)
    const frame = requestAnimationFrame(() => focusQuestion(wanted.fact))
    return () => cancelAnimationFrame(frame)
  }, [wanted])
  return useMemo(() => (fact: string) => setWanted({ fact }), [])
}

/** On a phone one step is open at a time: this leads on from its end. */
function NextStep({ after, onGo }: Readonly<{ after: StepId; onGo: (step: StepId) => void }>) {
  const next = stepIds[stepIds.indexOf(after) + 1]
  return next === undefined ? null : (
    <div className={classes.nextStep}>
      <Button fullWidth onClick={() => onGo(next)}>
        {words.nextStep} {words.steps[next].name}
      </Button>
    </div>
  )
}
