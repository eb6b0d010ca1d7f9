import { type Fact, memoiseWeak, type Span, type Value } from '@facialis/language'
import { blank, isWord, maxAmount, noWord, type Place, type Row, unlistedWord } from './layout.ts'

/** One person on one day as rows of numbers; see `Layout`. */
export type Sheet = Readonly<{
  person: Int32Array
  /** For each kind of entry its rows one after the other, latest first. */
  rows: readonly Int32Array[]
  counts: readonly number[]
}>

/** A value and, where it is asked for, the day it was observed, in the row that begins at `at`. */
export function writeValue(cells: Int32Array, at: number, place: Place, value: Value, date: Span | null): void {
  const { fact, cell, observed } = place
  if (fact.type === 'date') {
    if (!('date' in value)) return
    cells[at + cell] = value.date.lo
    cells[at + cell + 1] = value.date.hi
  } else cells[at + cell] = numberOf(fact, value)
  if (observed !== null && date) {
    cells[at + observed] = date.lo
    cells[at + observed + 1] = date.hi
  }
}

/** Writes "unknown" into a cell, also where an unrecorded fact has a default. */
export function setUnknown(cells: Int32Array, at: number, { fact, cell }: Place): void {
  cells[at + cell] = isWord(fact) ? noWord : blank
}

/** A row as it stands when nothing is recorded in it; whoever writes into it takes a copy. */
export const unrecordedRow: (row: Row) => Readonly<Int32Array> = memoiseWeak(emptyRow)

function emptyRow({ places, width }: Row): Int32Array {
  const cells = new Int32Array(width).fill(blank)
  for (const place of places) setUnknown(cells, 0, place)
  for (const place of places) if (place.fact.unrecorded) writeValue(cells, 0, place, place.fact.unrecorded, null)
  return cells
}

/** A word as it stands in its cell; of a set, a bit for each member. */
export const wordAt = ({ fact }: Place, value: Value): number => (fact.type === 'date' ? noWord : numberOf(fact, value))

/** A value other than a date as one number; a value of another type than the fact's is none. */
function numberOf(fact: Exclude<Fact, { type: 'date' }>, value: Value): number {
  switch (fact.type) {
    case 'choice':
    case 'yes-no': {
      if (!('word' in value)) return noWord
      const position = fact.values.indexOf(value.word)
      return position < 0 ? unlistedWord : position
    }
    case 'set': {
      if (!('words' in value)) return blank
      let members = 0
      for (const word of value.words) {
        const position = fact.values.indexOf(word)
        if (position >= 0) members |= 1 << position
      }
      return members
    }
    case 'quantity':
      return 'number' in value ? amountIn(value.number) : blank
    case 'text':
      return 'text' in value ? 1 : blank
    default:
      return fact satisfies never
  }
}

/** What is more than the most counts as that much: the border refuses far less. What is not whole is no amount. */
const amountIn = (number: number): number =>
  Number.isInteger(number) ? Math.min(Math.max(number, -maxAmount), maxAmount) : blank
