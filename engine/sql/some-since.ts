/**
 * "Some entry that is such lies on or after that day": whether one does hangs on the latest that is such, whatever the
 * day is. So the entries are gone through once, before the day is known, and for all days alike.
 */
import { daysSettle, type Settles, threeWays } from './comparisons.ts'
import { both, either } from './joined.ts'
import { asks } from './over-entries.ts'
import type { Mode } from './scope.ts'
import type { Since } from './since.ts'
import { mayBeInapplicable } from './span-traits.ts'
import { type Ends, endsOf } from './spans.ts'
import { dayOf, type Writing } from './writing.ts'

/** What is asked of the entries, as a column of them. */
type Ask = (key: string, make: (ofEntry: Writing) => string) => string

/** The same as a question about the person, once the edge of the entries is known. */
export function sinceTruth(
  since: Since,
  mode: Mode,
  { ask, writing }: Readonly<{ ask: Ask; writing: Writing }>,
): string {
  const { rest, date, number, isLeft, isTo } = since
  const { part, plan } = writing
  const { before, after } = writing.dialect.days
  const isLater = isTo !== isLeft
  const [edge, beyond] = isLater ? ['MAX', after] : ['MIN', before]
  const key = `${isLater ? 'last' : 'first'}_${rest.join('_')}`
  const day = (ofEntry: Writing, end: 0 | 1): string => dayOf(ofEntry, ofEntry.columns.entryDays[end])
  const sure: Ends = () => surelyEdge(since, { ask, isLater })
  const perhaps: Ends = () =>
    ask(`${key}_perhaps`, (ofEntry) => {
      const may = both(rest.map((one) => `${ofEntry.truth(one, 'truth')} IS NOT FALSE`))
      return `${edge}(CASE WHEN ${may} THEN COALESCE(${day(ofEntry, isLater ? 1 : 0)}, ${beyond}) END)`
    })
  const other = endsOf(date, writing)
  const settles = (entry: Ends): Settles =>
    daysSettle(
      { from: isTo ? other : entry, to: isTo ? entry : other, number, comparison: since.comparison, isLeft },
      writing,
    )
  const holds = (): string => settles(sure).holds()
  const fails = (): string => settles(perhaps).fails()
  if (mode === 'yes') return holds()
  const none = [
    ...[date, number].filter((one) => mayBeInapplicable(one, plan.nodes)).map((one) => part(one, 'na')),
    `${perhaps('hi')} IS NULL`,
  ]
  return mode === 'no' ? either([...none, fails()]) : threeWays(none, holds(), fails())
}

function surelyEdge({ rest }: Since, { ask, isLater }: Readonly<{ ask: Ask; isLater: boolean }>): string {
  return ask(`${isLater ? 'last' : 'first'}_${rest.join('_')}_surely`, (ofEntry) => {
    const is = both(rest.map((one) => ofEntry.truth(one, 'yes')))
    const [first, last] = ofEntry.columns.entryDays
    return isLater
      ? `MAX(CASE WHEN ${is} THEN ${dayOf(ofEntry, first)} END)`
      : `MIN(CASE WHEN ${is} THEN ${dayOf(ofEntry, last)} END)`
  })
}

/** The first possible day of the last entry that surely is such. */
export const surelyLast = (entryKind: number, since: Since, writing: Writing): string =>
  surelyEdge(since, { ask: asks(writing, { entryKind }, since.rest), isLater: true })
