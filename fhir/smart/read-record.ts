import type { Pathway } from '@facialis/language'
import { prefetchOf, type Sent } from '../cards/prefetch.ts'
import { isObject } from '../json/json.ts'
import type { Outcome } from '../json/outcome.ts'
import { type GapReason, type RecordSource, readKind } from './read-kind.ts'
import { readLeniently } from './read-leniently.ts'
import { type Referred, readReferred, referredTypes } from './read-referred.ts'

/** A kind of resource of which something could not be read. What it would have said is unknown, and never "no". */
export type Gap = Readonly<{ type: string; words: string; why: GapReason }>

export type RecordRead = Readonly<{ sent: Sent; gaps: readonly Gap[] }>

/** Every type this pathway reads of a record, those included that are only referred to. */
export const typesAskedOf = (pathway: Pathway): readonly string[] => [
  ...prefetchOf(pathway).map(({ type }) => type),
  ...referredTypes,
]

/**
 * Reads one person's record from the server that holds it, as far as the scopes go. What cannot be read is a gap with its
 * reason; nothing is assumed in its place. Fails with `two-patients` or `another-patient`: then nothing may be shown.
 */
export async function readRecord(pathway: Pathway, whose: RecordSource): Promise<Outcome<RecordRead>> {
  const asked = prefetchOf(pathway)
  const kinds = await Promise.all(asked.map((one) => readKind(one, whose)))
  const record = kinds.flatMap(({ type, entries }) => (type === 'Patient' ? [] : entries))
  const referred = await readReferred(
    record.flatMap(({ resource }) => (isObject(resource) ? [resource] : [])),
    whose,
  )
  const read = readLeniently(pathway, { kinds, referred: referred.entries }, whose)
  if (!read.ok) return read
  const { sent, malformed } = read.value
  const gaps = kinds.flatMap(({ type, words, short, key }): readonly Gap[] => {
    const why = short ?? (malformed.has(key) ? 'malformed' : null)
    return why === null ? [] : [{ type, words, why }]
  })
  const all = [...gaps, ...referred.lacking.map(gapOfReferred)]
  // What the reading itself found lacking and no gap tells of yet: a medicine that nobody could look up, pages inside a page.
  const unread = sent.lacking.flatMap(({ asked: { type, words }, why }): readonly Gap[] => {
    // Whatever is said of the Patient that was asked for, another record of theirs is another matter.
    if (why === 'another record') return [{ type, words, why }]
    if (all.some((gap) => gap.type === type)) return []
    return [{ type, words, why: why === 'cut short' ? why : 'not readable' }]
  })
  return { ok: true, value: { sent, gaps: [...all, ...unread] } }
}

const spoken: Readonly<Record<Referred, string>> = {
  Medication: 'medicines that the record only refers to',
  Practitioner: 'people who stand behind the record',
  PractitionerRole: 'roles of people who stand behind the record',
}
const gapOfReferred = ({ type, why }: Readonly<{ type: Referred; why: GapReason }>): Gap => ({
  type,
  words: spoken[type],
  why,
})
