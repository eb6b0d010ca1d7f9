import type { Condition, DateTerm, NumberTerm } from '@facialis/language'

/** Every `kind` of one node type, for type guards at run time. A new kind breaks the build until it is listed here. */
type KindsOf<T extends Readonly<{ kind: string }>> = Readonly<Record<T['kind'], true>>

const conditions: KindsOf<Condition> = {
  always: true,
  is: true,
  has: true,
  compare: true,
  all: true,
  any: true,
  not: true,
  decided: true,
  some: true,
  recent: true,
  established: true,
  unanswered: true,
  proposed: true,
  named: true,
}
const numbers: KindsOf<NumberTerm> = {
  number: true,
  policy: true,
  quantity: true,
  'days-between': true,
  'years-between': true,
  count: true,
  sum: true,
  plus: true,
  times: true,
  'run-length': true,
}
const dates: KindsOf<DateTerm> = {
  'date-of': true,
  recorded: true,
  'entry-date': true,
  'latest-date': true,
  'first-date': true,
  'as-of': true,
  shifted: true,
  earliest: true,
  latest: true,
  provided: true,
}

const isOf =
  <T>(kinds: Readonly<Record<string, true>>) =>
  (value: unknown): value is T =>
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    Object.hasOwn(kinds, value.kind)

export const isCondition = isOf<Condition>(conditions)
export const isNumberTerm = isOf<NumberTerm>(numbers)
export const isDateTerm = isOf<DateTerm>(dates)
