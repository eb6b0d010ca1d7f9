import { mostAmount } from '../plan/layout.ts'
import type { NodeIndex, Plan, PlanNode, SpanOp } from '../plan/plan.ts'

/** Whether a number may be none of 32 bits. A cell holds at most `mostAmount`, and the difference of two still fits. */
export function isWide(index: NodeIndex, plan: Plan): boolean {
  const node = plan.nodes[index] as PlanNode & SpanOp
  const some = (of: readonly NodeIndex[]): boolean => of.some((part) => isWide(part, plan))
  switch (node.op) {
    case 'number':
      return !Number.isInteger(node.value) || Math.abs(node.value) > mostAmount
    case 'policy':
    case 'plus':
    case 'times':
    case 'sum':
      return true
    case 'earliest':
    case 'latest':
      return some(node.of)
    case 'provided':
      return isWide(node.date, plan)
    case 'days':
    case 'years':
      return some([node.from, node.to])
    case 'as-of':
    case 'quantity':
    case 'date':
    case 'recorded':
    case 'entry-date':
    case 'latest-date':
    case 'first-date':
    case 'count':
    case 'run-length':
      return false
    default:
      return node satisfies never
  }
}
