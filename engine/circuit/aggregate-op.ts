import type { PlanNode, SpanOp } from '../plan/plan.ts'

export type AggregateOp = Extract<SpanOp, { op: 'latest-date' | 'first-date' | 'count' | 'sum' | 'run-length' }>

/** Spans that aggregate all entries of one kind. */
export const isAggregate = (node: PlanNode): node is PlanNode & AggregateOp =>
  ['latest-date', 'first-date', 'count', 'sum', 'run-length'].includes(node.op)
