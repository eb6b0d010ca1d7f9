import type { Db } from '../ground/schema.ts'
import { weigh } from './weigh.ts'

/** Resources. Fewer are found quickly whatever the plan. */
const firstWeighed = 200
/** From here on the database has looked for itself long ago, and looks again when a tenth has changed. */
const lastWeighed = 100_000

export type WeighedAsItGrows = Readonly<{
  /** So many resources were written. */
  wrote: (many: number) => void
  /** Counts what there is, where much was written since. */
  ifGrown: (db: Db) => Promise<void>
}>

/**
 * A database that was filled a moment ago plans by what there was before, as long as a minute: of two thousand resources it
 * then compared each with each. So it is told to count when a few hundred are there, and when they have doubled.
 */
export function weighedAsItGrows(): WeighedAsItGrows {
  let written = 0
  let next = firstWeighed
  return {
    wrote: (many) => {
      written += many
    },
    ifGrown: async (db) => {
      if (written < next || next > lastWeighed) return
      next = 2 * written
      await weigh(db)
    },
  }
}
