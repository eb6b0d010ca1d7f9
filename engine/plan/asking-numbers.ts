import { type Asking, numberIn } from '@facialis/language'
import type { AskingNumbers, Plan } from './plan.ts'

/** What is asked as the plan asks it: a site's own numbers, and the usual one where it has none. */
export const numbersOf = ({ policy: numbers }: Pick<Plan, 'policy'>, { asOf, policy }: Asking): AskingNumbers => ({
  asOf,
  policy: numbers.map((number) => numberIn(policy, number)),
})
