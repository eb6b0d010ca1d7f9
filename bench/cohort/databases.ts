/**
 * `node bench/cohort/databases.ts [PEOPLE]`: rows of resolved facts to all decisions, beside databases that hold the same people
 * in the flat fact table and answer by the generated SQL, on all processors. Answers are compared first.
 */
import { planOf } from '@facialis/engine'
import { createTables, dialects, queryOf } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Asking, dayOf } from '@facialis/language'
import { madeUpSheets } from '../../spec/support/made-up-sheets.ts'
import { exampleSheets } from '../example-sheets.ts'
import { differencesOf } from '../sql/compare.ts'
import { type Crowd, crowdOf, people as peopleOf } from '../sql/crowd.ts'
import { openDuckdb } from '../sql/duckdb.ts'
import type { Database } from '../sql/engine.ts'
import { openPostgres } from '../sql/postgres.ts'
import { measurePlanes } from './planes.ts'

const plan = planOf(hemifacialSpasm)
const asking: Asking = { asOf: dayOf(2026, 11, 23), policy: {} }

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

export type Answering = Readonly<{ ours: number; theirs: number }>

let ours: Promise<number> | null = null
let crowd: Crowd | null = null

/** People answered for in a second: rows of resolved facts to columns to decisions, and the database's own tables to decisions. */
export async function besideDatabase(open: () => Promise<Database>, count: number): Promise<Answering> {
  ours ??= measurePlanes(count).then(({ perSecond }) => perSecond)
  const perSecond = await ours
  crowd ??= crowdOf(
    plan,
    peopleOf(madeUpSheets(plan, { asOf: asking.asOf, seed: 1, examples: exampleSheets(asking.asOf) }), count),
    asking,
  )
  return { ours: perSecond, theirs: count / (await seconds(open, crowd)) }
}

/** Removes the files of the people. */
export function endDatabases(): void {
  crowd?.discard()
  crowd = null
}

export const databases: Readonly<Record<'DuckDB' | 'PostgreSQL', () => Promise<Database>>> = {
  DuckDB: openDuckdb,
  PostgreSQL: () => openPostgres(),
}

if (import.meta.main) {
  const count = Number(process.argv[2] ?? 1_000_000)
  try {
    for (const [name, open] of Object.entries(databases)) {
      const { ours, theirs } = await besideDatabase(open, count)
      console.log(
        `${count} people: ${Math.round(ours)} a second in columns, ${Math.round(theirs)} in ${name}: ${(ours / theirs).toFixed(1)}×`,
      )
    }
  } finally {
    endDatabases()
  }
}
