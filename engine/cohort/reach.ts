import { dayOf, type Fact } from '@facialis/language'
import { isTruth } from '../plan/is-truth.ts'
import { maxAmount } from '../plan/layout.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode, PlanParameters, SpanOp } from '../plan/plan.ts'
import { askedNodes } from './columns.ts'
import { fitting, greatestOfAll, leastOfAll } from './fitting.ts'

/** What a number comes to hangs on a site's own numbers, and on how many entries of each kind one person has at most. */
type Within = Readonly<{ policy: PlanParameters['policy']; entries: readonly number[] }>
/** From the least to the greatest that it can come to. */
type Reach = readonly [number, number]

const anyDate: Reach = [dayOf(0, 1, 1), dayOf(9999, 12, 31)]
/** Of the days between two dates as many steps are made as `ordinalFunction` counts: 512 a year. */
const stepsOfDay = 512 / 365

/**
 * Refuses a question that could come to more than fits. Columns are of 32 bits, and beyond them a sum or a product would be
 * another number without anybody noticing; how far one goes is told by the bounds of its facts. Asked once a question.
 */
export function refusingBeyond(plan: Plan): (within: Within) => void {
  const asked = [...askedNodes(plan)].map((at) => ({ at, node: plan.nodes[at] as PlanNode }))
  const growing = asked.filter(({ at }) => isGrowing(at, plan))
  const policies = asked.flatMap(({ node }) => (node.op === 'policy' ? [node.index] : []))
  return (within) => {
    for (const index of policies) fitting(within.policy[index] as number)
    const reach = reaching(plan, within)
    for (const { at, node } of growing) fits(reach(at), node.op === 'years' ? stepsOfDay : 1)
  }
}

/** Whether it is added up or multiplied, or made from what is. Dates and amounts alone, and what lies between them, always fit. */
function isGrowing(at: NodeIndex, plan: Plan): boolean {
  const node = plan.nodes[at] as PlanNode
  if (isTruth(node)) return false
  return ['plus', 'times', 'sum'].includes(node.op) || operandsOf(node).some((part) => isGrowing(part, plan))
}

function fits(reach: Reach, steps: number): void {
  for (const end of reach)
    if (end * steps < leastOfAll || end * steps > greatestOfAll)
      throw new Error(`What a rule asks for can come to ${end}, which does not fit among the columns.`)
}

const between = ([from, until]: Reach, [first, last]: Reach): Reach => [first - until, last - from]

function reaching({ nodes }: Plan, { policy, entries }: Within): (index: NodeIndex) => Reach {
  const known = new Map<NodeIndex, Reach>()
  const reach = (index: NodeIndex): Reach => {
    const found = known.get(index) ?? reachOf(nodes[index] as PlanNode & SpanOp)
    known.set(index, found)
    return found
  }
  const reachOf = (node: SpanOp): Reach => {
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
const hull = (of: readonly number[]): Reach => [Math.min(0, ...of), Math.max(0, ...of)]

const ofAmount = (fact: Fact): Reach =>
  fact.type === 'quantity' ? [Math.max(fact.min, -maxAmount), Math.min(fact.max, maxAmount)] : [0, 0]
