/**
 * "Some entry that is such lies on or after that day": whether one does hangs on the latest that is such, whatever the
 * day is. So the entries are gone through once, before the day is known, and for all days alike.
 */

import { both, either } from './joined.ts'
import type { Since } from './since.ts'
import { mayBeInapplicable } from './spans.ts'
import { dayOf, type Part, type Writing } from './writing.ts'

/** Further than any day there is. */
const far = 4_000_000_000

/** What is asked of the entries, as a column of them. */
type Ask = (key: string, make: (ofEntry: Writing) => string) => string

/** The same as a question about the person, once the edge of the entries is known. */
export function sinceTruth(
  since: Since,
  mode: 'truth' | 'yes' | 'no',
  { ask, writing }: Readonly<{ ask: Ask; writing: Writing }>,
): string {
  const { rest, date, number, isLeft, isTo } = since
  const { part, plan } = writing
  const isLater = isTo !== isLeft
  const edge = isLater ? 'MAX' : 'MIN'
  const key = `${isLater ? 'last' : 'first'}_${rest.join('_')}`
  const day = (ofEntry: Writing, end: 0 | 1): string => dayOf(ofEntry, ofEntry.columns.entryDays[end])
  const sure = (): string =>
    ask(`${key}_surely`, (ofEntry) => {
      const is = both(rest.map((one) => ofEntry.truth(one, 'yes')))
      return `${edge}(CASE WHEN ${is} THEN ${day(ofEntry, isLater ? 0 : 1)} END)`
    })
  const maybe = (): string =>
    ask(`${key}_maybe`, (ofEntry) => {
      const isNot = either(rest.map((one) => `(${ofEntry.truth(one, 'truth')} IS FALSE)`))
      const at = `COALESCE(${day(ofEntry, isLater ? 1 : 0)}, ${isLater ? far : -far})`
      return `${edge}(CASE WHEN NOT ${isNot} THEN ${at} END)`
    })
  /** The days, with the entries' edge for the entry's date; the farther end of the other date is the one less sure. */
  const days = (at: string, end: Part): string =>
    isTo ? `(${at} - ${part(date, end)})` : `(${part(date, end)} - ${at})`
  const [yes, no] = since.comparison === '<' ? ['<', '>='] : ['<=', '>']
  const compared = (by: string, at: string, ends: readonly [ofDate: Part, ofNumber: Part]): string => {
    const [left, right] = isLeft
      ? [days(at, ends[0]), part(number, ends[1])]
      : [part(number, ends[1]), days(at, ends[0])]
    return `${left} ${by} ${right}`
  }
  const sureEnd: Part = isLater ? 'hi' : 'lo'
  const maybeEnd: Part = isLater ? 'lo' : 'hi'
  const [sureNumber, maybeNumber]: readonly [Part, Part] = isLeft ? ['lo', 'hi'] : ['hi', 'lo']
  const holds = (): string => compared(yes, sure(), [sureEnd, sureNumber])
  const fails = (): string => compared(no, maybe(), [maybeEnd, maybeNumber])
  if (mode === 'yes') return `(${holds()})`
  const none = [
    ...[date, number].filter((one) => mayBeInapplicable(one, plan.nodes)).map((one) => part(one, 'na')),
    `${maybe()} IS NULL`,
  ]
  if (mode === 'no') return either([...none, fails()])
  return `(CASE WHEN ${none.join(' OR ')} THEN FALSE WHEN ${holds()} THEN TRUE WHEN ${fails()} THEN FALSE END)`
}
