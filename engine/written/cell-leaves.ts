import type { Leaves } from '../circuit/circuit.ts'
import { opposite, type Ref, type Wiring } from '../circuit/wires.ts'
import { anyWord, blank, isWord, type Place } from '../plan/layout.ts'

/** Something asked of one cell of a row: the text of a number whose lowest bit is the answer, of the text of the number in it. */
export type Asked = Readonly<{ cell: number; text: (cell: string) => string }>

/** Cells asked where they stand. `asked` is filled: a wire that is a column says at which position of it. */
export const cellLeaves =
  (asked: Asked[]) =>
  ({ and, column }: Wiring): Leaves => {
    const positions = new Map<string, number>()
    const ask = ({ room, cell }: Place, text: Asked['text']): Ref => {
      const key = `${room} ${cell} ${text('')}`
      const at = positions.get(key) ?? asked.push({ cell, text }) - 1
      positions.set(key, at)
      return column(room, at)
    }
    const oneOf = (place: Place, mask: number): Ref => ask(place, (cell) => `${mask}>>${cell}`)
    const known = (place: Place): Ref =>
      // What no word and no set holds is below nothing; amounts and days may be.
      isWord(place.fact) || place.fact.type === 'set'
        ? ask(place, (cell) => `~${cell}>>31`)
        : ask(place, (cell) => `(${cell}!==${blank}|0)`)
    return {
      word: ({ place, mask }, side) => oneOf(place, side === 'yes' ? mask : ~mask & anyWord),
      member: ({ place, mask }, side) => {
        const has = ask(place, (cell) => `((${cell}&${mask})!==0|0)`)
        return side === 'yes' ? has : and(known(place), opposite(has))
      },
      unanswered: ({ place }, side) => (side === 'yes' ? opposite(known(place)) : known(place)),
    }
  }
