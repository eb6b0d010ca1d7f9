import { dated, type OfEntry } from './kernel.ts'
import type { Place } from './layout.ts'
import type { AskingNumbers, NodeIndex, Plan } from './plan.ts'
import type { Sheet } from './sheet.ts'

export type Around = Readonly<{
  plan: Plan
  asks: readonly OfEntry[]
  now: Readonly<{ run: number; sheet: Sheet; asking: AskingNumbers }>
  decide: (decision: number, entry: number) => number
}>

/** How what is written into the sheet of this run, and what other nodes say, is read. */
export function reading({ plan, asks, now }: Around) {
  const ask = (index: NodeIndex): OfEntry => asks[index] as OfEntry
  const cell = (place: Place): ((entry: number) => number) => {
    const { room, cell: at } = place
    if (room === null) return () => now.sheet.person[at] as number
    const { width } = (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row
    return (entry) => (now.sheet.rows[room] as Float64Array)[entry * width + at] as number
  }
  const spanAt = (room: number | null, at: number): OfEntry => {
    if (room === null) return () => dated(now.sheet.person, at)
    const { width } = (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row
    return (entry) => dated(now.sheet.rows[room] as Float64Array, entry * width + at)
  }
  const roomOf = (room: number) => ({
    cells: now.sheet.rows[room] as Float64Array,
    width: (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row.width,
    count: now.sheet.counts[room] as number,
  })
  const count = (room: number): number => now.sheet.counts[room] as number
  return { ask, cell, spanAt, roomOf, count }
}
