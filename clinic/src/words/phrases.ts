import { inside } from '@facialis/knowledge/spoken.ts'
import { isUnknown, type PlainValue } from '@facialis/wire'
import { factLabel, factOf } from '../pathway.ts'
import { capital } from './capital.ts'
import { dateWords } from './dates.ts'
import { plainWords } from './plain-words.ts'

export { inside }

/** One statement inside a sentence, and whether it says that something is there. */
export type Phrase = Readonly<{ id: string; text: string; says: 'there' | 'not-there' | 'open' | 'other' }>

const there: readonly PlainValue[] = [true, 'yes', 'present', 'seen']
const notThere: readonly PlainValue[] = [false, 'no', 'absent', 'not-seen']

/** `an aneurysm`, `no aneurysm`, `wear-off: 3 May 2026`: a statement as part of a sentence. */
export function phraseOf(id: string, value: PlainValue): Phrase {
  const label = factLabel(id)
  if (isUnknown(value)) return { id, text: `${label} not known`, says: 'open' }
  if (there.includes(value)) return { id, text: label, says: 'there' }
  if (notThere.includes(value)) return { id, text: `no ${bare(label)}`, says: 'not-there' }
  return { id, text: `${label}: ${valueIn(id, value)}`, says: 'other' }
}

/** A value as part of a sentence: dates as dates, numbers with their unit, words small. */
export function valueIn(id: string, value: PlainValue): string {
  const fact = factOf(id)
  if (fact === null) return Array.isArray(value) ? value.join(', ') : dateWords(String(value))
  const words = plainWords(fact, value)
  // What somebody wrote stays as they wrote it, and months keep their capital.
  if (fact.type === 'text' || fact.type === 'date') return words
  return words
    .split(', ')
    .map((word) => inside(word))
    .join(', ')
}

/** A statement on a line of its own: `Wear-off: 3 May 2026`. */
export function lineOf(id: string, value: PlainValue): string {
  const fact = factOf(id)
  return `${capital(factLabel(id))}: ${fact === null ? valueIn(id, value) : plainWords(fact, value)}`
}

export const phrasesOf = (stated: Readonly<Record<string, PlainValue>>): readonly Phrase[] =>
  Object.entries(stated).map(([id, value]) => phraseOf(id, value))

/** Without its article, to stand after another word. */
export const bare = (label: string): string => label.replace(/^(an?|the) /, '')
