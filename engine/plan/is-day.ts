import type { NodeIndex, PlanNode, SpanOp } from './plan.ts'

/** Whether it is a day of the calendar, and not a number. */
export function isDay(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as PlanNode & SpanOp
  switch (node.op) {
    case 'as-of':
    case 'date':
    case 'recorded':
    case 'entry-date':
    case 'latest-date':
    case 'first-date':
    case 'earliest':
    case 'latest':
    case 'provided':
      return true
    case 'plus':
      return node.of.some((one) => isDay(one, nodes))
    case 'number':
    case 'policy':
    case 'quantity':
    case 'days':
    case 'years':
    case 'count':
    case 'sum':
    case 'times':
    case 'run-length':
      return false
    default:
      return node satisfies never
  }
}
