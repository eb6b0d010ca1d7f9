import type { Condition, Decision, Pathway } from '@facialis/language'
import { planOf } from '../plan/lower.ts'
import type { Plan } from '../plan/plan.ts'
import { asInvariant } from '../symbolic/as-invariant.ts'
import type { Mutant } from './mutants.ts'
import type { Shown } from './rules.ts'

/** What a person is told by the rules as they are, and with a mistake in them: decisions or conditions of the plan. */
export type Told = Readonly<{ shown: Shown; by: 'decision' | 'node'; own: number; changed: number }>

/** One plan of the original and several mutants: shared nodes are evaluated once for each person. */
export type SharedPlan<T> = Readonly<{ plan: Plan; told: ReadonlyMap<T, readonly Told[]> }>

/** A mistake, or anything else that is put in the place of a part. */
export type Changed = Pick<Mutant, 'shows' | 'now'>

/** @param most of what rests on a part, often a lot that shows the same, so much is looked at */
export function sharedPlan<T extends Changed>(
  pathway: Pathway,
  changes: readonly T[],
  most = Number.POSITIVE_INFINITY,
): SharedPlan<T> {
  const decisions = new Set<Decision>(pathway.decisions)
  const conditions = new Map<Condition, number>()
  const asked = (condition: Condition): number => {
    const at = conditions.get(condition) ?? conditions.size
    conditions.set(condition, at)
    return at
  }
  const places = changes.map((change) =>
    change
      .shows()
      .slice(0, most)
      .map((shown) => {
        if (shown.claim !== 'answers')
          return { shown, own: asked(shown.node.when), changed: asked(change.now(shown.node).when) }
        const changed = change.now(shown.node)
        decisions.add(changed)
        return { shown, own: shown.node, changed }
      }),
  )
  const plan = planOf({
    ...pathway,
    decisions: [...decisions],
    toProve: { ...pathway.toProve, invariants: [...conditions.keys()].map(asInvariant) },
  })
  const decisionAt = new Map(plan.decisions.map(({ decision }, i) => [decision, i]))
  const placeOf = (one: number | Decision): number =>
    typeof one === 'number' ? (plan.invariants[one]?.whenever as number) : (decisionAt.get(one) as number)
  const told = new Map(
    changes.map((change, i) => [
      change,
      (places[i] as (typeof places)[number]).map(
        ({ shown, own, changed }): Told => ({
          shown,
          by: shown.claim === 'answers' ? 'decision' : 'node',
          own: placeOf(own),
          changed: placeOf(changed),
        }),
      ),
    ]),
  )
  return { plan, told }
}
