import { valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { amountWords } from './amounts.ts'
import classes from './injection.module.css'
import type { PastSession } from './past-sessions.ts'
import { words } from './words.ts'

/** The last session in one line: what was given, what it did, what it cost. */
export function LastLine({ last }: Readonly<{ last: PastSession | null }>) {
  if (last === null) return <p className={classes.said}>{words.last.none}</p>
  const effects = last.sideEffects.filter((effect) => effect !== 'none')
  return (
    <p className={classes.last}>
      <b>
        {words.last.title}{' '}
        {words.last.line(
          last.date === null ? words.unknown : dateWords(last.date),
          last.product ?? words.unknown,
          last.units === null ? words.unknown : amountWords(last.units),
          last.side === null ? words.unknown : valueWords(last.side).toLowerCase(),
        )}
      </b>{' '}
      · {last.relief === null ? words.last.noRelief : words.last.relief(last.relief)}
      {last.wearOff !== null && ` · ${words.last.wearOff(dateWords(last.wearOff))}`} ·{' '}
      <span data-warn={effects.length > 0}>
        {effects.length === 0
          ? words.last.noSideEffects
          : words.last.sideEffects(effects.map((effect) => valueWords(effect).toLowerCase()).join(', '))}
      </span>
      {last.map === null && ` · ${words.last.noMap}`}
      {last.map !== null && !last.map.whole && ` · ${words.last.notWhole}`}
    </p>
  )
}
