import { DatabaseSync } from 'node:sqlite'
import { answersOf, planOf } from '@facialis/engine'
import { flatRowsOf, flatTablesOf } from '@facialis/engine/flat/index.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { answerColumnsOf } from '@facialis/engine/sql/index.ts'
import { chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Chart, parseDate } from '@facialis/language'
import { expect, it } from 'vitest'
import type { Ended } from '../test/as-a-process.ts'
import { facialis } from '../test/in-this-process.ts'
import { views } from './views.ts'

const sql = (...args: readonly string[]): Promise<Ended> => facialis(['sql', ...args])

const asOf = parseDate('2026-11-23')?.lo as number
const facts = {
  'person.birthDate': '1961',
  'hfs.side': 'left',
  'hfs.onset': '2024-03',
  'ph.unilateral': 'yes',
  'rf.cancer': 'yes',
  'screen.red-flags': 'complete',
}

it('prints tables and a query that SQLite takes as they are, and that answer a person as the product does', async () => {
  const read = chartFromPlainFacts(hemifacialSpasm, { asOf: '2026-11-23', facts })
  const chart = read.ok ? read.value.chart : ({} as Chart)
  const plan = planOf(hemifacialSpasm)
  const whose = { tenantId: 'demo', patientId: 'Demo One', asOf }
  const { person } = flatRowsOf(plan)(fillerOf(plan)(chart, { asOf, policy: {} }), whose)
  const [tables, query] = await Promise.all([
    sql('--dialect', 'sqlite', '--tables'),
    sql('--dialect', 'sqlite', '--as-of', '2026-11-23'),
  ])

  const database = new DatabaseSync(':memory:')
  database.exec(tables.out)
  const { name } = flatTablesOf(plan).person
  const values = person.map((value) => (typeof value === 'boolean' ? Number(value) : value))
  database.prepare(`INSERT INTO ${name} VALUES (${person.map(() => '?').join(', ')})`).run(...values)
  const answers = answersOf(hemifacialSpasm, chart, { asOf, policy: {} })
  expect(database.prepare(query.out).all()).toEqual([
    {
      tenant_id: 'demo',
      patient_id: 'Demo One',
      ...Object.fromEntries(answerColumnsOf(plan).map((column) => [column.name, answers[column.decision.id]])),
    },
  ])
  for (const { out } of [tables, query]) expect(out).toContain(': draft, not clinically signed.')
})

it('prints statements that fill the tables from the views it publishes', async () => {
  const fill = await sql('--dialect', 'postgres', '--fill', '--tenant', "Demo's", '--as-of', '2026-11-23')
  for (const { path, content } of views(hemifacialSpasm)) {
    const { name, status } = JSON.parse(String(content))
    expect([path, status, fill.out.includes(`FROM ${name}`)]).toEqual([`views/${name}.json`, 'draft', true])
  }
  expect(fill.out).toContain("SELECT 'Demo''s' AS tenant_id")
})

it.each([
  [[], 'Name the database with --dialect sqlite, postgres or duckdb.'],
  [['--dialect', 'oracle'], '--dialect "oracle" is not known: choose sqlite, postgres or duckdb.'],
  [['--dialect', 'sqlite', 'people.json'], '"sql" reads no file: "people.json" is one word too many.'],
  [['--dialect', 'sqlite', '--as-of', '2026-11'], '--as-of "2026-11" is not a day; write YYYY-MM-DD.'],
  [
    ['--dialect', 'sqlite', '--tables', '--as-of', '2026-11-23'],
    '--tables prints the tables, which depend on no day and no policy: leave out --as-of and --policy.',
  ],
  [['--dialect', 'duckdb', '--fill'], '--fill needs --tenant: the id under which these people are stored.'],
])('says what is wrong with %j', async (args, sentence) => {
  expect(await sql(...args)).toEqual({ code: 2, out: '', err: `facialis: ${sentence}\n` })
})
