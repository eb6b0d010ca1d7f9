import { CheckIcon, ChevronDownIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { placeOfStep, type StepId } from './procedure.ts'
import { isComplete, type Progress } from './progress.ts'
import classes from './step-section.module.css'
import { words } from './words.ts'

type StepSectionProps = Readonly<{
  step: StepId
  progress: Progress
  open: boolean
  onToggle: () => void
  /** Above the questions. */
  children?: ReactNode
  shown: ReactNode
  below?: ReactNode
  /** Questions behind "More". */
  folded?: Readonly<{ count: number; rows: () => ReactNode }>
}>

/** One step of the procedure: its name folds it, its questions stand under each other. */
export function StepSection({ step, progress, open, onToggle, children, shown, folded, below }: StepSectionProps) {
  const [more, setMore] = useState(false)
  const complete = isComplete(progress)
  return (
    <section id={placeOfStep(step)} className={classes.section} aria-label={words.steps[step].name} data-step={step}>
      <h2 className={classes.title}>
        <button type="button" className={classes.head} aria-expanded={open} onClick={onToggle}>
          <ChevronDownIcon size={18} className={classes.chevron} aria-hidden />
          <span>{words.steps[step].name}</span>
          <span className={classes.count} data-complete={complete}>
            {complete && <CheckIcon size={16} strokeWidth={3} aria-hidden />}
            {words.rail.of(progress.done, progress.all)}
          </span>
        </button>
      </h2>
      {open && (
        <>
          <p className={classes.text}>{words.steps[step].text}</p>
          {children}
          <div className={classes.rows}>{shown}</div>
          {folded !== undefined && folded.count > 0 && (
            <>
              <button type="button" className={classes.more} aria-expanded={more} onClick={() => setMore(!more)}>
                {more ? words.fewer : words.more(folded.count)}
              </button>
              {more && <div className={classes.rows}>{folded.rows()}</div>}
            </>
          )}
          {below}
        </>
      )}
    </section>
  )
}
