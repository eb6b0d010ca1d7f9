import type { Condition } from '@facialis/language'
import classes from './condition-words.module.css'
import { linesIn, type Phrase, phraseOf } from './phrase.ts'
import { words } from './words.ts'

/** A list inside another that takes more lines is folded: what stands behind it stays in sight. */
const most = 8

/** A condition in words: one sentence, or a list with its join said first. */
export const ConditionWords = ({ of }: Readonly<{ of: Condition }>) => (
  <div className={classes.phrase}>
    <Laid phrase={phraseOf(of)} isInside={false} />
  </div>
)

function Laid({ phrase, isInside }: Readonly<{ phrase: Phrase; isInside: boolean }>) {
  if (phrase.kind === 'sentence')
    return <span className={phrase.name === undefined ? undefined : classes.named}>{phrase.text}</span>
  const parts = (
    <ul>
      {phrase.of.map((part) => (
        <li key={JSON.stringify(part)}>
          <Laid phrase={part} isInside />
        </li>
      ))}
    </ul>
  )
  const head = <span className={classes.join}>{phrase.head}</span>
  if (!isInside || linesIn(phrase) <= most)
    return (
      <>
        {head}
        {parts}
      </>
    )
  return (
    <details className={classes.folded}>
      <summary>
        {head} <span className={classes.count}>{words.phrase.parts(phrase.of.length)}</span>
      </summary>
      {parts}
    </details>
  )
}
