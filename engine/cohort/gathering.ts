import { blank } from '../plan/layout.ts'
import type { Sheet } from '../plan/sheet.ts'
import { type Columns, firstOfDay, lanes, type RecordColumns, there } from './columns.ts'
import { columnBytes, personShape, planeBytes, slotShape } from './memory-map.ts'
import { fitting } from './span-code.ts'

/** One record of a group while people are written into it: planes by words, numbers by people. */
type Record = Readonly<{
  planes: Int32Array
  lo: readonly Int32Array[]
  hi: readonly Int32Array[]
  /** Of each column: 0 nothing is known, 1 every date is exact, 3 some are not. */
  known: Uint8Array
}>

const newRecord = ({ planes, numbers }: RecordColumns): Record => ({
  planes: new Int32Array((planes * planeBytes) / 4),
  lo: numbers.map(() => new Int32Array(lanes).fill(blank)),
  hi: numbers.map(() => new Int32Array(lanes).fill(blank)),
  known: new Uint8Array(numbers.length),
})

function emptied({ planes, lo, hi, known }: Record): void {
  planes.fill(0)
  for (const [at, is] of known.entries()) {
    if (is === 0) continue
    lo[at]?.fill(blank)
    hi[at]?.fill(blank)
  }
  known.fill(0)
}

/** Where a group goes: bytes and the group's number in, words to write into out. */
type Room = (bytes: number, group: number) => Int32Array

/** So many entries of the kind that is asked most about, or more, are one sort of people. */
const mostApart = 12

/**
 * Gathers people, 128 in a group, those with equally many entries of the kind that is asked most about together: a group is
 * gone through as often as its busiest person has entries. Says for each where they stand among all groups.
 */
export function gathering(columns: Columns, room: Room) {
  const busiest = columns.rooms.reduce(
    (most, { planes }, at) => (planes > (columns.rooms[most]?.planes ?? 0) ? at : most),
    0,
  )
  const sorts = Array.from({ length: mostApart + 1 }, () => openGroup(columns, room))
  let groups = 0
  const next = (): number => groups++
  return {
    add: (sheet: Sheet): number => {
      const sort = Math.min(sheet.counts[busiest] ?? 0, mostApart)
      return (sorts[sort] as (typeof sorts)[number]).add(sheet, next)
    },
    /** Writes down the groups that are not full. */
    end: (): void => {
      for (const { end } of sorts) end()
    },
    clear: (): void => {
      groups = 0
    },
  }
}

function openGroup(columns: Columns, room: Room) {
  const person = newRecord(columns.person)
  const slots = columns.rooms.map((): Record[] => [])
  const used = columns.rooms.map(() => 0)
  const shapes = columns.rooms.map(slotShape)
  let people = 0
  let group = 0

  function add({ person: row, rows, counts }: Sheet, next: () => number): number {
    if (people === 0) group = next()
    const place = group * lanes + people
    write(columns.person, person, row, 0, people)
    for (const [room, record] of columns.rooms.entries()) {
      const count = counts[room] as number
      const cells = rows[room] as Float64Array
      const width = columns.widths[room] as number
      for (let slot = 0; slot < count; slot++) {
        const into = slotOf(room, slot)
        write(record, into, cells, slot * width, people)
        if (slot === 0 || cells[slot * width + 1] !== cells[(slot - 1) * width + 1])
          bit(into.planes, firstOfDay, people)
      }
      if (count > (used[room] as number)) used[room] = count
    }
    if (++people === lanes) end()
    return place
  }
  const slotOf = (room: number, slot: number): Record => {
    const all = slots[room] as Record[]
    while (all.length <= slot) all.push(newRecord(columns.rooms[room] as RecordColumns))
    return all[slot] as Record
  }

  /** Writes down the group as far as it has come. */
  function end(): void {
    if (people === 0) return
    const shape = personShape(columns)
    const records = [{ record: person, shape, at: 0 }]
    let bytes = shape.bytes
    const first = columns.rooms.map((_, room) => {
      const begin = bytes
      for (const record of (slots[room] as Record[]).slice(0, used[room])) {
        const slot = shapes[room] as typeof shape
        records.push({ record, shape: slot, at: bytes })
        bytes += slot.bytes
      }
      return begin
    })
    const numbers: Int32Array[] = []
    let nothing: number | null = null
    const put = (column: Int32Array): number => bytes + (numbers.push(column) - 1) * columnBytes
    const placed = records.map(({ record: { lo, hi, known } }) =>
      lo.map((from, at): readonly [number, number] => {
        if (known[at] === 0) {
          nothing ??= put(from)
          return [nothing, nothing]
        }
        const begin = put(from)
        return [begin, known[at] === 1 ? begin : put(hi[at] as Int32Array)]
      }),
    )
    const words = room(bytes + numbers.length * columnBytes, group)
    for (const [at, begin] of first.entries()) words.set([used[at] as number, begin], 2 * at)
    for (const [index, { record, shape, at }] of records.entries()) {
      for (const [column, pair] of (placed[index] as (readonly [number, number])[]).entries())
        words.set(pair, (at + shape.pointers) / 4 + 2 * column)
      words.set(record.planes, (at + shape.planes) / 4)
    }
    for (const [at, column] of numbers.entries()) words.set(column, (bytes + at * columnBytes) / 4)
    for (const { record } of records) emptied(record)
    used.fill(0)
    people = 0
  }
  return { add, end }
}

function write(columns: RecordColumns, into: Record, cells: Float64Array, from: number, lane: number): void {
  const { planes, lo, hi, known } = into
  const word = lane >> 5
  const mask = 1 << (lane & 31)
  planes[there * 4 + word] = (planes[there * 4 + word] as number) | mask
  const { words, sets, knowns, numbers } = columns
  for (let i = 0; i < words.length; i++) {
    const { cell, plane, codes } = words[i] as RecordColumns['words'][number]
    let code = codes[(cells[from + cell] as number) & 31] as number
    for (let at = plane * 4 + word; code !== 0; at += 4, code >>= 1)
      if ((code & 1) === 1) planes[at] = (planes[at] as number) | mask
  }
  for (let i = 0; i < sets.length; i++) {
    const one = sets[i] as RecordColumns['sets'][number]
    const value = cells[from + one.cell] as number
    if (value === blank) continue
    bit(planes, one.known, lane)
    for (const { bit: member, plane } of one.members) if (((value >>> member) & 1) === 1) bit(planes, plane, lane)
  }
  for (const { cell, plane } of knowns) if (cells[from + cell] !== blank) bit(planes, plane, lane)
  for (let i = 0; i < numbers.length; i++) {
    const { lo: first, hi: last } = numbers[i] as RecordColumns['numbers'][number]
    const value = cells[from + first] as number
    if (value === blank) continue
    const end = cells[from + last] as number
    ;(lo[i] as Int32Array)[lane] = fitting(value)
    ;(hi[i] as Int32Array)[lane] = fitting(end)
    known[i] = (known[i] as number) | (value === end ? 1 : 3)
  }
}

function bit(planes: Int32Array, plane: number, lane: number): void {
  const word = plane * 4 + (lane >> 5)
  planes[word] = (planes[word] as number) | (1 << (lane & 31))
}
