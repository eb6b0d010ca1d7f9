import { blank } from '../plan/layout.ts'
import { lanes, planeBytes, type RecordColumns, there } from './columns.ts'
import { fitting } from './span-code.ts'

/** Where the columns stand and what their words are, side by side in memory: this is gone through for every person. */
type Order = Readonly<{ cells: Int32Array; codes: Uint8Array; numbers: Int32Array }>

/** How many positions a word may have, that of none among them. */
const positions = 32

const orders = new WeakMap<RecordColumns, Order>()

/** One for all records of the same columns, so that it stays near the processor. */
function orderOf(columns: RecordColumns): Order {
  const known = orders.get(columns)
  if (known) return known
  const order = {
    cells: Int32Array.from(columns.words, ({ cell }) => cell),
    codes: Uint8Array.from(columns.words.flatMap(({ codes }) => [...codes])),
    numbers: Int32Array.from(columns.numbers.flatMap(({ lo, hi }) => [lo, hi])),
  }
  orders.set(columns, order)
  return order
}

/** One record of a group, of the person or of one entry, while people are written into it. */
export type GatheredRecord = Readonly<{
  columns: RecordColumns
  order: Order
  /** By words. Those of chosen words are made from `codes` when everybody is there. */
  planes: Int32Array
  /** The code of each chosen word, by columns, in each a byte for each person: of most words little is known. */
  codes: Uint8Array
  /** Of each column the first numbers of everybody, then the last ones. */
  numbers: Int32Array
  /** Of each column of numbers: 0 nothing is known, 1 every date is exact, 3 some are not. */
  known: Uint8Array
}>

export const newRecord = (columns: RecordColumns): GatheredRecord => ({
  columns,
  order: orderOf(columns),
  planes: new Int32Array((columns.planes * planeBytes) / 4),
  codes: new Uint8Array(columns.words.length * lanes),
  numbers: new Int32Array(columns.numbers.length * 2 * lanes).fill(blank),
  known: new Uint8Array(columns.numbers.length),
})

/** What a row that begins at `from` says of the person in this lane. */
export function writeRow(into: GatheredRecord, cells: Float64Array, from: number, lane: number): void {
  const { planes, codes, numbers, known, columns, order } = into
  bit(planes, there, lane)
  for (let i = 0, at = lane; i < order.cells.length; i++, at += lanes)
    codes[at] = order.codes[i * positions + ((cells[from + (order.cells[i] as number)] as number) & 31)] as number
  for (let i = 0; i < columns.sets.length; i++) {
    const { cell, known: isKnown, members } = columns.sets[i] as RecordColumns['sets'][number]
    const value = cells[from + cell] as number
    if (value === blank) continue
    bit(planes, isKnown, lane)
    for (const { bit: member, plane } of members) if (((value >>> member) & 1) === 1) bit(planes, plane, lane)
  }
  for (const { cell, plane } of columns.knowns) if (cells[from + cell] !== blank) bit(planes, plane, lane)
  for (let i = 0; i < known.length; i++) {
    const value = cells[from + (order.numbers[2 * i] as number)] as number
    if (value === blank) continue
    const end = cells[from + (order.numbers[2 * i + 1] as number)] as number
    numbers[2 * i * lanes + lane] = fitting(value)
    numbers[(2 * i + 1) * lanes + lane] = fitting(end)
    known[i] = (known[i] as number) | (value === end ? 1 : 3)
  }
}

export function bit(planes: Int32Array, plane: number, lane: number): void {
  const word = plane * 4 + (lane >> 5)
  planes[word] = (planes[word] as number) | (1 << (lane & 31))
}

/** Makes planes of the codes of chosen words, of four people at once. */
export function finish({ columns: { words }, planes, codes }: GatheredRecord): void {
  const fours = new Int32Array(codes.buffer)
  for (let i = 0; i < words.length; i++) {
    const { plane, bits } = words[i] as RecordColumns['words'][number]
    for (let word = 0; word < lanes / 32; word++) {
      const first = (i * lanes) / 4 + word * 8
      for (let bit = 0; bit < bits; bit++) {
        let all = 0
        // The lowest bit of each of four bytes, pushed together into the four highest of a number.
        for (let four = 0; four < 8; four++)
          all |= (Math.imul(((fours[first + four] as number) >>> bit) & 0x01010101, 0x10204080) >>> 28) << (4 * four)
        planes[(plane + bit) * 4 + word] = all
      }
    }
  }
}

export function emptied({ planes, codes, numbers, known }: GatheredRecord): void {
  planes.fill(0)
  codes.fill(0)
  for (let i = 0; i < known.length; i++) if (known[i] !== 0) numbers.fill(blank, 2 * i * lanes, 2 * (i + 1) * lanes)
  known.fill(0)
}

/** The first or the last numbers of a column. */
export const numbersOf = ({ numbers }: GatheredRecord, column: number, isLast: boolean): Int32Array => {
  const from = (2 * column + (isLast ? 1 : 0)) * lanes
  return numbers.subarray(from, from + lanes)
}
