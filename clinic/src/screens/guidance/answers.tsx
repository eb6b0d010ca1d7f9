import type { Decision } from '@facialis/language'
import { answerWords } from '../../words/clinical.ts'
import classes from './book.module.css'
import { rowsOf } from './book.ts'
import { words } from './words.ts'

/** What each answer of a decision needs, the boldest first where answers are ordered. */
export function Answers({ decision }: Readonly<{ decision: Decision }>) {
  const ordered = decision.boldness === null ? decision.answers : decision.boldness.flat().toReversed()
  return (
    <dl className={classes.answers}>
      {ordered.map((answer) => (
        <div key={answer} style={{ display: 'contents' }}>
          <dt>{answerWords(answer)}</dt>
          <dd>{needsOf(decision, answer)}</dd>
        </div>
      ))}
    </dl>
  )
}

function needsOf(decision: Decision, answer: string): string {
  if (decision.body.kind === 'gate')
    return (
      { permitted: words.page.permitted, caution: words.page.caution, blocked: words.page.blocked }[answer] ??
      words.page.none
    )
  const rows = rowsOf(decision).filter((row) => row.answer === answer)
  const rules = rows.filter((row) => row.kind === 'rule').map((row) => row.id)
  const parts = [
    rules.length > 0 && words.page.ruleGives(rules.join(', ')),
    rows.some((row) => row.kind === 'otherwise') && words.page.orOtherwise,
  ].filter((part) => part !== false)
  return parts.join(', ') || words.page.none
}
