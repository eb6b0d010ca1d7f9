import type { NodeIndex } from '../plan/plan.ts'
import type { Gates } from './gates.ts'
import { type Literal, opposite } from './literal.ts'
import type { Truth } from './spans.ts'
import type { UnknownSheet } from './unknown-sheet.ts'

type Context = Readonly<{ gates: Gates; sheet: UnknownSheet; truth: (node: NodeIndex, row: number) => Truth }>

/** Of one entry, whether it is there and such: surely, and at all. */
export type Such = Readonly<{ row: number; yes: Literal; maybe: Literal }>
/** Of each of so many entries of a kind, whether `where` holds of it. */
export type SuchOf = (entryKind: number, where: NodeIndex, rows: number) => readonly Such[]

export const suchEntries =
  ({ gates: { all }, sheet, truth }: Context): SuchOf =>
  (entryKind, where, rows) =>
    Array.from({ length: rows }, (_, row) => {
      const [there, is] = [sheet.isThere(entryKind, row), truth(where, row)]
      return { row, yes: all([there, is.yes]), maybe: all([there, opposite(is.no)]) }
    })
