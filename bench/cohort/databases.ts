/**
 * `node bench/cohort/databases.ts [PEOPLE]`: rows of resolved facts to all decisions, beside databases that hold the same people
 * in the flat fact table and answer by the generated SQL, on all processors. Answers are compared first.
 */
import { createTables, dialects, planOf, queryOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { dayOf } from '@facialis/language'
import { madeUpSheets } from '../../spec/support/made-up-sheets.ts'
import { exampleSheets } from '../example-sheets.ts'
import { differencesOf } from '../sql/compare.ts'
import { type Crowd, crowdOf, people as peopleOf } from '../sql/crowd.ts'
import { openDuckdb } from '../sql/duckdb.ts'
import type { Database } from '../sql/engine.ts'
import { openPostgres } from '../sql/postgres.ts'
import { measurePlanes } from './planes.ts'

const plan = planOf(hemifacialSpasm)
const asking = { asOf: dayOf(2026, 11, 23), policy: {} }

/** Seconds in which a database answers for everybody; the answers stay in the database, as ours stay in memory. */
async function seconds(open: () => Promise<Database>, crowd: Crowd): Promise<number> {
  const database = await open()
  try {
    const query = queryOf(plan, dialects[database.name], asking)
    await database.run(createTables(plan, dialects[database.name]))
    await database.load(crowd.files)
    const differences = differencesOf(plan, await database.rows(query), crowd.expected)
    if (differences.length > 0) throw new Error(`${database.name} answers otherwise: ${JSON.stringify(differences[0])}`)
    const rounds: number[] = []
    for (let round = 0; round < 3; round++) {
      const begun = performance.now()
      await database.run(`CREATE TABLE answered_${round} AS ${query}`)
      rounds.push((performance.now() - begun) / 1000)
    }
    return rounds.sort((a, b) => a - b)[1] as number
  } finally {
    await database.close()
  }
}

const count = Number(process.argv[2] ?? 100_000)
const { perSecond, compared } = await measurePlanes(count)
console.log(`${compared} people are answered in a cohort as they are alone.`)
const next = madeUpSheets(plan, { asOf: asking.asOf, seed: 1, examples: exampleSheets(asking.asOf) })
const crowd = crowdOf(plan, peopleOf(next, count), asking)
try {
  const rows = [{ who: 'a cohort in columns', people: count, seconds: count / perSecond, ratio: 1 }]
  for (const [who, open] of [
    ['DuckDB', openDuckdb],
    ['PostgreSQL', () => openPostgres()],
  ] as const) {
    const taken = await seconds(open, crowd)
    rows.push({ who, people: count, seconds: taken, ratio: (taken * perSecond) / count })
    console.table(rows)
  }
} finally {
  crowd.discard()
}
