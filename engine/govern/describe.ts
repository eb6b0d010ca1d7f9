import type { Cite } from '@facialis/language'
import { isCondition, isDateTerm, isNumberTerm } from '../ground/node-guards.ts'
import { dateWords, numberWords, wordsOf } from '../ground/words.ts'
import { entriesOf } from './digester.ts'
import { mentionedName } from './parts.ts'

/** Any value of a pathway in words: a condition read aloud, a named object by its name, a list with commas. */
export function describe(value: unknown): string {
  if (isCondition(value)) return wordsOf(value)
  if (isNumberTerm(value)) return numberWords(value)
  if (isDateTerm(value)) return dateWords(value)
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(describe).join(', ')
  if (typeof value !== 'object') return String(value)
  if (isJudgement(value)) return `own judgement (${value.reason})`
  return (
    mentionedName(value) ??
    entriesOf(value)
      .filter(([key]) => key !== 'kind')
      .map(([key, one]) => `${key}: ${describe(one)}`)
      .join('; ')
  )
}

const isJudgement = (value: object): value is Extract<Cite, { kind: 'own-judgement' }> =>
  'kind' in value && value.kind === 'own-judgement'
