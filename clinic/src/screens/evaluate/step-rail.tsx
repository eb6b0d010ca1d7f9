import { CheckIcon } from 'lucide-react'
import type { StepId } from './procedure.ts'
import { stepIds } from './procedure.ts'
import { isComplete, type Progress } from './progress.ts'
import classes from './step-rail.module.css'
import { words } from './words.ts'

type StepRailProps = Readonly<{
  progress: (step: StepId) => Progress
  here: StepId | null
  onGo: (step: StepId) => void
  /** Where the panel beside the questions has no room: what it may be so far. */
  soFar: string
}>

/** The six steps with what is done of each; it stays in sight. */
export const StepRail = ({ progress, here, onGo, soFar }: StepRailProps) => (
  <nav className={classes.rail} aria-label={words.rail.title}>
    <ol className={classes.steps}>
      {stepIds.map((step) => {
        const of = progress(step)
        const complete = isComplete(of)
        return (
          <li key={step}>
            <button
              type="button"
              className={classes.step}
              data-complete={complete}
              aria-current={here === step ? 'step' : undefined}
              onClick={() => onGo(step)}
            >
              <span className={classes.name}>
                {complete && <CheckIcon size={14} strokeWidth={3} aria-hidden />}
                {words.steps[step].name}
              </span>
              <span className={classes.count}>{complete ? words.rail.complete : words.rail.of(of.done, of.all)}</span>
            </button>
          </li>
        )
      })}
    </ol>
    <p className={classes.soFar}>{soFar}</p>
  </nav>
)
