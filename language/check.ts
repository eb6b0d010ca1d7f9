import type { Entry } from './entry.ts'
import type { Fact } from './fact.ts'
import type { Condition, Details } from './nodes.ts'
import type { Cites } from './passage.ts'

/** `stop`: cannot be signed. `confirm`: a second press, with a reason. `note`: is said, and changes nothing. */
export const checkEffects = ['stop', 'confirm', 'note'] as const
export type CheckEffect = (typeof checkEffects)[number]

/**
 * Something looked at before an entry is signed. Its condition is asked of the proposed entry, with every earlier
 * entry and every fact beside it. Unless it is a plain no, it has its effect: unknown stops, asks and tells like yes.
 */
export type Check = Readonly<{
  kind: 'check'
  id: string
  /** The kind of entry it looks at. */
  entry: Entry
  when: Condition
  effect: CheckEffect
  /** The word programs read, when they are refused for it. */
  code: string
  /** The field of the entry, or the fact about the person, that it is about. */
  field: Fact
  /** What is said; `{name}` stands for what `tells` tells under that name. */
  text: string
  /** What is said when nobody knows whether it holds. */
  unknown: string
  tells: Details
  because: Cites
  unverified: boolean
}>

type CheckWords = Readonly<{
  of: Entry
  when: Condition
  effect: CheckEffect
  code: string
  about: Fact
  text: string
  /** When it differs from "Not known: " and the text. */
  unknown?: string
  tells?: Details
}>

/** `check('BT-07/site', { of: session, when: …, effect: 'note', … }).because(A17)`; without its reason it is no check. */
export const check = (id: string, words: CheckWords) => ({
  because: (...because: Cites): Check & Readonly<{ flagged: () => Check }> => {
    const { of, when, effect, code, about, text, tells = {} } = words
    const unknown = words.unknown ?? `Not known: ${text}`
    checkWords(id, { of, about, texts: [text, unknown], tells })
    const plain: Check = {
      kind: 'check',
      id,
      entry: of,
      when,
      effect,
      code,
      field: about,
      text,
      unknown,
      tells,
      because,
      unverified: false,
    }
    return { ...plain, flagged: () => ({ ...plain, unverified: true }) }
  },
})

/** The names in a text that stand for something told. */
const namesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')

function checkWords(
  id: string,
  { of, about, texts, tells }: Readonly<{ of: Entry; about: Fact; texts: readonly string[]; tells: Details }>,
): void {
  if (about.scope !== of.id && about.scope !== 'patient')
    throw new Error(`${id}: ${about.id} is no field of ${of.id} and no fact about the person.`)
  const strange = texts.flatMap(namesIn).find((name) => !(name in tells))
  if (strange !== undefined) throw new Error(`${id}: {${strange}} stands in its text and is not told.`)
}
