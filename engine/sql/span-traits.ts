/** What can be said of a number or date from its node alone. */
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import type { SpanNode } from './sql-writer.ts'

/** Whether both ends are the same number, whatever it is. */
export function isExact(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as SpanNode
  const areExact = (of: readonly NodeIndex[]): boolean => of.every((one) => isExact(one, nodes))
  switch (node.op) {
    case 'number':
    case 'policy':
    case 'as-of':
    case 'quantity':
      return true
    case 'date':
    case 'recorded':
    case 'entry-date':
    case 'latest-date':
    case 'first-date':
    case 'run-length':
      return false
    case 'count':
    case 'sum':
      return isTwoValued(node.where, nodes)
    case 'earliest':
    case 'latest':
    case 'plus':
      return areExact(node.of)
    case 'provided':
      return isExact(node.date, nodes)
    case 'days':
    case 'years':
      return areExact([node.from, node.to])
    case 'times':
      return areExact([node.left, node.right])
    default:
      return node satisfies never
  }
}

export function mayBeInapplicable(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as SpanNode
  const may = (one: NodeIndex): boolean => mayBeInapplicable(one, nodes)
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
    case 'run-length':
    case 'provided':
      return true
    case 'earliest':
    case 'latest': {
      const [, other] = fallbackOf(index, nodes) ?? []
      return other === undefined ? node.of.every(may) : may(other)
    }
    case 'days':
    case 'years':
      return may(node.from) || may(node.to)
    case 'plus':
      return node.of.some(may)
    case 'times':
      return may(node.left) || may(node.right)
    case 'number':
    case 'policy':
    case 'as-of':
    case 'quantity':
    case 'date':
    case 'recorded':
    case 'entry-date':
    case 'count':
    case 'sum':
      return false
    default:
      return node satisfies never
  }
}

/** The first or last of no dates at all: it never applies. */
export function isLeftOut(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as PlanNode
  return (node.op === 'earliest' || node.op === 'latest') && node.of.every((one) => isLeftOut(one, nodes))
}

/** Whether it is a number written in the pathway or set by the site: known, and small enough to move a day by. */
export const isGiven = ({ op }: PlanNode): boolean => op === 'number' || op === 'policy'

type Provided = PlanNode & Readonly<{ op: 'provided'; when: NodeIndex; date: NodeIndex }>

/** Whether a date that is there on a condition is there whenever the condition is so. */
export function appliesWith({ when, date }: Provided, nodes: readonly PlanNode[]): boolean {
  if (!mayBeInapplicable(date, nodes)) return true
  const plain = (index: NodeIndex): PlanNode => {
    const node = nodes[index] as PlanNode
    return node.op === 'established' ? plain(node.of) : node
  }
  const [some, edge] = [plain(when), nodes[date] as PlanNode]
  return (
    some.op === 'some' &&
    (edge.op === 'latest-date' || edge.op === 'first-date') &&
    some.entryKind === edge.entryKind &&
    some.where === edge.where
  )
}

/**
 * Two dates, the second of which is there when the first is not, and only then. Null where they do not hang together so.
 */
export function fallbackOf(index: NodeIndex, nodes: readonly PlanNode[]): readonly [NodeIndex, NodeIndex] | null {
  const node = nodes[index] as PlanNode
  if ((node.op !== 'latest' && node.op !== 'earliest') || node.of.length !== 2) return null
  const [dates, other] = node.of as readonly [NodeIndex, NodeIndex]
  const last = nodes[other] as PlanNode
  if (last.op !== 'provided' || nodes[dates]?.op !== node.op) return null
  const not = nodes[last.when] as PlanNode
  if (not.op !== 'not') return null
  const any = nodes[not.of] as PlanNode
  const none = new Set(any.op === 'any' ? any.of : [not.of])
  const whens = presenceConditions(dates, nodes)
  return whens && whens.size > 0 && whens.symmetricDifference(none).size === 0 ? [dates, last.date] : null
}

/** The conditions on any of which a date is there, if it hangs on these alone and they are always known. */
function presenceConditions(index: NodeIndex, nodes: readonly PlanNode[]): ReadonlySet<NodeIndex> | null {
  const node = nodes[index] as PlanNode
  if (node.op === 'provided')
    return isTwoValued(node.when, nodes) && appliesWith(node, nodes) ? new Set([node.when]) : null
  if (node.op !== 'latest' && node.op !== 'earliest') return null
  const all = new Set<NodeIndex>()
  for (const one of node.of) {
    const whens = presenceConditions(one, nodes)
    if (whens === null) return null
    for (const when of whens) all.add(when)
  }
  return all
}
