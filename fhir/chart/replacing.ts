import { type Entry, type EntryRecord, isExact, type Span } from '@facialis/language'

/**
 * Why one entry does not take the place of another, as the end of a sentence; null when it does. What may is said by the
 * kind of entry itself (`Entry.replaces`).
 */
export function whyNotReplaced(entry: Entry, later: EntryRecord, earlier: EntryRecord): string | null {
  if (later.kind !== earlier.kind) return 'they are of different kinds'
  const { replaces } = entry
  if (replaces === null) return null
  if (!isSameDay(later.date, earlier.date)) return 'they are not known to be of the same day'
  const differs = replaces.same.find(({ id }) => !isSame(later.fields[id], earlier.fields[id]))
  if (differs) return `they are not known to agree in ${differs.label}`
  const [signed, before] = [later, earlier].map(({ fields }) => dateIn(fields[replaces.signedOn.id]))
  if (!signed) return `its ${replaces.signedOn.label} ("${replaces.signedOn.id}") is missing`
  if (before && signed.lo < before.hi) return 'it was signed before the other'
  return later.provenance.by === undefined ? 'nobody is named who stands behind it ("by")' : null
}

type Field = EntryRecord['fields'][string] | undefined

const isSameDay = (a: Span | null, b: Span | null): boolean =>
  a !== null && b !== null && isExact(a) && isExact(b) && a.lo === b.lo

const isSame = (a: Field, b: Field): boolean =>
  a !== undefined && b !== undefined && 'word' in a && 'word' in b && a.word === b.word

const dateIn = (value: Field): Span | null => (value && 'date' in value ? value.date : null)

/** The whole sentence, of the ids of both. */
export const notReplaced = (later: string, id: string, why: string): string =>
  `"${later}" does not take the place of "${id}": ${why}.`
