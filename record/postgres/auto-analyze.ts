import type { Db } from '../core/schema.ts'
import { analyze } from './analyze.ts'

/** Resources. Fewer are found quickly under any plan. */
const firstAnalyze = 200
/** Beyond this, autovacuum has analysed the tables long ago, and does so again whenever a tenth has changed. */
const lastAnalyze = 100_000

export type AutoAnalyze = Readonly<{
  /** Counts resources that were written. */
  wrote: (many: number) => void
  /** Runs ANALYZE where the tables have grown enough since. */
  ifGrown: (db: Db) => Promise<void>
}>

/**
 * Right after a bulk load the planner uses old statistics for up to a minute: with two thousand resources it then chose a nested
 * loop over all of them. So ANALYZE runs at a few hundred resources, and whenever they have doubled.
 */
export function openAutoAnalyze(): AutoAnalyze {
  let written = 0
  let next = firstAnalyze
  return {
    wrote: (many) => {
      written += many
    },
    ifGrown: async (db) => {
      if (written < next || next > lastAnalyze) return
      next = 2 * written
      await analyze(db)
    },
  }
}
