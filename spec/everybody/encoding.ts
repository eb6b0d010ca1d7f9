import * as enough from '@facialis/engine/everybody/enough-rows.ts'
import * as all from '@facialis/engine/everybody/everybody.ts'
import * as found from '@facialis/engine/everybody/somebody.ts'

/** What is asked here of the plan of somebody of whom nothing is settled: as it is, or a copy with a fault in it. */
export type Encoding = Pick<typeof all, 'everybody'> &
  Pick<typeof enough, 'enoughRows'> &
  Pick<typeof found, 'somebodyIn'>

export const asItIs: Encoding = { ...all, ...enough, ...found }
