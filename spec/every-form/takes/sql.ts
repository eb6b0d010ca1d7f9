import type { Plan } from '@facialis/engine/plan/plan.ts'
import { createTables, dialects, fillTables, queryOf } from '@facialis/engine/sql/index.ts'
import { addresses, asking, asOf } from './asked.ts'
import { type Counts, page } from './counted.ts'
import { saidIn, wordsOf } from './said.ts'

const signs = wordsOf('SELECT CASE COALESCE AND OR NOT IS TRUE MAX SUM lo ( < +')

const sql = (plan: Plan): Counts =>
  Object.fromEntries(
    Object.values(dialects).flatMap((dialect) => {
      const query = queryOf(plan, dialect, asking)
      return [
        ...Object.entries(saidIn(dialect.name, query, signs)),
        [
          `${dialect.name}: characters of tables and what fills them`,
          createTables(plan, dialect).length + fillTables(plan, { dialect, addresses, tenantId: 'demo', asOf }).length,
        ],
      ]
    }),
  )

export const sqlTakes = page('sql-takes.txt', sql)
