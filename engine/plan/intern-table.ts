import type { Condition, DateTerm, NumberTerm } from '@facialis/language'
import type { NodeIndex, ProposedOp, SpanOp, TruthOp } from './plan.ts'

type SourceNode = Condition | DateTerm | NumberTerm
type Op = TruthOp | SpanOp | ProposedOp

export type LoweredNode = Op & Readonly<{ within: number | null }>

/** Hash-consing (common subexpression elimination): equal operations on equal operands are one node. */
export function internTable() {
  const nodes: LoweredNode[] = []
  const sourceOf: SourceNode[] = []
  const nodeOf = new Map<SourceNode, NodeIndex>()
  const byKey = new Map<string, NodeIndex>()
  const at = (index: NodeIndex): LoweredNode => nodes[index] as LoweredNode
  const put = (op: Op, within: number | null): NodeIndex => {
    const key = JSON.stringify(op, (name, value) => (name === 'fact' ? undefined : value))
    const before = byKey.get(key)
    if (before !== undefined) return before
    nodes.push({ ...op, within })
    byKey.set(key, nodes.length - 1)
    return nodes.length - 1
  }
  /** The kind of entry a node is evaluated on: that of its operands. @throws when they are of two kinds */
  const commonEntryKind = (of: readonly NodeIndex[]): number | null => {
    const entryKinds = new Set(of.map((index) => at(index).within).filter((within) => within !== null))
    if (entryKinds.size > 1) throw new Error('A condition asks one entry for fields of two kinds.')
    return [...entryKinds][0] ?? null
  }
  return {
    nodes,
    sourceOf,
    nodeOf,
    /** Lowers each condition and term once and records the first source of each node. */
    lowerOnce: (said: SourceNode, lower: () => NodeIndex): NodeIndex => {
      const before = nodeOf.get(said)
      if (before !== undefined) return before
      const index = lower()
      nodeOf.set(said, index)
      sourceOf[index] ??= said
      return index
    },
    at,
    put,
    /** Interns an operation with operands. */
    over: (op: Op, of: readonly NodeIndex[]): NodeIndex => put(op, commonEntryKind(of)),
  }
}

export type InternTable = ReturnType<typeof internTable>
