import type { PlanNode, TruthOp } from './plan.ts'

const truths: Readonly<Record<TruthOp['op'], true>> = {
  constant: true,
  word: true,
  member: true,
  unanswered: true,
  compare: true,
  all: true,
  any: true,
  not: true,
  established: true,
  decided: true,
  some: true,
  recent: true,
}

/** A condition, which is no, unknown or yes; every other node is a number or a date. */
export const isTruth = (node: PlanNode): node is PlanNode & TruthOp => Object.hasOwn(truths, node.op)
