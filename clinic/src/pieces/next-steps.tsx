import type { NextStep, Passage } from '@facialis/language'
import type { ReactNode } from 'react'
import { ownerWords, stateWords, urgencyWords } from '../words/clinical.ts'
import { dateWords, distanceWords } from '../words/dates.ts'
import { few } from './few.ts'
import classes from './next-steps.module.css'
import { PassageButton } from './passage-button.tsx'
import { words } from './words.ts'

type NextStepsProps = Readonly<{
  steps: readonly NextStep[]
  today: string
  passagesOf: (ids: readonly string[]) => readonly Passage[]
  factLabel: (id: string) => string
  /** What can be pressed to do the step, e.g. a link to its screen. */
  action?: (step: NextStep) => ReactNode
}>

/** What comes next: what, why, who owns it, by when, and how it stands against its date. */
export function NextSteps({ steps, today, passagesOf, factLabel, action }: NextStepsProps) {
  if (steps.length === 0) return <p className={classes.none}>{words.steps.none}</p>
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li key={step.id} className={classes.step} data-state={step.state} data-urgency={step.urgency}>
          <div className={classes.head}>
            <strong>{step.label}</strong>
            <span className={classes.marks}>
              {step.urgency !== 'routine' && <Mark tone="urgent" text={urgencyWords(step.urgency)} />}
              <Mark tone={step.state} text={stateWords(step.state)} />
            </span>
          </div>
          <p className={classes.why}>
            {step.text} <PassageButton passages={passagesOf(step.passages)} today={today} />
          </p>
          <p className={classes.meta}>
            <span>
              {words.steps.owner}: <b>{ownerWords(step.owner)}</b>
            </span>
            <span>
              {step.dueBy === null
                ? words.steps.noAnchor(factLabel(step.anchor.fact))
                : `${words.steps.due} ${words.steps.dueBy(dateWords(step.dueBy), distanceWords(step.dueBy, today))}`}
            </span>
            {step.missing.length > 0 && <span>{words.steps.settles(few(step.missing.map(factLabel)))}</span>}
          </p>
          {action?.(step)}
        </li>
      ))}
    </ol>
  )
}

const Mark = ({ tone, text }: Readonly<{ tone: string; text: string }>) => (
  <span className={classes.mark} data-tone={tone}>
    {text}
  </span>
)
