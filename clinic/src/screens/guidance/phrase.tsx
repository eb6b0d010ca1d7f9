import type { Condition } from '@facialis/language'
import classes from './book.module.css'
import { type Phrase, phraseOf } from './phrase.ts'
import { words } from './words.ts'

/** A condition in words: one sentence, or a list with its join said first. */
export const Words = ({ of }: Readonly<{ of: Condition }>) => (
  <div className={classes.phrase}>
    <Laid phrase={phraseOf(of)} />
  </div>
)

function Laid({ phrase }: Readonly<{ phrase: Phrase }>) {
  if (phrase.kind === 'sentence')
    return <span className={phrase.name === undefined ? undefined : classes.named}>{phrase.text}</span>
  return (
    <>
      <span className={classes.join}>{phrase.kind === 'all' ? words.page.all : words.page.any}</span>
      <ul>
        {phrase.of.map((part) => (
          <li key={JSON.stringify(part)}>
            <Laid phrase={part} />
          </li>
        ))}
      </ul>
    </>
  )
}
