/** What can be said of a number or date from its node alone. */
import type { NodeIndex, PlanNode } from '../plan/plan.ts'
import { isTwoValued } from '../plan/two-valued.ts'
import type { SpanNode } from './writing.ts'

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
    case 'latest':
      return node.of.every(may)
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

/** Whether it is a day of the calendar, and not a number. */
export function isDay(index: NodeIndex, nodes: readonly PlanNode[]): boolean {
  const node = nodes[index] as SpanNode
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

/** Whether it is a number written in the pathway or set by the site: known, and small enough to move a day by. */
export const isGiven = ({ op }: PlanNode): boolean => op === 'number' || op === 'policy'
