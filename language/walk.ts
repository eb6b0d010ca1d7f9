import type { Fact } from './fact.ts'
import { memoiseWeak } from './memoise-weak.ts'
import type { Condition, DateTerm, Decision, NumberTerm } from './nodes.ts'

type Node = Condition | DateTerm | NumberTerm

/** What a node mentions directly: the nodes under it. Decisions are not entered. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'always':
    case 'is':
    case 'has':
    case 'unanswered':
    case 'decided':
    case 'number':
    case 'policy':
    case 'quantity':
    case 'date-of':
    case 'recorded':
    case 'entry-date':
    case 'as-of':
      return []
    case 'all':
    case 'any':
    case 'plus':
    case 'earliest':
    case 'latest':
      return node.of
    case 'not':
    case 'established':
    case 'named':
    case 'proposed':
      return [node.of]
    case 'compare':
    case 'times':
      return [node.left, node.right]
    case 'some':
    case 'count':
    case 'latest-date':
    case 'first-date':
    case 'sum':
      return [node.where]
    case 'recent':
      return [node.where, node.holds]
    case 'days-between':
    case 'years-between':
      return [node.from, node.to]
    case 'shifted':
      return [node.date, node.by]
    case 'provided':
      return [node.when, node.date]
    case 'run-length':
      return [node.during, node.endedBy]
    default:
      return node satisfies never
  }
}

const ownFacts = (node: Node): readonly Fact[] => {
  switch (node.kind) {
    case 'is':
    case 'has':
    case 'unanswered':
    case 'quantity':
    case 'date-of':
    case 'recorded':
      return [node.fact]
    case 'sum':
      return [node.of]
    case 'latest-date':
    case 'first-date':
      return node.of ? [node.of] : []
    default:
      return []
  }
}

/**
 * These nodes and all under them, each once, in reading order. What rules share is met on many ways: they are a hundred
 * times more than there are nodes.
 */
export function nodesOf(...roots: readonly Node[]): ReadonlySet<Node> {
  const met = new Set<Node>()
  const visit = (node: Node): void => {
    if (met.has(node)) return
    met.add(node)
    for (const child of childrenOf(node)) visit(child)
  }
  for (const root of roots) visit(root)
  return met
}

/** Every fact a node mentions, once, in reading order; not through decisions. */
export const factsOf: (node: Node) => ReadonlySet<Fact> = memoiseWeak(
  (node) => new Set([...nodesOf(node)].flatMap(ownFacts)),
)

/** Every decision a node refers to directly. */
export const decisionsOf: (node: Node) => ReadonlySet<Decision> = memoiseWeak(
  (node) => new Set([...nodesOf(node)].flatMap((one) => (one.kind === 'decided' ? [one.decision] : []))),
)

/** The conditions a decision is made of, in reading order. */
export function conditionsOf(decision: Decision): readonly Condition[] {
  const { body } = decision
  switch (body.kind) {
    case 'ranked':
      return body.rules.map((r) => r.when)
    case 'gate':
      return [...body.needs.map((n) => n.needs), ...body.limits.map((l) => l.when)]
    case 'fold':
      return conditionsOf(body.each)
    default:
      return body satisfies never
  }
}
