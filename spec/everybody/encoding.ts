import * as all from '@facialis/engine/everybody/everybody.ts'
import * as entries from '@facialis/engine/everybody/over-entries.ts'
import * as found from '@facialis/engine/everybody/somebody.ts'

/** What is asked here of the plan of somebody of whom nothing is settled: as it is, or a copy with a fault in it. */
export type Encoding = Pick<typeof all, 'everybody'> &
  Pick<typeof entries, 'enoughRows'> &
  Pick<typeof found, 'somebodyIn'>

export const asItIs: Encoding = { ...all, ...entries, ...found }
