import type { NextStep, Passage } from '@facialis/language'
import { Button } from '@mantine/core'
import { ArrowRightIcon } from 'lucide-react'
import { Link } from 'react-router'
import { capital } from '../words/capital.ts'
import { ownerWords, urgencyWords } from '../words/clinical.ts'
import { dueWords } from '../words/due.ts'
import classes from './next-steps.module.css'
import { PassageButton } from './passage-button.tsx'
import { groupedSteps } from './step-groups.ts'
import { words } from './words.ts'

type NextStepsProps = Readonly<{
  steps: readonly NextStep[]
  today: string
  passagesOf: (ids: readonly string[]) => readonly Passage[]
  factLabel: (id: string) => string
  /**
   * Where a step is done, and the words on its button; without it, they are done elsewhere. `isOthers`: whoever looks can only
   * read there, and no button leads them.
   */
  wayTo?: (step: NextStep) => Readonly<{ address: string; label: string; screen: string; isOthers?: boolean }>
}>

/** What comes next, most important first: what, why, who owns it and by when; each leads to where it is done. */
export function NextSteps(props: NextStepsProps) {
  const { steps, today, wayTo } = props
  if (steps.length === 0) return <p className={classes.none}>{words.steps.none}</p>
  return (
    <ol className={classes.steps}>
      {groupedSteps(steps, (step) => wayTo?.(step).address ?? step.owner).map(
        ({ kind, steps: [first, ...rest] }, at) =>
          first === undefined ? null : kind === 'one' ? (
            <Step key={first.id} step={first} leads={at === 0} {...props} />
          ) : (
            <li key={`${kind} ${first.id}`} className={classes.group}>
              <details>
                <summary>
                  {kind === 'later'
                    ? words.steps.later(rest.length + 1)
                    : (wayTo?.(first).screen === 'surgery' ? words.steps.preparations : words.steps.group)(
                        rest.length + 1,
                        dueWords(first, today).text,
                      )}
                </summary>
                <ol className={classes.steps}>
                  {[first, ...rest].map((step) => (
                    <Step key={step.id} step={step} leads={false} {...props} />
                  ))}
                </ol>
              </details>
            </li>
          ),
      )}
    </ol>
  )
}

function Step({
  step,
  leads,
  today,
  passagesOf,
  factLabel,
  wayTo,
}: NextStepsProps & Readonly<{ step: NextStep; leads: boolean }>) {
  const due = dueWords(step, today)
  const way = wayTo?.(step)
  const hasButton = leads && way !== undefined && way.isOthers !== true
  return (
    <li className={classes.step} data-leads={leads}>
      <div className={classes.head}>
        {hasButton || way === undefined ? (
          <strong className={classes.label}>{step.label}</strong>
        ) : (
          <Link to={way.address} className={classes.label}>
            {step.label}
          </Link>
        )}
        <span className={classes.marks}>
          {step.urgency !== 'routine' && (
            <Mark tone={step.urgency === 'emergency' ? 'late' : 'quiet'} text={urgencyWords(step.urgency)} />
          )}
          {step.dueBy !== null && <Mark tone={due.tone} text={capital(due.text)} />}
        </span>
      </div>
      <p className={classes.why}>
        {step.text} <PassageButton passages={passagesOf(step.passages)} today={today} />
      </p>
      <p className={classes.meta}>
        {ownerWords(step.owner)}
        {step.dueBy === null && `. ${words.steps.noAnchor(factLabel(step.anchor.fact))}`}
      </p>
      {hasButton && (
        <Button component={Link} to={way.address} mt="xs" rightSection={<ArrowRightIcon size={16} aria-hidden />}>
          {way.label}
        </Button>
      )}
    </li>
  )
}

const Mark = ({ tone, text }: Readonly<{ tone: string; text: string }>) => (
  <span className={classes.mark} data-tone={tone}>
    {text}
  </span>
)
