import type { Condition, Pathway } from '@facialis/language'
import { type Everybody, everybody, restingOn } from '../everybody/everybody.ts'
import type { Literal } from '../everybody/literal.ts'
import { enoughRows } from '../everybody/over-entries.ts'
import { planOf } from '../plan/lower.ts'
import type { Plan, PlanNode, PlannedBody } from '../plan/plan.ts'
import { asPromise } from './mixed.ts'

/** What something rests on, itself included. */
export type Parts = ReturnType<typeof restingOn>

/** How many contradictions are met before it is given up. */
const patience = 3_000

/**
 * Entry by entry only what differs between two sides, by itself: of all else it is left open what its entries come to.
 * What is the same so is the same; what is not may be. Null where nothing of that comes to entries, or it was given up.
 */
export function mayDifferClosely(
  plan: Plan,
  [own, changed]: readonly [Parts, Parts],
  differing: (all: Everybody) => Literal,
): boolean | null {
  const nodes = own.nodes.symmetricDifference(changed.nodes)
  const decisions = own.decisions.symmetricDifference(changed.decisions)
  const parts = new Set<PlanNode | PlannedBody>([
    ...[...nodes].map((at) => plan.nodes[at] as PlanNode),
    ...[...decisions].map((at) => (plan.decisions[at] as Plan['decisions'][number]).body),
  ])
  if (![...parts].some((part) => 'room' in part)) return null
  const enough = enoughRows(plan, nodes, decisions)
  const all = everybody(plan, {
    rowsOf: (room) => enough[room] as number,
    isCounted: false,
    isLookedInto: (part) => parts.has(part),
  })
  return all.mayBe(differing(all), patience)
}

/** Whether two conditions about a person surely come to the same, whoever is asked and whatever the entries. */
export function isSameClosely(pathway: Pathway, before: Condition, after: Condition): boolean {
  const toProve = { ...pathway.toProve, invariants: [before, after].map(asPromise) }
  const plan = planOf({ ...pathway, toProve })
  const [own, changed] = plan.invariants.map(({ whenever }) => whenever) as [number, number]
  // Of one entry it would have to be asked of each.
  if ([own, changed].some((node) => plan.nodes[node]?.within !== null)) return false
  const sides = [restingOn(plan, [own], []), restingOn(plan, [changed], [])] as const
  const isOther = mayDifferClosely(plan, sides, ({ gates, truth }) => {
    const [one, other] = [truth(own), truth(changed)]
    return gates.any([gates.differ(one.yes, other.yes), gates.differ(one.no, other.no)])
  })
  return isOther === false
}
