import type { CodeMeaning, Fact, Meaning } from '@facialis/language'

/** What a concept says: the rows of the pathway's terminology it meets, and what they come to. Made once for each code. */
export type ConceptMeaning = Readonly<{
  rows: readonly CodeMeaning[]
  /** Facts named by their own code, or by that of an amount. */
  measures: readonly Fact[]
  states: readonly Stated[]
  /** Facts whose value stands beside the code: by their own code, then by a row. Each once. */
  asks: readonly Fact[]
  /** The entry it begins. */
  enters: Entering | undefined
}>
export type Stated = Readonly<{ row: CodeMeaning; fact: Fact; value: string }>
export type Entering = Extract<Meaning, { kind: 'enters' }>

export const conceptMeaningOf = (rows: readonly CodeMeaning[], measures: readonly Fact[]): ConceptMeaning => ({
  rows,
  measures,
  states: statesOf(rows),
  asks: [...new Set([...measures, ...rows.flatMap(measuresOf)])],
  enters: rows.map(entersOf).find((meaning) => meaning !== undefined),
})

export const nothing: ConceptMeaning = { rows: [], measures: [], states: [], asks: [], enters: undefined }

/** What several concepts say together; a row met twice counts once. */
export function together(first: ConceptMeaning, second: ConceptMeaning): ConceptMeaning {
  if (first === nothing) return second
  const rows = second.rows.filter((row) => !first.rows.includes(row))
  const measures = second.measures.filter((fact) => !first.measures.includes(fact))
  if (rows.length + measures.length === 0) return first
  return conceptMeaningOf([...first.rows, ...rows], [...first.measures, ...measures])
}

export const statesOf = (rows: readonly CodeMeaning[]): readonly Stated[] =>
  rows.flatMap((row) =>
    row.means.flatMap((meaning) =>
      meaning.kind === 'states' ? [{ row, fact: meaning.fact, value: meaning.value }] : [],
    ),
  )

export const entersOf = (row: CodeMeaning): Entering | undefined =>
  row.means.find((meaning): meaning is Entering => meaning.kind === 'enters')

export const measuresOf = (row: CodeMeaning): readonly Fact[] =>
  row.means.flatMap((meaning) => (meaning.kind === 'measures' ? [meaning.fact] : []))
