import { blank } from '../plan/layout.ts'
import {
  firstOfDay,
  lanes,
  type NumberColumn,
  planeBytes,
  type RecordColumns,
  there,
  type WordColumn,
} from './columns.ts'

/**
 * One record of a group, of the person or of one entry, while people come: their rows as they stand on their sheets, one
 * after the other. Columns are made of them when everybody is there, each from beginning to end: what that needs is small and
 * stays near the processor, where a person's row alone would go to every column.
 */
export type GatheredRecord = {
  readonly columns: RecordColumns
  readonly rows: Int32Array
  /** The lane of the person whose row it is. */
  readonly whose: Uint8Array
  /** How many rows there are. */
  many: number
  /** A plane: of an entry, whether it is the first of its day. */
  readonly first: Int32Array
}

export const newRecord = (columns: RecordColumns): GatheredRecord => ({
  columns,
  rows: new Int32Array(columns.width * lanes),
  whose: new Uint8Array(lanes),
  many: 0,
  first: new Int32Array(planeBytes / 4),
})

/** Keeps the row that begins at `from`, of the person in this lane. */
export function keepRow(record: GatheredRecord, cells: Int32Array, from: number, lane: number): void {
  const { rows } = record
  const { width } = record.columns
  const to = record.many * width
  if (width === cells.length) rows.set(cells, to)
  else for (let cell = 0; cell < width; cell++) rows[to + cell] = cells[from + cell] as number
  record.whose[record.many++] = lane
}

export function bit(planes: Int32Array, plane: number, lane: number): void {
  const word = plane * 4 + (lane >> 5)
  planes[word] = (planes[word] as number) | (1 << (lane & 31))
}

/** Writes the planes of everybody's rows. */
export function writePlanes(record: GatheredRecord, planes: Int32Array): void {
  const { columns, rows, whose, many, first } = record
  const { isEntry, width, words, sets, knowns } = columns
  planes.fill(0)
  for (let one = 0; one < many; one++) bit(planes, there, whose[one] as number)
  if (isEntry) planes.set(first, firstOfDay * first.length)
  for (const word of words) writeWord(record, word, planes)
  for (const { cell, known, members } of sets)
    for (let one = 0; one < many; one++) {
      const value = rows[one * width + cell] as number
      if (value === blank) continue
      const lane = whose[one] as number
      bit(planes, known, lane)
      for (const { bit: member, plane } of members) if (((value >>> member) & 1) === 1) bit(planes, plane, lane)
    }
  for (const { cell, plane } of knowns)
    for (let one = 0; one < many; one++)
      if (rows[one * width + cell] !== blank) bit(planes, plane, whose[one] as number)
}

/** The code of one word, a byte for each person, and the same bytes by four. */
const codes = new Uint8Array(lanes)
const fours = new Int32Array(codes.buffer)

function writeWord(
  { columns: { width }, rows, whose, many }: GatheredRecord,
  word: WordColumn,
  planes: Int32Array,
): void {
  const { cell, plane, bits, codes: codeAt } = word
  codes.fill(0)
  let any = 0
  for (let one = 0, at = cell; one < many; one++, at += width) {
    const code = codeAt[(rows[at] as number) & 31] as number
    codes[whose[one] as number] = code
    any |= code
  }
  for (let bit = 0; bit < bits; bit++) {
    if (((any >>> bit) & 1) === 0) continue
    for (let word = 0; word < lanes / 32; word++) {
      let all = 0
      // The lowest bit of each of four bytes, pushed together into the four highest of a number.
      for (let four = 0; four < 8; four++)
        all |= (Math.imul(((fours[word * 8 + four] as number) >>> bit) & 0x01010101, 0x10204080) >>> 28) << (4 * four)
      planes[(plane + bit) * 4 + word] = all
    }
  }
}

/** What is known of a column of numbers: nothing of anybody; of some, and every date exactly; or some dates not. */
export type Known = 'nothing' | 'exactly' | 'roughly'

export function knownOf({ columns: { width }, rows, many }: GatheredRecord, { lo, hi }: NumberColumn): Known {
  let known: Known = 'nothing'
  for (let at = 0; at < many * width; at += width) {
    const value = rows[at + lo]
    if (value === blank) continue
    if (value !== rows[at + hi]) return 'roughly'
    known = 'exactly'
  }
  return known
}

/** Writes the numbers of everybody: the first of each, or the last. */
export function writeNumbers(
  { columns: { width }, rows, whose, many }: GatheredRecord,
  { lo, hi }: NumberColumn,
  isLast: boolean,
  into: Int32Array,
): void {
  into.fill(blank)
  const cell = isLast ? hi : lo
  for (let one = 0, at = 0; one < many; one++, at += width)
    if (rows[at + lo] !== blank) into[whose[one] as number] = rows[at + cell] as number
}

export function emptied(record: GatheredRecord): void {
  record.many = 0
  record.first.fill(0)
}
