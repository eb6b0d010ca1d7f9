import { planOf } from '@facialis/engine'
import { flatTablesOf } from '@facialis/engine/flat/index.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import { createTables, dialects, queryOf } from '@facialis/engine/sql/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { defaultPolicy } from '@facialis/language'
import { whyNoPostgres } from '@facialis/record/test/find-postgres.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleSheets } from '../../bench/example-sheets.ts'
import { differencesIn } from '../../bench/sql/compare.ts'
import { crowdOf, people } from '../../bench/sql/crowd.ts'
import { openDuckdb } from '../../bench/sql/duckdb.ts'
import type { Database } from '../../bench/sql/engine.ts'
import { openPostgres } from '../../bench/sql/postgres.ts'
import { openSqlite } from '../../bench/sql/sqlite.ts'
import { cases } from '../naive/arbitrary.ts'
import { today } from '../promises/people.ts'
import { madeUpSheets } from '../support/made-up-sheets.ts'

/** Opens a database, how many made-up people and how many made-up pathways it is asked about. */
const databases: readonly (readonly [string, () => Promise<Database>, number, number])[] = [
  ['SQLite', openSqlite, 2000, 80],
  ['PostgreSQL', openPostgres, 2000, 8],
  ['DuckDB', openDuckdb, 2000, 12],
]

/** One person, and twenty more; each sheet holds until the next is asked for. */
function* withOthers(own: Sheet, next: () => Sheet): Iterable<Sheet> {
  yield own
  yield* people(next, 20)
}

// record/test says so, and where everything has to be tested it fails.
const present = databases.filter(([name]) => name !== 'PostgreSQL' || whyNoPostgres() === null)

describe.each(present)('decisions as SQL on %s are those of the pathway', (_, open, count, pathways) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database?.close())

  it(`of ${count} people made up by chance and around the examples`, async () => {
    const plan = planOf(hemifacialSpasm)
    const asking = { asOf: today, policy: defaultPolicy(hemifacialSpasm.policy) }
    const next = madeUpSheets(plan, { asOf: today, seed: 2026, examples: exampleSheets(today) })
    const crowd = crowdOf(plan, people(next, count), asking)
    try {
      expect(crowd.expected).toHaveLength(count)
      expect(await differencesIn(plan, database, { ...crowd, asking })).toEqual([])
    } finally {
      crowd.discard()
    }
  })

  it('and their tables take nothing that a rule would misread: a YES is no red flag to it, and 2026 a day long ago', async () => {
    const plan = planOf(hemifacialSpasm)
    const { person, entries } = flatTablesOf(plan)
    const tables = [person, ...entries]
    const put = (kind: string, value: string): Promise<void> => {
      const at = tables.flatMap(({ name, columns }) => columns.map((column) => ({ table: name, columns, column })))
      const { table, columns, column } = at.find(({ column }) => column.content.kind === kind) as (typeof at)[number]
      const keys = columns.filter(({ content }) => content.kind === 'key')
      const key = ({ type }: (typeof keys)[number]): string =>
        type === 'date' ? "'2026-11-23'" : `'${kind} ${value.replaceAll("'", '')}'`
      return database.run(
        `INSERT INTO ${table} (${[...keys, column].map(({ name }) => name).join(', ')}) VALUES (${[...keys.map(key), value].join(', ')})`,
      )
    }
    await database.run(tables.map(({ name }) => `DROP TABLE IF EXISTS ${name};`).join('\n'))
    await database.run(createTables(plan, dialects[database.name]))
    for (const [kind, value] of [
      ['word', "'YES'"],
      ['word', "''"],
      ['day', "'2026'"],
      ['day', "'23.11.2026'"],
      ['entry-day', "'2026-02-30'"],
      ['member', "'perhaps'"],
      ['quantity', "'much'"],
    ] as const)
      await expect(put(kind, value), `${kind} ${value}`).rejects.toThrow()
    for (const [kind, value] of [
      ['word', "'left'"],
      ['word', 'NULL'],
      ['day', "'2026-01-01'"],
      ['member', 'TRUE'],
      ['quantity', '12'],
    ] as const)
      await put(kind, value)
  })

  it(`of ${pathways} other pathways, each with a chart and made-up people of its own`, async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ pathway, chart, asking }) => {
        const plan = planOf(pathway)
        const own = fillerOf(plan)(chart, asking)
        const crowd = crowdOf(plan, withOthers(own, madeUpSheets(plan, { asOf: asking.asOf, seed: 7 })), asking)
        const { person, entries } = flatTablesOf(plan)
        try {
          await database.run([person, ...entries].map(({ name }) => `DROP TABLE IF EXISTS ${name};`).join('\n'))
          expect(await differencesIn(plan, database, { ...crowd, asking })).toEqual([])
        } finally {
          crowd.discard()
        }
      }),
      { numRuns: pathways },
    )
  })
})

describe('the query', () => {
  it('has no answer for people whose facts were resolved for another day', async () => {
    const database = await openSqlite()
    const plan = planOf(hemifacialSpasm)
    const asking = { asOf: today, policy: {} }
    const crowd = crowdOf(plan, people(madeUpSheets(plan, { asOf: today, seed: 1 }), 3), asking)
    await database.run(createTables(plan, dialects.sqlite))
    await database.load(crowd.files)
    crowd.discard()
    expect(await database.rows(queryOf(plan, dialects.sqlite, asking))).toHaveLength(3)
    expect(await database.rows(queryOf(plan, dialects.sqlite, { ...asking, asOf: today + 1 }))).toEqual([])
    await database.close()
  })
})
