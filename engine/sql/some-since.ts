/**
 * "Some entry that is such lies on or after that day": whether one does hangs on the latest that is such, whatever the
 * day is. So the entries are gone through once, before the day is known, and for all days alike.
 */

import { aggregator } from './aggregates.ts'
import { daysSettle, type Settles, threeValuedCase } from './comparisons.ts'
import { conjunction, disjunction } from './conjunction.ts'
import type { Mode } from './scope.ts'
import type { Since } from './since.ts'
import { mayBeInapplicable } from './span-traits.ts'
import { type Ends, endsOf } from './spans.ts'
import { dayOf, type SqlWriter } from './sql-writer.ts'

/** What is asked of the entries, as a column of them. */
type Ask = (key: string, make: (ofEntry: SqlWriter) => string) => string

/** The same as a question about the person, once the edge of the entries is known. */
export function sinceTruth(
  since: Since,
  mode: Mode,
  { ask, writer }: Readonly<{ ask: Ask; writer: SqlWriter }>,
): string {
  const { rest, date, number, isLeft, isTo } = since
  const { part, plan } = writer
  const { before, after } = writer.dialect.days
  const isLater = isTo !== isLeft
  const [edge, beyond] = isLater ? ['MAX', after] : ['MIN', before]
  const key = `${isLater ? 'last' : 'first'}_${rest.join('_')}`
  const day = (ofEntry: SqlWriter, end: 0 | 1): string => dayOf(ofEntry, ofEntry.columns.entryDays[end])
  const sure: Ends = () => certainEdge(since, { ask, isLater })
  const perhaps: Ends = () =>
    ask(`${key}_perhaps`, (ofEntry) => {
      const may = conjunction(rest.map((one) => `${ofEntry.truth(one, 'truth')} IS NOT FALSE`))
      return `${edge}(CASE WHEN ${may} THEN COALESCE(${day(ofEntry, isLater ? 1 : 0)}, ${beyond}) END)`
    })
  const other = endsOf(date, writer)
  const settles = (entry: Ends): Settles =>
    daysSettle(
      { from: isTo ? other : entry, to: isTo ? entry : other, number, comparison: since.comparison, isLeft },
      writer,
    )
  const holds = (): string => settles(sure).holds()
  const fails = (): string => settles(perhaps).fails()
  if (mode === 'yes') return holds()
  const none = [
    ...[date, number].filter((one) => mayBeInapplicable(one, plan.nodes)).map((one) => part(one, 'na')),
    `${perhaps('hi')} IS NULL`,
  ]
  return mode === 'no' ? disjunction([...none, fails()]) : threeValuedCase(none, holds(), fails())
}

function certainEdge({ rest }: Since, { ask, isLater }: Readonly<{ ask: Ask; isLater: boolean }>): string {
  return ask(`${isLater ? 'last' : 'first'}_${rest.join('_')}_surely`, (ofEntry) => {
    const is = conjunction(rest.map((one) => ofEntry.truth(one, 'yes')))
    const [first, last] = ofEntry.columns.entryDays
    return isLater
      ? `MAX(CASE WHEN ${is} THEN ${dayOf(ofEntry, first)} END)`
      : `MIN(CASE WHEN ${is} THEN ${dayOf(ofEntry, last)} END)`
  })
}

/** The first possible day of the last entry that surely is such. */
export const lastCertainDay = (entryKind: number, since: Since, writer: SqlWriter): string =>
  certainEdge(since, { ask: aggregator(writer, { entryKind }, since.rest), isLater: true })
