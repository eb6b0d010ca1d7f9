import type { NodeIndex, PlanNode } from './plan.ts'

/** Whether a condition is never unknown, whatever is known. */
export function isTwoValued(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as PlanNode
  switch (node.op) {
    case 'constant':
      return node.truth !== 1
    case 'established':
    case 'unanswered':
      return true
    case 'all':
    case 'any':
      return node.of.every((part) => isTwoValued(part, nodes))
    case 'not':
      return isTwoValued(node.of, nodes)
    case 'some':
      return isTwoValued(node.where, nodes)
    case 'decided':
      return node.unknown === 0
    default:
      return false
  }
}
