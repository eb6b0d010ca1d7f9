import type { NodeIndex } from '../plan/plan.ts'
import { type Literal, negate } from './literal.ts'
import type { SymbolicSheet } from './symbolic-sheet.ts'
import type { Truth } from './symbolic-spans.ts'
import type { Logic } from './tseitin-encoder.ts'

type Context = Readonly<{ logic: Logic; sheet: SymbolicSheet; truth: (node: NodeIndex, row: number) => Truth }>

/** Of one entry, whether it is there and such: surely, and at all. */
export type MatchedEntry = Readonly<{ row: number; yes: Literal; maybe: Literal }>
/** Of each of so many entries of a kind, whether `where` holds of it. */
export type MatchEntries = (entryKind: number, where: NodeIndex, rows: number) => readonly MatchedEntry[]

export const matchEntries =
  ({ logic: { all }, sheet, truth }: Context): MatchEntries =>
  (entryKind, where, rows) =>
    Array.from({ length: rows }, (_, row) => {
      const [there, is] = [sheet.isThere(entryKind, row), truth(where, row)]
      return { row, yes: all([there, is.yes]), maybe: all([there, negate(is.no)]) }
    })
