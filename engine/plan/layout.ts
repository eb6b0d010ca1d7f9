import type { Entry, Fact, Pathway } from '@facialis/language'

/** Where a fact stands: in the person's row, or in each row of one kind of entry. */
export type Place = Readonly<{
  fact: Fact
  /** Position of the kind of entry in `Layout.rooms`; null for facts about the person. */
  entryKind: number | null
  /** The first of its cells in the row. */
  cell: number
  /** The first of the two that say when it was observed; null where nothing asks that. */
  observed: number | null
}>

/**
 * The cells of one person: a row for the person, and for each kind of entry one row an entry.
 * A chosen word takes one cell (its position), a set one (a bit a member), a quantity one, a date two (first and
 * last day), free words one. Where some decision asks when a fact was observed, two more hold the days of that. Of an
 * entry, the first two cells are its date. What is not known, or not dated, is `blank` in its first cell,
 * a word `noWord`.
 */
export type Layout = Readonly<{
  person: Row
  entryKinds: readonly Readonly<{ entry: Entry; row: Row }>[]
  placeOf: (fact: Fact) => Place
}>
export type Row = Readonly<{ places: readonly Place[]; width: number }>

/** Stands for "not known": no day and no amount is this, and no set has its one bit. */
export const blank = -2147483648
/** Stands for a word that is not known: its last five bits are those of position 31, which no word has. */
export const noWord = -1

/** The greatest amount a cell holds; the sum or difference of two still fits in 32 bits. */
export const maxAmount = 1_000_000_000

/** The position of a word that is none of the fact's own: known, and like nothing that is asked for. */
export const unlistedWord = 30
export const isWord = ({ type }: Fact): boolean => type === 'choice' || type === 'yes-no'
/** Bits of all positions a known word can have. */
export const allWordBits = 2147483647

/** A bit for each of the values. */
export function maskOf(values: readonly string[], among: readonly string[]): number {
  if (among.length > unlistedWord) throw new Error(`${among.length} values are more than fit in one number.`)
  return values.reduce((mask, value) => (among.includes(value) ? mask | (1 << among.indexOf(value)) : mask), 0)
}

export function layoutOf(pathway: Pathway, observed: ReadonlySet<Fact>): Layout {
  const places = new Map<string, Place>()
  const rowOf = (facts: readonly Fact[], entryKind: number | null): Row => {
    let width = entryKind === null ? 0 : 2
    const placed = facts.map((fact): Place => {
      const cell = width
      width += fact.type === 'date' ? 2 : 1
      const seen = observed.has(fact) ? width : null
      if (seen !== null) width += 2
      const place = { fact, entryKind, cell, observed: seen }
      places.set(keyOf(fact), place)
      return place
    })
    return { places: placed, width }
  }
  const person = rowOf(pathway.facts, null)
  const entryKinds = pathway.entries.map((entry, entryKind) => ({
    entry,
    row: rowOf(Object.values(entry.fields), entryKind),
  }))
  return {
    person,
    entryKinds,
    placeOf: (fact) => {
      const place = places.get(keyOf(fact))
      if (!place) throw new Error(`${fact.id} is asked about and is not a fact of ${pathway.id}.`)
      return place
    },
  }
}

const keyOf = ({ scope, id }: Fact): string => `${scope} ${id}`
