import type { Asking } from '@facialis/language'
import { type Asked, askedOf } from './asked.ts'
import type { AskingNumbers, Plan } from './plan.ts'

/** Everything may be asked again for whoever comes next, and is then remembered. */
export const askedAgain = (plan: Plan): Asked =>
  askedOf({ ...plan, nodes: plan.nodes.map((node) => ({ ...node, uses: 2 })) })

export const numbersOf = (plan: Plan, { asOf, policy }: Asking): AskingNumbers => ({
  asOf,
  policy: plan.policy.map(({ id, default: usual }) => policy[id] ?? usual),
})
