import type { Comparison, Condition, DateTerm, NumberTerm } from './nodes.ts'
import { amount, daysBetween } from './term.ts'

type Amount = NumberTerm | number

const compare = (left: Amount, op: Comparison, right: Amount): Condition => ({
  kind: 'compare',
  left: amount(left),
  op,
  right: amount(right),
})

/** Each is `no` when a side is not applicable, and unknown when the sides could stand either way. */
export const lessThan = (left: Amount, right: Amount): Condition => compare(left, '<', right)
export const atLeast = (left: Amount, right: Amount): Condition => compare(left, '>=', right)
export const moreThan = (left: Amount, right: Amount): Condition => compare(left, '>', right)
export const atMost = (left: Amount, right: Amount): Condition => compare(left, '<=', right)
/** The first date falls on the second or after it. */
export const onOrAfter = (date: DateTerm, other: DateTerm): Condition => atLeast(daysBetween(other, date), 0)
/** The first date falls before the second. */
export const before = (date: DateTerm, other: DateTerm): Condition => moreThan(daysBetween(date, other), 0)
