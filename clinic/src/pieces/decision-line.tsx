import { outrankedIn } from '@facialis/engine'
import type { Decided, Passage } from '@facialis/language'
import type { ReactNode } from 'react'
import { obstacleOf } from '../pathway.ts'
import { answerWords, decisionTitle } from '../words/clinical.ts'
import { ConditionWords } from './condition-words.tsx'
import classes from './decision-line.module.css'
import { Reason } from './gate-line.tsx'
import { words } from './words.ts'

type DecisionLineProps = Readonly<{
  decision: string
  decided: Decided
  today: string
  passagesOf: (ids: readonly string[]) => readonly Passage[]
  /** A few words beside the answer, e.g. the certainty of a phenotype. */
  beside?: ReactNode
}>

/** One decision: its answer at a glance; why, and why not another answer, one press away. */
export function DecisionLine({ decision, decided, today, passagesOf, beside }: DecisionLineProps) {
  const others = Object.entries(decided.whyNot)
  return (
    <details className={classes.line}>
      <summary>
        <span className={classes.title}>{decisionTitle(decision)}</span>
        <span className={classes.answer}>
          {answerWords(decided.answer)}
          {beside !== undefined && <span className={classes.beside}> {beside}</span>}
        </span>
      </summary>
      <div className={classes.why}>
        <ul>
          {decided.because.map((because) => (
            <li key={`${because.rule} ${because.text}`}>
              <Reason because={because} today={today} passagesOf={passagesOf} />
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <dl>
            {others.map(([answer, reason]) => (
              <div key={answer}>
                <dt>{words.decision.whyNot(answerWords(answer))}</dt>
                <dd>
                  <WhyNot decision={decision} reason={reason} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </details>
  )
}

/** What another answer would have needed, laid out as in the book of the pathway. */
function WhyNot({ decision, reason }: Readonly<{ decision: string; reason: string }>) {
  const way = obstacleOf(decision, reason)
  if (way === null) {
    const other = outrankedIn(reason)
    return other === null ? reason : `${words.decision.outranked[other.how]} ${other.text}`
  }
  return (
    <>
      {words.decision.needed[way.truth]} {way.asks === null ? way.text : <ConditionWords of={way.asks} />}
    </>
  )
}
