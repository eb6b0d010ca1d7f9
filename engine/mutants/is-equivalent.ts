import type { Condition, Pathway } from '@facialis/language'
import { planOf } from '../plan/lower.ts'
import type { EntryKindIndex, NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { asInvariant } from '../symbolic/as-invariant.ts'
import type { Literal } from '../symbolic/literal.ts'
import { type Parts, readsEntries, refinedPlan } from '../symbolic/refined-plan.ts'
import { dependenciesOf, type SymbolicPlan } from '../symbolic/symbolic-plan.ts'
import type { Polarity } from './polarities.ts'

/** How many contradictions are met before it is given up. */
const patience = 3_000

/**
 * Entry by entry only what differs between two sides, by itself. What is the same so is the same; what is not may be. Null
 * where nothing of that comes to entries, or it was given up.
 */
export function mayDiffer(
  plan: Plan,
  [own, changed]: readonly [Parts, Parts],
  differing: (all: SymbolicPlan) => Literal,
  of: EntryKindIndex | null = null,
): boolean | null {
  const nodes = own.nodes.symmetricDifference(changed.nodes)
  const decisions = own.decisions.symmetricDifference(changed.decisions)
  const bodies = [...decisions].map((at) => (plan.decisions[at] as Plan['decisions'][number]).body)
  if (![...[...nodes].map((at) => plan.nodes[at] as PlanNode), ...bodies].some(readsEntries)) return null
  const all = refinedPlan(plan, { nodes, decisions }, of)
  return all.isSatisfiable(differing(all), patience)
}

/** Two conditions, and what of them matters. */
export type Two = Readonly<{ before: Condition; after: Condition; matters: Polarity }>

/** A plan that holds two conditions beside the decisions of a pathway (a miter). */
export function pairedPlan(
  pathway: Pathway,
  { before, after }: Two,
): Readonly<{ plan: Plan; own: NodeIndex; changed: NodeIndex }> {
  const invariants = [before, after].map(asInvariant)
  const plan = planOf({ ...pathway, toProve: { ...pathway.toProve, invariants } })
  const [own, changed] = plan.invariants.map(({ whenever }) => whenever) as [NodeIndex, NodeIndex]
  return { plan, own, changed }
}

/** The kind of entry they are asked of; null: of the person. */
export const entryKindOf = (plan: Plan, nodes: readonly NodeIndex[]): EntryKindIndex | null =>
  nodes.map((at) => plan.nodes[at]?.within ?? null).find((entryKind) => entryKind !== null) ?? null

/** One is yes, or no, where the other is not, as far as that matters; of the person, or of some entry that is there. */
export const difference =
  ([own, changed]: readonly [NodeIndex, NodeIndex], matters: Polarity) =>
  ({ plan, logic, truth, sheet }: SymbolicPlan): Literal => {
    const [one, other] = [truth(own), truth(changed)]
    const entryKind = entryKindOf(plan, [own, changed])
    return logic.all([
      entryKind === null ? logic.yes : sheet.isThere(entryKind, 0),
      logic.any([
        ...(matters.yes ? [logic.xor(one.yes, other.yes)] : []),
        ...(matters.no ? [logic.xor(one.no, other.no)] : []),
      ]),
    ])
  }

/** Whether two conditions are proved equivalent for the polarities that are observable. */
export function isEquivalent(pathway: Pathway, two: Two): boolean {
  const { plan, own, changed } = pairedPlan(pathway, two)
  const sides = [dependenciesOf(plan, [own], []), dependenciesOf(plan, [changed], [])] as const
  return mayDiffer(plan, sides, difference([own, changed], two.matters), entryKindOf(plan, [own, changed])) === false
}
