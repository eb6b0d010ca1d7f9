import type { Pathway } from '@facialis/language'
import { fillerOf } from '../plan/fill.ts'
import { planOf } from '../plan/lower.ts'
import { memoisedEvaluator } from '../plan/memoised-evaluator.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import { asInvariant } from '../symbolic/as-invariant.ts'
import type { Claimed } from './killing.ts'
import { everythingShown, rulesOf } from './rules.ts'

/** Everything observable of a person: answers, and which steps, alerts and list items are present. */
export function observationsOf(
  pathway: Pathway,
): (somebody: Pick<Claimed, 'chart' | 'asking'>) => Pick<Claimed, 'answers' | 'steps' | 'alerts' | 'items'> {
  const shown = [...everythingShown(rulesOf(pathway)).values()]
  const asks = shown.flatMap((one) => (one.claim === 'answers' ? [] : [one]))
  const invariants = asks.map(({ node }) => asInvariant(node.when))
  const plan = planOf({ ...pathway, toProve: { ...pathway.toProve, invariants } })
  const asked = memoisedEvaluator(plan)
  const fill = fillerOf(plan)
  const answering = plan.decisions.flatMap(({ decision }, at) =>
    shown.some(({ node }) => node === decision) ? [{ decision, at }] : [],
  )
  return ({ chart, asking }) => {
    asked.begin(fill(chart, asking), planParameters(plan, asking))
    const there = (claim: 'steps' | 'alerts' | 'items'): Readonly<Record<string, boolean>> =>
      Object.fromEntries(
        asks.flatMap((one, i) =>
          one.claim === claim ? [[one.id, asked.truth(plan.invariants[i]?.whenever as number, -1) === 2]] : [],
        ),
      )
    return {
      answers: Object.fromEntries(
        answering.map(({ decision, at }) => [decision.id, decision.answers[asked.answer(at, -1)] as string]),
      ),
      steps: there('steps'),
      alerts: there('alerts'),
      items: there('items'),
    }
  }
}
