import type { Side } from '../circuit/circuit.ts'
import type { WireIndex } from '../circuit/circuit-builder.ts'
import type { Schedule } from '../circuit/schedule-steps.ts'
import type { EntryKindIndex, NodeIndex } from '../plan/plan.ts'
import { type Columns, columnBytes, planeBytes } from './columns.ts'
import type { MemoryMap } from './memory-map.ts'

/** Addresses of intermediate results: absolute for the person, relative to the slot for entries. */
export type WorkingMemory = Readonly<{
  wire: (wire: WireIndex) => number
  outcome: (node: NodeIndex, side: Side) => number
  span: (node: NodeIndex) => SpanSpace
  person: number
  slots: readonly number[]
}>

/** A column of first days or least numbers, one of the last; planes of those of whom it is not known, and who have none. */
export type SpanSpace = Readonly<Record<'lo' | 'hi' | 'unknown' | 'inapplicable', number>>

export function allocateWorkingMemory({ blocks, sides }: Schedule, map: MemoryMap, columns: Columns): WorkingMemory {
  let person = map.working
  const slots = columns.entryKinds.map(() => 0)
  const at = new Map<string, number>()
  const take = (key: string, within: EntryKindIndex | null, bytes: number): void => {
    at.set(key, within === null ? person : (slots[within] as number))
    if (within === null) person += bytes
    else slots[within] = (slots[within] as number) + bytes
  }
  for (const { kind, of, within } of blocks.flatMap(({ steps }) => steps))
    if (kind === 'wire') take(`wire ${of}`, within, planeBytes)
    else if (kind === 'span') take(`span ${of}`, within, 2 * columnBytes + 2 * planeBytes)
    else for (const side of sides(of)) take(`${side} ${of}`, within, planeBytes)
  const found = (key: string): number => {
    const place = at.get(key)
    if (place === undefined) throw new Error(`Nothing was kept for ${key}.`)
    return place
  }
  return {
    wire: (wire) => found(`wire ${wire}`),
    outcome: (node, side) => found(`${side} ${node}`),
    span: (node) => {
      const lo = found(`span ${node}`)
      const unknown = lo + 2 * columnBytes
      return { lo, hi: lo + columnBytes, unknown, inapplicable: unknown + planeBytes }
    },
    person: person - map.working,
    slots,
  }
}
