import type { NodeIndex, ProposedOp, SpanOp, TruthOp } from './plan.ts'

/** The operands of a node, in source order. */
export function operandsOf(node: TruthOp | SpanOp | ProposedOp): readonly NodeIndex[] {
  switch (node.op) {
    case 'constant':
    case 'word':
    case 'member':
    case 'unanswered':
    case 'decided':
    case 'number':
    case 'policy':
    case 'as-of':
    case 'quantity':
    case 'date':
    case 'recorded':
    case 'entry-date':
      return []
    case 'all':
    case 'any':
    case 'plus':
    case 'earliest':
    case 'latest':
      return node.of
    case 'not':
    case 'established':
    case 'proposed':
      return [node.of]
    case 'compare':
    case 'times':
      return [node.left, node.right]
    case 'some':
    case 'count':
    case 'sum':
    case 'latest-date':
    case 'first-date':
      return [node.where]
    case 'recent':
      return [node.where, node.holds]
    case 'provided':
      return [node.when, node.date]
    case 'days':
    case 'years':
      return [node.from, node.to]
    case 'run-length':
      return [node.during, node.endedBy]
    default:
      return node satisfies never
  }
}
