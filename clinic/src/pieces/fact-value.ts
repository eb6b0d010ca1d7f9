import { type Fact, isExact, parseDate, type QuantityFact, readWrittenDate, type Span } from '@facialis/language'
import type { PlainValue } from '@facialis/wire'
import { words } from './words.ts'

/** What a control holds: a value, null for "asked, not known", undefined for nothing said yet. */
export type FieldValue = PlainValue | undefined

/**
 * What a typed field holds: what was read, and while nothing can be read, the text itself. So what is wrong is part of
 * the form, of its draft and of its act, and no form can leave it out of what it saves.
 */
export const typedValue = (read: FieldValue, text: string): FieldValue =>
  read !== undefined ? read : text.trim() === '' ? undefined : text

/** Why a value of a fact is text that cannot be read, in a sentence; null for every other value. */
export function whyUnread(fact: Fact, value: FieldValue, rules: DayRules = {}): string | null {
  if (typeof value !== 'string') return null
  if (fact.type === 'quantity') return readQuantity(fact, value).problem
  return fact.type === 'date' ? readDate(value, rules).problem : null
}

/**
 * The words of a fact in the order of their buttons. “Yes” stands before “no” under every question: they stand below
 * each other, and hands press by place.
 */
export function inOrderOfButtons(values: readonly string[]): readonly string[] {
  const [no, yes] = [values.indexOf('no'), values.indexOf('yes')]
  if (no < 0 || yes < no) return values
  return [...values.slice(0, no), ...values.slice(no, yes + 1).toReversed(), ...values.slice(yes + 1)]
}

/** Text typed for a number as a plain value, or the sentence that says why it is none. Empty text is nothing said. */
export function readQuantity(
  fact: QuantityFact,
  text: string,
): Readonly<{ value: FieldValue; problem: string | null }> {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return { value: undefined, problem: null }
  const scale = 10 ** fact.decimals
  const range = words.field.badNumber(String(fact.min / scale), String(fact.max / scale))
  if (!/^-?\d+(\.\d+)?$/.test(trimmed)) return { value: undefined, problem: range }
  const decimals = trimmed.split('.')[1]?.replace(/0+$/, '').length ?? 0
  if (decimals > fact.decimals) return { value: undefined, problem: words.field.tooPrecise(fact.decimals) }
  const value = Number(trimmed)
  const steps = Math.round(value * scale)
  if (steps < fact.min || steps > fact.max) return { value: undefined, problem: range }
  return { value, problem: null }
}

/** What a date box asks of the date beside that it is one. */
export type DayRules = Readonly<{
  /** Why this date cannot be meant, in a sentence; null when it can. */
  limit?: ((date: Span) => string | null) | undefined
  /** A month or a year is not enough. */
  whole?: boolean | undefined
}>
export type ReadDate = Readonly<{
  value: FieldValue
  problem: string | null
  /** The two dates it may be; then `problem` asks which. */
  either: readonly [string, string] | null
  /** A whole day was typed, whether or not it fits. */
  isDay: boolean
}>

/** Text typed for a date, in any of the ways people write one; empty text is nothing said. */
export function readDate(text: string, { limit, whole = false }: DayRules = {}): ReadDate {
  const none = (problem: string | null, more: Partial<ReadDate> = {}): ReadDate => ({
    value: undefined,
    problem,
    either: null,
    isDay: false,
    ...more,
  })
  if (text.trim() === '') return none(null)
  const read = readWrittenDate(text)
  if ('wrong' in read) return none(read.wrong)
  if ('either' in read) return none(words.field.which(text.trim()), { either: read.either })
  const span = parseDate(read.date)
  if (span === null) throw new Error(`“${text}” was read as a date, ${read.date}, which is none.`)
  const isDay = isExact(span)
  if (whole && !isDay) return none(words.field.wholeDay)
  const problem = limit?.(span) ?? null
  return problem === null ? { value: read.date, problem, either: null, isDay } : none(problem, { isDay })
}
