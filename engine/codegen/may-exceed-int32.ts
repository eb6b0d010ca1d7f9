import { isTruth } from '../plan/is-truth.ts'
import { maxAmount } from '../plan/layout.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'

const widening: ReadonlySet<string> = new Set(['policy', 'plus', 'times', 'sum'])

/** Whether a number may not fit in 32 bits. A cell holds at most `maxAmount`, and the difference of two still fits. */
export function mayExceedInt32(index: NodeIndex, plan: Plan): boolean {
  const node = plan.nodes[index] as PlanNode
  if (isTruth(node)) return false
  if (node.op === 'number') return !Number.isInteger(node.value) || Math.abs(node.value) > maxAmount
  return widening.has(node.op) || operandsOf(node).some((part) => mayExceedInt32(part, plan))
}
