import type { Leaves } from '../circuit/circuit.ts'
import { type CircuitBuilder, complement, type Ref } from '../circuit/circuit-builder.ts'
import { allWordBits, blank, isWord, type Place } from '../plan/layout.ts'

/** Something asked of one cell of a row: the text of a number whose lowest bit is the answer, of the text of the number in it. */
export type CellTest = Readonly<{ cell: number; text: (cell: string) => string }>

/** Cells asked where they stand. `asked` is filled: a wire that is a column says at which position of it. */
export const cellLeaves =
  (asked: CellTest[]) =>
  ({ and, column }: CircuitBuilder): Leaves => {
    const positions = new Map<string, number>()
    const ask = ({ entryKind, cell }: Place, text: CellTest['text']): Ref => {
      const key = `${entryKind} ${cell} ${text('')}`
      const at = positions.get(key) ?? asked.push({ cell, text }) - 1
      positions.set(key, at)
      return column(entryKind, at)
    }
    const oneOf = (place: Place, mask: number): Ref => ask(place, (cell) => `${mask}>>${cell}`)
    const known = (place: Place): Ref =>
      // What no word and no set holds is below nothing; amounts and days may be.
      isWord(place.fact) || place.fact.type === 'set'
        ? ask(place, (cell) => `~${cell}>>31`)
        : ask(place, (cell) => `(${cell}!==${blank}|0)`)
    return {
      word: ({ place, mask }, side) => oneOf(place, side === 'yes' ? mask : ~mask & allWordBits),
      member: ({ place, mask }, side) => {
        const has = ask(place, (cell) => `((${cell}&${mask})!==0|0)`)
        return side === 'yes' ? has : and(known(place), complement(has))
      },
      unanswered: ({ place }, side) => (side === 'yes' ? complement(known(place)) : known(place)),
    }
  }
