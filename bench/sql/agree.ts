/**
 * `npm run agree:sql [-- PEOPLE]`: people made up around the examples, on SQLite, PostgreSQL and DuckDB; every answer of
 * every one compared with what the plan's own functions answer. Ends with code 1 where any differs.
 */
import { planOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { parseDate } from '@facialis/language'
import { madeUpSheets } from '../../spec/support/made-up-sheets.ts'
import { exampleSheets } from '../example-sheets.ts'
import { differencesIn } from './compare.ts'
import { crowdOf, people } from './crowd.ts'
import { openDuckdb } from './duckdb.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

const count = Number(process.argv[2] ?? 100_000)
if (!Number.isInteger(count) || count < 1) {
  console.error(`${JSON.stringify(process.argv[2])} is not a number of people.`)
  process.exit(2)
}

const plan = planOf(hemifacialSpasm)
const asOf = parseDate('2026-11-23')?.lo as number
const asking = { asOf, policy: {} }
console.error(`Making up ${count} people…`)
const crowd = crowdOf(
  plan,
  people(madeUpSheets(plan, { asOf, seed: 2026, examples: exampleSheets(asOf) }), count),
  asking,
)
try {
  for (const open of [openDuckdb, openPostgres, openSqlite]) {
    const begun = performance.now()
    const database = await open()
    console.error(`Asking ${database.name}…`)
    const differences = await differencesIn(plan, database, { ...crowd, asking }).finally(() => database.close())
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(
      `${database.name}: ${count} people, ${crowd.expected.reduce((sum, answers) => sum + answers.length, 0)} answers, ${differences.length} differences (${seconds} s)`,
    )
    for (const difference of differences.slice(0, 5)) console.log(difference)
    if (differences.length > 0) process.exitCode = 1
  }
  const columns =
    crowd.expected[0]?.map((_, decision) => new Set(crowd.expected.map((answers) => answers[decision])).size) ?? []
  console.log(`Different answers met, decision by decision: ${columns.join(' ')}`)
} finally {
  crowd.discard()
}
