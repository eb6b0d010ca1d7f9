import type { Sheet } from '../plan/sheet.ts'
import { type Columns, lanes, type NumberColumn, type RecordColumns } from './columns.ts'
import {
  bit,
  emptied,
  type GatheredRecord,
  keepRow,
  knownOf,
  newRecord,
  writeNumbers,
  writePlanes,
} from './gathered-record.ts'
import { columnBytes, personShape, planeBytes, slotShape } from './memory-map.ts'

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
  const slots = columns.rooms.map((): GatheredRecord[] => [])
  const shapes = columns.rooms.map(slotShape)
  let group = 0

  function add({ person: row, rows, counts }: Sheet, next: () => number): number {
    const lane = person.many
    if (lane === 0) group = next()
    keepRow(person, row, 0, lane)
    for (let room = 0; room < columns.rooms.length; room++) {
      const { width } = columns.rooms[room] as RecordColumns
      const count = counts[room] as number
      const cells = rows[room] as Int32Array
      for (let slot = 0; slot < count; slot++) {
        const into = slotOf(room, slot)
        keepRow(into, cells, slot * width, lane)
        if (slot === 0 || cells[slot * width + 1] !== cells[(slot - 1) * width + 1]) bit(into.first, 0, lane)
      }
    }
    const place = group * lanes + lane
    if (person.many === lanes) end()
    return place
  }
  const slotOf = (room: number, slot: number): GatheredRecord => {
    const all = slots[room] as GatheredRecord[]
    while (all.length <= slot) all.push(newRecord(columns.rooms[room] as RecordColumns))
    return all[slot] as GatheredRecord
  }

  /** Writes down the group as far as it has come. */
  function end(): void {
    if (person.many === 0) return
    const shape = personShape(columns)
    const records = [{ record: person, shape, at: 0 }]
    let bytes = shape.bytes
    const rooms = slots.map((all, room) => {
      const begin = bytes
      const used = all.filter(({ many }) => many > 0)
      for (const record of used) {
        const slot = shapes[room] as typeof shape
        records.push({ record, shape: slot, at: bytes })
        bytes += slot.bytes
      }
      return [used.length, begin]
    })
    const written: Readonly<{ record: GatheredRecord; column: NumberColumn; isLast: boolean; at: number }>[] = []
    const put = (record: GatheredRecord, column: NumberColumn, isLast: boolean): number => {
      const at = bytes
      written.push({ record, column, isLast, at })
      bytes += columnBytes
      return at
    }
    let nothing: number | null = null
    const pointers = records.map(({ record }) =>
      record.columns.numbers.flatMap((column) => {
        const known = knownOf(record, column)
        if (known === 'nothing') {
          nothing ??= put(record, column, false)
          return [nothing, nothing]
        }
        const begin = put(record, column, false)
        return [begin, known === 'exactly' ? begin : put(record, column, true)]
      }),
    )
    const words = room(bytes, group)
    const part = (at: number, length: number): Int32Array => words.subarray(at / 4, (at + length) / 4)
    words.set(rooms.flat())
    for (const [index, { record, shape, at }] of records.entries()) {
      words.set(pointers[index] as number[], (at + shape.pointers) / 4)
      writePlanes(record, part(at + shape.planes, record.columns.planes * planeBytes))
    }
    for (const { record, column, isLast, at } of written) writeNumbers(record, column, isLast, part(at, columnBytes))
    for (const { record } of records) emptied(record)
  }
  return { add, end }
}
