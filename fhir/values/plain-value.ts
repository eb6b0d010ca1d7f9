import {
  type Fact,
  formatSpan,
  parseDate,
  type QuantityFact,
  type Span,
  type Unknown,
  unknownReasons,
  type Value,
} from '@facialis/language'
import { isObject, isText, orList, shown } from '../json/json.ts'
import { type Locator, pathOf } from '../json/locator.ts'
import type { Report } from '../json/outcome.ts'
import { scaled, unscaled } from './decimal.ts'
import { factorBetween } from './units.ts'

/** A value as plain facts write it. */
export type Plain = string | number | boolean | null | readonly string[] | Readonly<{ unknown: string }>

/** Word pairs that true and false stand for. */
const pairs = [
  ['yes', 'no'],
  ['present', 'absent'],
  ['seen', 'not-seen'],
] as const

/** The word among these that true or false stands for. */
export function wordFor(said: boolean, values: readonly string[]): string | undefined {
  for (let i = 0; i < pairs.length; i++) {
    const [yes, no] = pairs[i] as (typeof pairs)[number]
    if (values.includes(yes) && values.includes(no)) return said ? yes : no
  }
  return undefined
}

/** The value a plain answer gives to a fact, or null after reporting why it gives none. */
export function valueOfPlain(fact: Fact, plain: unknown, where: string, report: Report): Value | Unknown | null {
  const unknown = unknownOf(fact, plain, where, report)
  if (unknown !== undefined) return unknown
  switch (fact.type) {
    case 'yes-no':
    case 'choice':
      return choice(fact.values, plain, where, report)
    case 'set':
      return setOf(fact.values, plain, where, report)
    case 'quantity':
      return amount(fact, plain, where, report)
    case 'date': {
      const span = typeof plain === 'string' ? spanOf(plain) : null
      if (span) return { date: span }
      return refuse(report, 'bad-date', `${shown(plain)} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.`, where)
    }
    case 'text':
      if (isText(plain)) return { text: plain }
      return refuse(report, 'wrong-type', `${shown(plain)} is not text.`, where)
    default:
      return fact satisfies never
  }
}

/** `2026-03`, or any two dates with a stroke between them. */
export function spanOf(text: string): Span | null {
  const [from, to, ...more] = text.split('/')
  if (from === undefined || more.length > 0) return null
  const first = parseDate(from)
  if (to === undefined || first === null) return first
  const last = parseDate(to)
  return last === null || last.hi < first.lo ? null : { lo: first.lo, hi: last.hi }
}

const refuse = (report: Report, code: string, sentence: string, where: Locator): null => {
  report(code, sentence, pathOf(where))
  return null
}

/** Undefined when the answer is not an "I do not know". */
function unknownOf(fact: Fact, plain: unknown, where: string, report: Report): Unknown | null | undefined {
  if (plain === null) return { unknown: 'not-asked' }
  if (plain === 'unknown') {
    const isItsOwnWord = 'values' in fact && fact.values.includes('unknown')
    return isItsOwnWord || fact.type === 'text' ? undefined : { unknown: 'asked-unanswered' }
  }
  if (!isObject(plain) || !('unknown' in plain)) return undefined
  const reason = unknownReasons.find((known) => known === plain.unknown)
  if (reason) return { unknown: reason }
  return refuse(
    report,
    'bad-reason',
    `${shown(plain.unknown)} is no reason for unknown: it is ${orList(unknownReasons)}.`,
    where,
  )
}

function choice(values: readonly string[], plain: unknown, where: string, report: Report): Value | null {
  if (typeof plain === 'string' && values.includes(plain)) return { word: plain }
  if (typeof plain === 'boolean') {
    const word = wordFor(plain, values)
    if (word !== undefined) return { word }
  }
  if (typeof plain === 'number' && values.includes(String(plain))) return { word: String(plain) }
  const isWord = typeof plain === 'string'
  return refuse(
    report,
    isWord ? 'unknown-word' : 'wrong-type',
    `${shown(plain)} is not one of its answers: ${orList(values)}.`,
    where,
  )
}

function setOf(values: readonly string[], plain: unknown, where: string, report: Report): Value | null {
  if (!Array.isArray(plain)) return refuse(report, 'wrong-type', `${shown(plain)} is not a list of words.`, where)
  const strange = plain.findIndex((word) => !values.includes(word))
  if (strange >= 0)
    return refuse(
      report,
      'unknown-word',
      `${shown(plain[strange])} is not one of ${orList(values)}.`,
      `${where}[${strange}]`,
    )
  return { words: inOrder(values, plain) }
}

/** In the order the pathway declares them, each once: two ways to write one set are one set. */
export const inOrder = (values: readonly string[], words: readonly string[]): readonly string[] =>
  values.filter((value) => words.includes(value))

function amount(fact: QuantityFact, plain: unknown, where: string, report: Report): Value | null {
  if (typeof plain === 'number') return quantityIn(fact, plain, fact.unit, where, report)
  if (isObject(plain) && 'value' in plain) {
    const { value, unit = fact.unit } = plain
    if (typeof value === 'number' && typeof unit === 'string') return quantityIn(fact, value, unit, where, report)
  }
  return refuse(report, 'wrong-type', `${shown(plain)} is not a number of ${fact.unit}.`, where)
}

/** An amount in some unit as whole steps of the fact's own, or null after reporting why not. */
export function quantityIn(
  fact: QuantityFact,
  value: number,
  unit: string,
  where: Locator,
  report: Report,
  precision: 'exact' | 'round' = 'exact',
): Value | null {
  const factor = factorBetween(unit, fact.unit)
  if (!factor)
    return refuse(report, 'bad-unit', `An amount in ${shown(unit)} cannot be converted to ${fact.unit}.`, where)
  const steps = scaled(value, fact.decimals, factor, precision)
  if ('wrong' in steps) {
    const sentence =
      steps.wrong === 'too-precise'
        ? `${value} ${unit} is finer than ${placesIn(fact)} ${fact.unit}, the finest that is kept.`
        : `${shown(value)} is not an amount that can be kept.`
    return refuse(report, steps.wrong, sentence, where)
  }
  if (steps.number < fact.min || steps.number > fact.max) {
    const [least, most] = [fact.min, fact.max].map((bound) => unscaled(bound, fact.decimals))
    return refuse(report, 'out-of-range', `${value} ${unit} lies outside ${least} to ${most} ${fact.unit}.`, where)
  }
  return { number: steps.number }
}

const placesIn = (fact: QuantityFact): string =>
  fact.decimals === 0 ? 'a whole number of' : `${unscaled(1, fact.decimals)}`

/** The inverse of `valueOfPlain`. */
export function plainOf(fact: Fact, value: Value | Unknown): Plain {
  if ('unknown' in value) return value.unknown === 'not-asked' ? null : { unknown: value.unknown }
  if ('word' in value) return fact.type === 'yes-no' ? value.word === 'yes' : value.word
  if ('words' in value) return value.words
  if ('number' in value) return fact.type === 'quantity' ? unscaled(value.number, fact.decimals) : value.number
  return 'date' in value ? formatSpan(value.date) : value.text
}
