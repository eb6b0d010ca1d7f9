import type { PlanNode, SpanOp } from '../plan/plan.ts'

export type EntriesOp = Extract<SpanOp, { op: 'latest-date' | 'first-date' | 'count' | 'sum' | 'run-length' }>

/** Spans that are what all entries of one kind come to. */
export const isOfEntries = (node: PlanNode): node is PlanNode & EntriesOp =>
  ['latest-date', 'first-date', 'count', 'sum', 'run-length'].includes(node.op)
