import type { Condition, DateTerm, NumberTerm } from '@facialis/language'
import type { NodeIndex, ProposedOp, SpanOp, TruthOp } from './plan.ts'

type Said = Condition | DateTerm | NumberTerm
type Op = TruthOp | SpanOp | ProposedOp

export type Placed = Op & Readonly<{ within: number | null }>

/** Equal operations on equal nodes are one node. */
export function interning() {
  const made: Placed[] = []
  const saidAs: Said[] = []
  const nodeOf = new Map<Said, NodeIndex>()
  const byKey = new Map<string, NodeIndex>()
  const at = (index: NodeIndex): Placed => made[index] as Placed
  const put = (op: Op, within: number | null): NodeIndex => {
    const key = JSON.stringify(op, (name, value) => (name === 'fact' ? undefined : value))
    const before = byKey.get(key)
    if (before !== undefined) return before
    made.push({ ...op, within })
    byKey.set(key, made.length - 1)
    return made.length - 1
  }
  /** A node is asked of the kind of entry that anything it mentions is asked of. */
  const sharedRoom = (of: readonly NodeIndex[]): number | null => {
    const rooms = new Set(of.map((index) => at(index).within).filter((within) => within !== null))
    if (rooms.size > 1) throw new Error('A condition asks one entry for fields of two kinds.')
    return [...rooms][0] ?? null
  }
  return {
    made,
    saidAs,
    nodeOf,
    /** Lowers each condition and term once, and remembers what a node was first said as. */
    once: (said: Said, lower: () => NodeIndex): NodeIndex => {
      const before = nodeOf.get(said)
      if (before !== undefined) return before
      const index = lower()
      nodeOf.set(said, index)
      saidAs[index] ??= said
      return index
    },
    at,
    put,
    /** An operation that mentions others. */
    over: (op: Op, of: readonly NodeIndex[]): NodeIndex => put(op, sharedRoom(of)),
  }
}

export type Interning = ReturnType<typeof interning>
