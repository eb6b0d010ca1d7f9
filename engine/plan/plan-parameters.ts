import { type Asking, numberIn } from '@facialis/language'
import type { Plan, PlanParameters } from './plan.ts'

/** The policy as an array in the plan's order; the default where a site sets no number of its own. */
export const planParameters = (
  { policy: numbers }: Pick<Plan, 'policy'>,
  { asOf, policy }: Asking,
): PlanParameters => ({
  asOf,
  policy: numbers.map((number) => numberIn(policy, number)),
})
