import type { PlainEntry, PlainValue } from '@facialis/wire'
import type { FieldValue } from '../../pieces/fact-value.ts'

/** What has been typed into a form, by fact or field id. What is not there was not said. */
export type Typed = Readonly<Record<string, PlainValue>>

export const nothingTyped: Typed = {}

/** Sets one value; `undefined` takes it back. */
export function withTyped(typed: Typed, id: string, value: FieldValue): Typed {
  const { [id]: _, ...others } = typed
  return value === undefined ? others : { ...others, [id]: value }
}

export const isEmpty = (typed: Typed): boolean => Object.keys(typed).length === 0

/** The part of it whose ids fulfil a condition. */
export const only = (typed: Typed, wanted: (id: string) => boolean): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([id]) => wanted(id)))

/** Where what is written beside the answers stands in what was typed. */
export const noteField = 'note'

/** What was written beside the answers, and the answers. */
export const noteIn = (typed: Typed): string => {
  const note = typed[noteField]
  return typeof note === 'string' ? note : ''
}
export const answersIn = (typed: Typed): Typed => only(typed, (id) => id !== noteField)

/** A stored object of values, or null when it is something else. */
export function readTyped(stored: unknown): Typed | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null
  return Object.values(stored).every(isPlain) ? (stored as Typed) : null
}

const isPlain = (value: unknown): boolean =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string')) ||
  (typeof value === 'object' && 'unknown' in value)

/** One entry of an act from what was typed. */
export const entryOfKind = (kind: string, date: string, fields: Typed): PlainEntry => ({
  kind,
  date,
  fields,
})
