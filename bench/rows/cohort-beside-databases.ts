import { besideDatabase, databases, endDatabases } from '../cohort/databases.ts'
import type { Row } from '../row.ts'

/** So many in one run with everything else; `node bench/cohort/databases.ts` does the same with a million. */
const count = 20_000

const row = (id: string, name: keyof typeof databases, hold: number, isLast: boolean): Row => ({
  id,
  work: `rows of facts of ${count} people → columns → all decisions, all processors`,
  against: `${name}, all processors, by the generated SQL`,
  unit: '× as fast',
  hold,
  measure: async () => {
    try {
      const { ours, theirs } = await besideDatabase(databases[name], count)
      return { value: ours / theirs, figures: `${Math.round(ours)} people a second against ${Math.round(theirs)}` }
    } finally {
      if (isLast) endDatabases()
    }
  },
})

export const cohortBesideDuckdb = row('cohort-beside-duckdb', 'DuckDB', 5, false)
export const cohortBesidePostgres = row('cohort-beside-postgres', 'PostgreSQL', 20, true)
