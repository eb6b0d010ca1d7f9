/**
 * `node bench/sql/by-hand/beside.ts [PEOPLE]`: the generated query beside the hand-written one, over the same tables, on
 * DuckDB and PostgreSQL. Answers of both are compared with the plan's own before anything is timed.
 */
import { planOf } from '@facialis/engine'
import { createTables, dialects, queryOf } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Asking, dayOf } from '@facialis/language'
import { madeUpSheets } from '../../../spec/support/made-up-sheets.ts'
import { exampleSheets } from '../../example-sheets.ts'
import { quantile } from '../../side-by-side.ts'
import { differencesOf } from '../compare.ts'
import { crowdOf, people } from '../crowd.ts'
import { openDuckdb } from '../duckdb.ts'
import type { Database } from '../engine.ts'
import { openPostgres } from '../postgres.ts'
import { type ByHandDialect, byHand } from './by-hand.ts'

const plan = planOf(hemifacialSpasm)
const asking: Asking = { asOf: dayOf(2026, 11, 23), policy: {} }

export type Beside = Readonly<{
  /** Times the time of the hand-written query, as the median over rounds in which both stood side by side. */
  ratio: number
  /** Milliseconds, as medians. */
  generated: number
  written: number
}>

const opens: Readonly<Record<ByHandDialect, () => Promise<Database>>> = {
  duckdb: openDuckdb,
  postgres: () => openPostgres(),
}

/** Both queries over so many people, in turns. Answers stay in the database. */
export async function besideByHand(
  dialect: ByHandDialect,
  { count, rounds = 7 }: Readonly<{ count: number; rounds?: number }>,
): Promise<Beside> {
  const sheets = madeUpSheets(plan, { asOf: asking.asOf, seed: 5, examples: exampleSheets(asking.asOf) })
  const crowd = crowdOf(plan, people(sheets, count), asking)
  try {
    const database = await opens[dialect]()
    try {
      await database.run(createTables(plan, dialects[dialect]))
      await database.load(crowd.files)
      const queries = {
        generated: queryOf(plan, dialects[dialect], asking),
        'hand-written': byHand(dialect, asking.asOf),
      }
      const times: number[][] = []
      for (const [name, query] of Object.entries(queries)) {
        const [difference] = differencesOf(plan, await database.rows(query), crowd.expected)
        if (difference)
          throw new Error(`${dialect}: the ${name} query answers otherwise: ${JSON.stringify(difference)}`)
      }
      for (let round = 0; round < rounds; round++) {
        const took: number[] = []
        for (const query of Object.values(queries)) {
          const begun = performance.now()
          await database.run(`CREATE TABLE answered AS ${query}`)
          took.push(performance.now() - begun)
          await database.run('DROP TABLE answered')
        }
        times.push(took)
      }
      const median = (of: (took: number[]) => number): number => quantile(times.map(of), 0.5)
      return {
        ratio: median(([generated, written]) => (generated as number) / (written as number)),
        generated: median(([generated]) => generated as number),
        written: median(([, written]) => written as number),
      }
    } finally {
      await database.close()
    }
  } finally {
    crowd.discard()
  }
}

if (import.meta.main) {
  const count = Number(process.argv[2] ?? 20_000)
  if (!Number.isInteger(count) || count < 1) {
    console.error(`${JSON.stringify(process.argv[2])} is not a number of people.`)
    process.exit(2)
  }
  for (const dialect of ['duckdb', 'postgres'] as const) {
    const { ratio, generated, written } = await besideByHand(dialect, { count })
    console.log(
      `${dialect}: ${count} people, 0 differences; generated ${generated.toFixed()} ms, by hand ${written.toFixed()} ms: ${ratio.toFixed(2)}× its time`,
    )
  }
}
