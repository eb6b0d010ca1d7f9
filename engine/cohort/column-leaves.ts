import type { Leaves } from '../circuit/circuit.ts'
import { clear, opposite, type Ref, set, type Wiring } from '../circuit/wires.ts'
import { bitsOf, type Columns, type RecordColumns, type WordColumn } from './columns.ts'

/** Cells asked of the planes in which they are kept. */
export const columnLeaves =
  (columns: Columns) =>
  ({ and, or, column, choose }: Wiring): Leaves => {
    const recordOf = (room: number | null): RecordColumns =>
      room === null ? columns.person : (columns.rooms[room] as RecordColumns)
    const wordColumn = (room: number | null, cell: number): WordColumn =>
      recordOf(room).words.find((word) => word.cell === cell) as WordColumn

    /** Whether the code of a word is one of these, asked bit by bit from the highest. */
    const oneOf = ({ plane, bits }: WordColumn, room: number | null, codes: ReadonlySet<number>): Ref => {
      const from = (bit: number, above: number): Ref => {
        if (bit < 0) return codes.has(above) ? set : clear
        return choose(column(room, plane + bit), from(bit - 1, above | (1 << bit)), from(bit - 1, above))
      }
      return from(bits - 1, 0)
    }
    function isKnown(room: number | null, cell: number): Ref {
      const { words, sets, numbers, knowns } = recordOf(room)
      const word = words.find((one) => one.cell === cell)
      if (word) return opposite(oneOf(word, room, new Set([0])))
      const other = sets.find((one) => one.cell === cell) ?? numbers.find(({ lo }) => lo === cell)
      return column(room, (other?.known ?? knowns.find((one) => one.cell === cell)?.plane) as number)
    }
    return {
      word: ({ place: { room, cell }, mask }, side) => {
        const word = wordColumn(room, cell)
        const asked = new Set(bitsOf(mask).map((position) => word.codes[position] as number))
        const rest = word.codes.filter((code) => code !== 0 && !asked.has(code))
        return oneOf(word, room, side === 'yes' ? asked : new Set(rest))
      },
      member: ({ place: { room, cell }, mask }, side) => {
        const { known, members } = recordOf(room).sets.find((one) => one.cell === cell) as RecordColumns['sets'][number]
        const has = or(...members.filter(({ bit }) => (mask >>> bit) & 1).map(({ plane }) => column(room, plane)))
        return side === 'yes' ? has : and(column(room, known), opposite(has))
      },
      unanswered: ({ place: { room, cell } }, side) => {
        const known = isKnown(room, cell)
        return side === 'yes' ? opposite(known) : known
      },
    }
  }
