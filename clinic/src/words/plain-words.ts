import type { Fact, QuantityFact } from '@facialis/language'
import { isUnknown, type PlainValue } from '@facialis/wire'
import { valueWords } from './clinical.ts'
import { dateWords } from './dates.ts'
import { perCent } from './per-cent.ts'

/** What may be said of nearly anything. */
export const saidWords = { yes: 'Yes', no: 'No', unknown: 'Don’t know', nothingOf: 'None of these' } as const

/** A value as a person reads it. */
export function plainWords(fact: Fact, value: PlainValue | undefined): string {
  if (value === undefined) return ''
  if (isUnknown(value)) return saidWords.unknown
  if (typeof value === 'boolean') return value ? saidWords.yes : saidWords.no
  if (typeof value === 'object')
    return value.length === 0 ? saidWords.nothingOf : value.map((one) => valueWords(one, fact.id)).join(', ')
  if (fact.type === 'quantity') return fact.unit === '%' ? perCent(String(value)) : `${value} ${unitWords(fact)}`.trim()
  if (fact.type === 'date') return dateWords(String(value)) || String(value)
  return fact.type === 'text' ? String(value) : valueWords(String(value), fact.id)
}

/** UCUM as people write it: `{score}` says nothing, `mL/min/{1.73_m2}` reads mL/min/1.73 m². */
export const unitWords = (fact: QuantityFact): string =>
  fact.unit === '1' || /^\{[^}]*\}$/.test(fact.unit)
    ? ''
    : fact.unit
        .replaceAll('{1.73_m2}', '1.73 m²')
        .replace(/[{}[\]]/g, '')
        .replaceAll('_', ' ')
