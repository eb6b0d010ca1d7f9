import classes from './outcome-line.module.css'
import { words } from './words.ts'

/**
 * Below a conclusion where another was signed today. No press replaces one: two signatures of one day stand against each
 * other, and that is said before the second.
 */
export function SecondConclusionLine({ isSigned }: Readonly<{ isSigned: boolean }>) {
  return (
    <div className={classes.outcome}>
      <p className={classes.quiet}>{isSigned ? words.secondConclusion.signed : words.secondConclusion.toSign}</p>
    </div>
  )
}
