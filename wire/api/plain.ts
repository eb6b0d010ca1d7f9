import * as z from 'zod/mini'
import { named } from './schema-notes.ts'

/** A plain value of a fact, as in plain facts JSON. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null is unknown. */
export type PlainValue = string | number | boolean | null | readonly string[] | Unknown
type Unknown = Readonly<{ unknown: string }>

/** Whether a value says that the answer is not known. */
export const isUnknown = (value: PlainValue): value is null | Unknown =>
  value === null || (typeof value === 'object' && 'unknown' in value)

/**
 * Written down for who reads the document, and held against nothing: which value fits depends on the fact, and only the
 * pathway can say in a sentence why one does not.
 */
const plainForm = {
  anyOf: [
    { type: ['string', 'number', 'boolean', 'null'] },
    { type: 'array', items: { type: 'string' } },
    { type: 'object', properties: { unknown: { type: 'string' } }, required: ['unknown'] },
  ],
}
const plainWords =
  'A value of a fact (docs/facts.md). Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null, or `{"unknown": why}`, is unknown.'

/** A value as it arrives: whether it fits is known once the pathway has looked. */
const sentValue = named('PlainValue', z.unknown(), plainWords, plainForm) as z.ZodMiniType<unknown, PlainValue>
const factId = z.string().check(z.maxLength(80))
export const sentFacts = z.record(factId, sentValue)

/** A value that was let in, as it is told. */
const toldValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.object({ unknown: z.string() }),
]) as z.ZodMiniType<PlainValue, PlainValue>
export const toldFacts = z.record(z.string(), toldValue)
