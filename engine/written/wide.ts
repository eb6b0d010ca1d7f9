import { isTruth } from '../plan/is-truth.ts'
import { mostAmount } from '../plan/layout.ts'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'

const widening: ReadonlySet<string> = new Set(['policy', 'plus', 'times', 'sum'])

/** Whether a number may be none of 32 bits. A cell holds at most `mostAmount`, and the difference of two still fits. */
export function isWide(index: NodeIndex, plan: Plan): boolean {
  const node = plan.nodes[index] as PlanNode
  if (isTruth(node)) return false
  if (node.op === 'number') return !Number.isInteger(node.value) || Math.abs(node.value) > mostAmount
  return widening.has(node.op) || mentionedBy(node).some((part) => isWide(part, plan))
}
