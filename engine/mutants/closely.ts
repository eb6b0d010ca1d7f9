import type { Condition, Pathway } from '@facialis/language'
import { type Everybody, everybody, restingOn } from '../everybody/everybody.ts'
import type { Literal } from '../everybody/literal.ts'
import { enoughRows } from '../everybody/over-entries.ts'
import { planOf } from '../plan/lower.ts'
import type { NodeIndex, Plan, PlanNode, PlannedBody } from '../plan/plan.ts'
import { asPromise } from './mixed.ts'

/** What something rests on, itself included. */
export type Parts = ReturnType<typeof restingOn>

/** How many contradictions are met before it is given up. */
const patience = 3_000

export const isOfEntries = (part: PlanNode | PlannedBody): boolean =>
  'room' in part && !('op' in part && part.op === 'entry-date')

/** Everybody, with only these looked at entry by entry: of all else it is left open what its entries come to. */
export function lookingInto(plan: Plan, { nodes, decisions }: Parts): Everybody {
  const parts = new Set<PlanNode | PlannedBody>([
    ...[...nodes].map((at) => plan.nodes[at] as PlanNode),
    ...[...decisions].map((at) => (plan.decisions[at] as Plan['decisions'][number]).body),
  ])
  const enough = enoughRows(plan, nodes, decisions)
  return everybody(plan, {
    rowsOf: (room) => enough[room] as number,
    isCounted: false,
    isLookedInto: (part) => parts.has(part),
  })
}

/**
 * Entry by entry only what differs between two sides, by itself. What is the same so is the same; what is not may be. Null
 * where nothing of that comes to entries, or it was given up.
 */
export function mayDifferClosely(
  plan: Plan,
  [own, changed]: readonly [Parts, Parts],
  differing: (all: Everybody) => Literal,
): boolean | null {
  const nodes = own.nodes.symmetricDifference(changed.nodes)
  const decisions = own.decisions.symmetricDifference(changed.decisions)
  const bodies = [...decisions].map((at) => (plan.decisions[at] as Plan['decisions'][number]).body)
  if (![...[...nodes].map((at) => plan.nodes[at] as PlanNode), ...bodies].some(isOfEntries)) return null
  const all = lookingInto(plan, { nodes, decisions })
  return all.mayBe(differing(all), patience)
}

/** Two conditions about a person, beside the decisions of a pathway; null where they are of one entry. */
export function besideOneAnother(
  pathway: Pathway,
  ...both: readonly [Condition, Condition]
): Readonly<{ plan: Plan; own: NodeIndex; changed: NodeIndex }> | null {
  const plan = planOf({ ...pathway, toProve: { ...pathway.toProve, invariants: both.map(asPromise) } })
  const [own, changed] = plan.invariants.map(({ whenever }) => whenever) as [NodeIndex, NodeIndex]
  // Of one entry it would have to be asked of each.
  return [own, changed].some((node) => plan.nodes[node]?.within !== null) ? null : { plan, own, changed }
}

/** One is yes or no where the other is not. */
export const differingIn =
  (own: NodeIndex, changed: NodeIndex) =>
  ({ gates, truth }: Everybody): Literal => {
    const [one, other] = [truth(own), truth(changed)]
    return gates.any([gates.differ(one.yes, other.yes), gates.differ(one.no, other.no)])
  }

/** Whether two conditions about a person surely come to the same, whoever is asked and whatever the entries. */
export function isSameClosely(pathway: Pathway, before: Condition, after: Condition): boolean {
  const both = besideOneAnother(pathway, before, after)
  if (!both) return false
  const { plan, own, changed } = both
  const sides = [restingOn(plan, [own], []), restingOn(plan, [changed], [])] as const
  return mayDifferClosely(plan, sides, differingIn(own, changed)) === false
}
