import type { Ref } from '../circuit/circuit-builder.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { type Code, op, vector, type Writing } from './assembler.ts'
import type { LaneLoop } from './lane-loop.ts'
import type { MemoryReader } from './memory-reader.ts'
import type { SpanSpace } from './working-memory.ts'

/** Where code that is being written puts what comes out, and how it goes through the slots. */
export type EntriesContext = Readonly<{
  write: Writing
  at: SpanSpace
  truth: (node: NodeIndex, side: 'yes' | 'no') => Ref
  eachSlot: (entryKind: number, inside: (reading: MemoryReader) => void) => void
  /** The same within a loop over four people, the oldest first. */
  eachSlotOfFour: (loop: LaneLoop, entryKind: number, inside: (reading: MemoryReader) => void) => void
}>

const { get } = op
/** Both masks. */
export const both = (a: number, b: number): Code => [...get(a), ...get(b), ...vector.and]
/** The first mask without the second. */
export const without = (a: number, b: number): Code => [...get(a), ...get(b), ...vector.andNot]
export const choose = (mask: number, yes: Code, no: Code): Code => [...yes, ...no, ...get(mask), ...vector.choose]
