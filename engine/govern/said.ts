import type { Cite, Condition, DateTerm, NumberTerm } from '@facialis/language'
import { dateWords, numberWords, wordsOf } from '../words.ts'
import { entriesOf } from './digest.ts'
import { mentionedName } from './parts.ts'

type Kinds<T extends Readonly<{ kind: string }>> = Readonly<Record<T['kind'], true>>

const conditions: Kinds<Condition> = {
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
const numbers: Kinds<NumberTerm> = {
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
const dates: Kinds<DateTerm> = {
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
const isNumber = isOf<NumberTerm>(numbers)
const isDate = isOf<DateTerm>(dates)

/** Anything a pathway says, as words: a condition read aloud, a thing by its name, a list with commas. */
export function saidOf(value: unknown): string {
  if (isCondition(value)) return wordsOf(value)
  if (isNumber(value)) return numberWords(value)
  if (isDate(value)) return dateWords(value)
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(saidOf).join(', ')
  if (typeof value !== 'object') return String(value)
  if (isJudgement(value)) return `own judgement (${value.reason})`
  return (
    mentionedName(value) ??
    entriesOf(value)
      .filter(([key]) => key !== 'kind')
      .map(([key, one]) => `${key}: ${saidOf(one)}`)
      .join('; ')
  )
}

const isJudgement = (value: object): value is Extract<Cite, { kind: 'own-judgement' }> =>
  'kind' in value && value.kind === 'own-judgement'
