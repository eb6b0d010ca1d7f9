import { type Asking, type Chart, memoiseWeak, type Pathway } from '@facialis/language'
import { closuresOf } from './closures.ts'
import { fillerOf } from './fill.ts'
import { planOf } from './lower.ts'
import type { PlanEvaluator } from './plan.ts'
import { planParameters } from './plan-parameters.ts'

/** Answers by id, in the pathway's order. */
export type Answers = Readonly<Record<string, string>>

/** The answer of every decision about the person, without explanation. */
export const answersOf = (pathway: Pathway, chart: Chart, asking: Asking): Answers =>
  answererFor(pathway)(chart, asking)

const answererFor = memoiseWeak((pathway: Pathway) => answersBy(pathway, closuresOf(planOf(pathway))))

/** The same by any form of the pathway's plan, such as the module that is written when the product is built. */
export function answersBy(pathway: Pathway, answering: PlanEvaluator): (chart: Chart, asking: Asking) => Answers {
  const plan = planOf(pathway)
  const fill = fillerOf(plan)
  const told = pathway.decisions
    .filter((decision) => decision.scope === 'patient')
    .map((decision) => ({ decision, at: plan.decisions.findIndex((planned) => planned.decision === decision) }))
  const unanswered: Answers = Object.fromEntries(told.map(({ decision }) => [decision.id, '']))
  // One policy is asked about many people; that it is the same is known only of one that cannot change.
  let frozen: Asking['policy'] | null = null
  let policy: readonly number[] = []
  return (chart, asking) => {
    if (asking.policy !== frozen) {
      policy = planParameters(plan, asking).policy
      frozen = Object.isFrozen(asking.policy) ? asking.policy : null
    }
    const positions = answering(fill(chart, asking), { asOf: asking.asOf, policy })
    const answers: Record<string, string> = { ...unanswered }
    for (let i = 0; i < told.length; i++) {
      const { decision, at } = told[i] as (typeof told)[number]
      answers[decision.id] = decision.answers[positions[at] as number] as string
    }
    return answers
  }
}
