import { dayOf, type Fact } from '@facialis/language'
import { isTruth } from '../plan/is-truth.ts'
import { maxAmount } from '../plan/layout.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode, PlanParameters, SpanOp } from '../plan/plan.ts'
import { askedNodes } from './columns.ts'
import { checkedInt32, maxInt32, minInt32 } from './int32.ts'

/** What bounds every number: the policy, and the greatest number of entries of each kind that one person has. */
type Bounds = Readonly<{ policy: PlanParameters['policy']; entries: readonly number[] }>
/** The least and the greatest possible value. */
type Interval = readonly [number, number]

const anyDate: Interval = [dayOf(0, 1, 1), dayOf(9999, 12, 31)]
/** Of the days between two dates as many steps are made as `ordinalFunction` counts: 512 a year. */
const stepsOfDay = 512 / 365

/**
 * Interval analysis against overflow. Columns are 32 bits wide and wrap silently, so a query is refused if any sum or product
 * could exceed them, given the bounds of its facts. Runs once for each query. @throws when a number could overflow
 */
export function overflowGuard(plan: Plan): (within: Bounds) => void {
  const asked = [...askedNodes(plan)].map((at) => ({ at, node: plan.nodes[at] as PlanNode }))
  const growing = asked.filter(({ at }) => mayOverflow(at, plan))
  const policies = asked.flatMap(({ node }) => (node.op === 'policy' ? [node.index] : []))
  return (within) => {
    for (const index of policies) checkedInt32(within.policy[index] as number)
    const reach = intervalAnalysis(plan, within)
    for (const { at, node } of growing) fits(reach(at), node.op === 'years' ? stepsOfDay : 1)
  }
}

/** Whether it is added up or multiplied, or made from what is. Dates and amounts alone, and what lies between them, always fit. */
function mayOverflow(at: NodeIndex, plan: Plan): boolean {
  const node = plan.nodes[at] as PlanNode
  if (isTruth(node)) return false
  return ['plus', 'times', 'sum'].includes(node.op) || operandsOf(node).some((part) => mayOverflow(part, plan))
}

function fits(reach: Interval, steps: number): void {
  for (const end of reach)
    if (end * steps < minInt32 || end * steps > maxInt32)
      throw new Error(`What a rule asks for can come to ${end}, which does not fit among the columns.`)
}

const between = ([from, until]: Interval, [first, last]: Interval): Interval => [first - until, last - from]

function intervalAnalysis({ nodes }: Plan, { policy, entries }: Bounds): (index: NodeIndex) => Interval {
  const known = new Map<NodeIndex, Interval>()
  const reach = (index: NodeIndex): Interval => {
    const found = known.get(index) ?? reachOf(nodes[index] as PlanNode & SpanOp)
    known.set(index, found)
    return found
  }
  const reachOf = (node: SpanOp): Interval => {
    switch (node.op) {
      case 'number':
        return [node.value, node.value]
      case 'policy':
        return [policy[node.index] as number, policy[node.index] as number]
      case 'quantity':
        return ofAmount(node.place.fact)
      case 'as-of':
      case 'date':
      case 'recorded':
      case 'entry-date':
      case 'latest-date':
      case 'first-date':
        return anyDate
      case 'run-length':
        return between(anyDate, anyDate)
      case 'provided':
        return reach(node.date)
      case 'earliest':
      case 'latest':
        return hull(node.of.flatMap(reach))
      // Years are not made fewer than their days: that they fit is asked of those.
      case 'days':
      case 'years':
        return between(reach(node.from), reach(node.to))
      case 'count':
        return [0, entries[node.entryKind] as number]
      case 'sum':
        return hull(ofAmount(node.field.fact).map((amount) => amount * (entries[node.entryKind] as number)))
      case 'plus':
        return node.of.map(reach).reduce(([lo, hi], [least, most]) => [lo + least, hi + most], [0, 0])
      case 'times': {
        const products = reach(node.left).flatMap((one) => reach(node.right).map((other) => one * other))
        return [Math.min(...products), Math.max(...products)]
      }
      default:
        return node satisfies never
    }
  }
  return reach
}

/** All of these, and nothing at all. */
const hull = (of: readonly number[]): Interval => [Math.min(0, ...of), Math.max(0, ...of)]

const ofAmount = (fact: Fact): Interval =>
  fact.type === 'quantity' ? [Math.max(fact.min, -maxAmount), Math.min(fact.max, maxAmount)] : [0, 0]
