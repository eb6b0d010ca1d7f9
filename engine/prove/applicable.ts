import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import type { Diagram, DiagramManager } from './diagram-manager.ts'
import { joins } from './kleene.ts'

type Parts = Readonly<{
  d: DiagramManager
  plan: Plan
  condition: (node: NodeIndex) => Diagram
  someEntry: (entryKind: number, where: NodeIndex) => Diagram
}>

/**
 * Where a term is not applicable (no such entry, a condition that is no): 0. Where it is not known because nobody knows
 * whether there is such an entry: 1. Elsewhere 2.
 */
export function applicable(parts: Parts, index: NodeIndex): Diagram {
  const { d, plan, condition, someEntry } = parts
  const node = plan.nodes[index] as PlanNode
  const every = (of: readonly NodeIndex[]): Diagram =>
    of.map((one) => applicable(parts, one)).reduce((a, b) => d.apply(a, b, joins.all), d.terminal(2))
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
      return someEntry(node.entryKind, node.where)
    case 'provided':
      return d.apply(condition(node.when), applicable(parts, node.date), joins.all)
    case 'earliest':
    case 'latest':
      return node.of.map((one) => applicable(parts, one)).reduce((a, b) => d.apply(a, b, anyOf), d.terminal(0))
    case 'days':
    case 'years':
      return every([node.from, node.to])
    case 'plus':
      return every(node.of)
    case 'times':
      return every([node.left, node.right])
    default:
      return d.terminal(2)
  }
}

/** Of several dates those not applicable are left out; one not known leaves all open. */
const anyOf = { name: 'any date', of: (a: number, b: number) => (a === 1 || b === 1 ? 1 : Math.max(a, b)) }

/** Whether a term may be not applicable for a reason that is not told by a condition. */
export function mayBeInapplicable(plan: Plan, index: NodeIndex): boolean {
  const node = plan.nodes[index] as PlanNode
  switch (node.op) {
    case 'run-length':
      return true
    case 'days':
    case 'years':
      return [node.from, node.to].some((one) => mayBeInapplicable(plan, one))
    case 'plus':
      return node.of.some((one) => mayBeInapplicable(plan, one))
    case 'times':
      return [node.left, node.right].some((one) => mayBeInapplicable(plan, one))
    default:
      return false
  }
}
