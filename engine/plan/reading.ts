import { dated, type OfEntry } from './kernel.ts'
import type { Place } from './layout.ts'
import type { AskingNumbers, NodeIndex, Plan } from './plan.ts'
import type { Sheet } from './sheet.ts'

export type Now = Readonly<{ run: number; sheet: Sheet; asking: AskingNumbers }>

/** How what is written into the sheet of this run is read. */
export type Reading = Readonly<{
  cell: (place: Place) => OfEntry
  date: (place: Place) => OfEntry
  observed: (place: Place) => OfEntry
  entryDate: (room: number) => OfEntry
  /** Whether it reads what is written and does nothing else. */
  isAsWritten: boolean
}>

/** What functions are made of: where things stand, and the decisions. */
export type Made = Pick<Plan, 'layout' | 'decisions'>

export type Around = Readonly<{
  plan: Made
  asks: readonly OfEntry[]
  now: Now
  decide: (decision: number, entry: number) => number
  reading: Reading
}>

export function reading(plan: Made, now: Now): Reading {
  const widthOf = (room: number): number => (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row.width
  const spanAt = (room: number | null, at: number): OfEntry => {
    if (room === null) return () => dated(now.sheet.person, at)
    const width = widthOf(room)
    return (entry) => dated(now.sheet.rows[room] as Int32Array, entry * width + at)
  }
  return {
    cell: ({ room, cell }) => {
      if (room === null) return () => now.sheet.person[cell] as number
      const width = widthOf(room)
      return (entry) => (now.sheet.rows[room] as Int32Array)[entry * width + cell] as number
    },
    date: ({ room, cell }) => spanAt(room, cell),
    observed: ({ room, observed }) => spanAt(room, observed as number),
    entryDate: (room) => spanAt(room, 0),
    isAsWritten: true,
  }
}

/** What a node asks of other nodes and of all entries of a kind. */
export function asking({ plan, asks, now }: Pick<Around, 'plan' | 'asks' | 'now'>) {
  return {
    ask: (index: NodeIndex): OfEntry => asks[index] as OfEntry,
    roomOf: (room: number) => ({
      cells: now.sheet.rows[room] as Int32Array,
      width: (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row.width,
      count: now.sheet.counts[room] as number,
    }),
    count: (room: number): number => now.sheet.counts[room] as number,
  }
}
