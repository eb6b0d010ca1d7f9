import type { Row } from '../row.ts'
import { besideByHand } from '../sql/by-hand/beside.ts'
import type { ByHandDialect } from '../sql/by-hand/by-hand.ts'

const count = 20_000

const row = (id: string, dialect: ByHandDialect, database: string): Row => ({
  id,
  work: `the generated SQL over ${count} people, all 18 decisions, in ${database}`,
  against: 'SQL of the same decisions by hand',
  unit: '× its time',
  hold: 1.15,
  measure: async () => {
    const { ratio, generated, written } = await besideByHand(dialect, { count })
    return { value: ratio, figures: `${generated.toFixed()} ms against ${written.toFixed()} ms` }
  },
})

export const generatedOnDuckdb = row('generated-sql-duckdb', 'duckdb', 'DuckDB')
export const generatedOnPostgres = row('generated-sql-postgres', 'postgres', 'PostgreSQL')
