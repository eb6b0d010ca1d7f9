import * as found from '@facialis/engine/symbolic/decode-model.ts'
import * as enough from '@facialis/engine/symbolic/sufficient-rows.ts'
import * as all from '@facialis/engine/symbolic/symbolic-plan.ts'

/** What is asked here of the plan of somebody of whom nothing is settled: as it is, or a copy with a fault in it. */
export type Encoding = Pick<typeof all, 'symbolicPlan'> &
  Pick<typeof enough, 'sufficientRows'> &
  Pick<typeof found, 'decodeModel'>

export const asItIs: Encoding = { ...all, ...enough, ...found }
