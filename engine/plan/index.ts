import type { Chart, Pathway } from '@facialis/language'
import { resolve } from '../resolve.ts'
import type { Asking } from '../statements.ts'
import type { Answering } from './closures.ts'
import { planOf } from './lower.ts'
import { sheetOf } from './sheet.ts'

export { type Answering, closuresOf } from './closures.ts'
export { planOf } from './lower.ts'
export { moduleOf } from './source/module.ts'

/** The answer of every decision about the person, without explanation, by a fast form of the pathway. */
export function answersBy(
  pathway: Pathway,
  answering: Answering,
): (chart: Chart, asking: Asking) => Readonly<Record<string, string>> {
  const plan = planOf(pathway)
  const told = pathway.decisions
    .filter((decision) => decision.scope === 'patient')
    .map((decision) => ({ decision, at: plan.decisions.findIndex((planned) => planned.decision === decision) }))
  return (chart, asking) => {
    const policy = plan.policy.map(({ id, default: usual }) => asking.policy[id] ?? usual)
    const answers = answering(sheetOf(plan, resolve(pathway, chart, asking)), { asOf: asking.asOf, policy })
    return Object.fromEntries(
      told.map(({ decision, at }) => [decision.id, decision.answers[answers[at] as number] as string]),
    )
  }
}
