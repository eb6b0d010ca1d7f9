import { always } from './condition.ts'
import type { Entry } from './entry.ts'
import type { DateFact, Fact, QuantityFact } from './fact.ts'
import type { Condition, DateTerm, NumberTerm } from './nodes.ts'

export const dateOf = (fact: DateFact): DateTerm => ({ kind: 'date-of', fact })
/** The day on which the fact's present value was observed. */
export const recordedOn = (fact: Fact): DateTerm => ({ kind: 'recorded', fact })
export const entryDate = (entry: Entry): DateTerm => ({ kind: 'entry-date', entry })
/** The day the question is asked for. */
export const asOf: DateTerm = { kind: 'as-of' }
export const latestDate = (entry: Entry, where: Condition = always): DateTerm => ({ kind: 'latest-date', entry, where })
export const firstDate = (entry: Entry, where: Condition = always): DateTerm => ({ kind: 'first-date', entry, where })
/** The first of a date the entries hold: the expiry that comes first. */
export const firstOf = (entry: Entry, of: DateFact, where: Condition = always): DateTerm => ({
  kind: 'first-date',
  entry,
  where,
  of,
})
/** The last of a date the entries hold. */
export const lastOf = (entry: Entry, of: DateFact, where: Condition = always): DateTerm => ({
  kind: 'latest-date',
  entry,
  where,
  of,
})
/** The date where something holds, and otherwise none to count from. */
export const provided = (when: Condition, date: DateTerm): DateTerm => ({ kind: 'provided', when, date })
export const shifted = (date: DateTerm, by: NumberTerm | number): DateTerm => ({
  kind: 'shifted',
  date,
  by: amount(by),
})
export const earliest = (...of: readonly DateTerm[]): DateTerm => ({ kind: 'earliest', of })
export const latestOf = (...of: readonly DateTerm[]): DateTerm => ({ kind: 'latest', of })

export const amount = (value: NumberTerm | number): NumberTerm =>
  typeof value === 'number' ? { kind: 'number', value } : value
export const quantity = (fact: QuantityFact): NumberTerm => ({ kind: 'quantity', fact })
export const daysBetween = (from: DateTerm, to: DateTerm): NumberTerm => ({ kind: 'days-between', from, to })
/** Days from a date to the day of asking; negative when it lies ahead. */
export const daysSince = (date: DateTerm): NumberTerm => daysBetween(date, asOf)
/** Whole years, as birthdays count. */
export const yearsBetween = (from: DateTerm, to: DateTerm): NumberTerm => ({ kind: 'years-between', from, to })
export const count = (entry: Entry, where: Condition = always): NumberTerm => ({ kind: 'count', entry, where })
export const sum = (entry: Entry, of: QuantityFact, where: Condition = always): NumberTerm => ({
  kind: 'sum',
  entry,
  of,
  where,
})
export const plus = (...of: readonly (NumberTerm | number)[]): NumberTerm => ({ kind: 'plus', of: of.map(amount) })
/** The product of two; a policy number of whole units times 100 stands beside a quantity kept in hundredths. */
export const times = (left: NumberTerm | number, right: NumberTerm | number): NumberTerm => ({
  kind: 'times',
  left: amount(left),
  right: amount(right),
})
/** Days a run of entries had lasted when it was last broken. */
export const runLength = (entry: Entry, run: Readonly<{ during: Condition; endedBy: Condition }>): NumberTerm => ({
  kind: 'run-length',
  entry,
  during: run.during,
  endedBy: run.endedBy,
})
