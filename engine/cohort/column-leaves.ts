import type { Leaves } from '../circuit/circuit.ts'
import { type CircuitBuilder, clear, complement, type Ref, set } from '../circuit/circuit-builder.ts'
import { bitsOf, type Columns, type RecordColumns, type WordColumn } from './columns.ts'

/** Cells asked of the planes in which they are kept. */
export const columnLeaves =
  (columns: Columns) =>
  ({ and, or, column, choose }: CircuitBuilder): Leaves => {
    const recordOf = (entryKind: number | null): RecordColumns =>
      entryKind === null ? columns.person : (columns.entryKinds[entryKind] as RecordColumns)
    const wordColumn = (entryKind: number | null, cell: number): WordColumn =>
      recordOf(entryKind).words.find((word) => word.cell === cell) as WordColumn

    /** Whether the code of a word is one of these, asked bit by bit from the highest. */
    const oneOf = ({ plane, bits }: WordColumn, entryKind: number | null, codes: ReadonlySet<number>): Ref => {
      const from = (bit: number, above: number): Ref => {
        if (bit < 0) return codes.has(above) ? set : clear
        return choose(column(entryKind, plane + bit), from(bit - 1, above | (1 << bit)), from(bit - 1, above))
      }
      return from(bits - 1, 0)
    }
    function isKnown(entryKind: number | null, cell: number): Ref {
      const { words, sets, numbers, knowns } = recordOf(entryKind)
      const word = words.find((one) => one.cell === cell)
      if (word) return complement(oneOf(word, entryKind, new Set([0])))
      const other = sets.find((one) => one.cell === cell) ?? numbers.find(({ lo }) => lo === cell)
      return column(entryKind, (other?.known ?? knowns.find((one) => one.cell === cell)?.plane) as number)
    }
    return {
      word: ({ place: { entryKind, cell }, mask }, side) => {
        const word = wordColumn(entryKind, cell)
        const asked = new Set(bitsOf(mask).map((position) => word.codes[position] as number))
        const rest = word.codes.filter((code) => code !== 0 && !asked.has(code))
        return oneOf(word, entryKind, side === 'yes' ? asked : new Set(rest))
      },
      member: ({ place: { entryKind, cell }, mask }, side) => {
        const { known, members } = recordOf(entryKind).sets.find(
          (one) => one.cell === cell,
        ) as RecordColumns['sets'][number]
        const has = or(...members.filter(({ bit }) => (mask >>> bit) & 1).map(({ plane }) => column(entryKind, plane)))
        return side === 'yes' ? has : and(column(entryKind, known), complement(has))
      },
      unanswered: ({ place: { entryKind, cell } }, side) => {
        const known = isKnown(entryKind, cell)
        return side === 'yes' ? complement(known) : known
      },
    }
  }
