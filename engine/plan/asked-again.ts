import { type Asked, askedOf } from './asked.ts'
import type { Plan } from './plan.ts'

/** Everything may be asked again for whoever comes next, and is then remembered. */
export const askedAgain = (plan: Plan): Asked =>
  askedOf({ ...plan, nodes: plan.nodes.map((node) => ({ ...node, uses: 2 })) })
