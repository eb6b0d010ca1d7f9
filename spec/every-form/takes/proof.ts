import type { Plan } from '@facialis/engine/plan/plan.ts'
import { spaceOf } from '@facialis/engine/prove/space.ts'
import { type Counts, page } from './counted.ts'

function proved(plan: Plan): Counts {
  const space = spaceOf(plan)
  for (const [at] of plan.decisions.entries()) space.decision(at)
  return { branchings: space.d.nodes(), variables: space.coordinates.all.length }
}

export const proofTakes = page('proof-takes.txt', proved)
