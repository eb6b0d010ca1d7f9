import { DatabaseSync } from 'node:sqlite'
import { planOf } from '@facialis/engine'
import {
  entryViewsOf,
  factsViewOf,
  flatRowsOf,
  flatTablesOf,
  type ViewDefinition,
} from '@facialis/engine/flat/index.ts'
import type { FlatTable } from '@facialis/engine/flat/tables.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { settledChart } from '@facialis/engine/publish/index.ts'
import { createTables, dialects, fillTables } from '@facialis/engine/sql/index.ts'
import { answerSystem, entrySystem, factObservations, factSystem } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Asking, Chart, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPlainFacts } from '../examples/forms.ts'
import { cases } from '../naive/arbitrary.ts'
import { people } from '../promises/people.ts'
import { viewRows, viewTable } from './view-rows.ts'

const addresses = { fact: factSystem, answer: answerSystem, entry: entrySystem }

type Asked = Readonly<{ chart: Chart; asking: Asking }>
type Row = readonly (string | number | null)[]

const plain = (value: unknown): string | number | null =>
  typeof value === 'boolean' ? Number(value) : (value as string | number | null)

/** Rows as they can be compared: in an order of their own, and without the ids of entries, which each form gives anew. */
const inOrder = (table: FlatTable, rows: readonly Row[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row.filter((_, i) => table.columns[i]?.name !== 'entry_id'))).toSorted()

/** Every table, once filled through the views and once straight from the sheets. */
function bothWays(pathway: Pathway, asked: readonly Asked[]) {
  const plan = planOf(pathway)
  const tables = flatTablesOf(plan)
  const all = [tables.person, ...tables.entries]
  const asOf = asked[0]?.asking.asOf as number
  const straight = all.map((): Row[] => [])
  const database = new DatabaseSync(':memory:')
  const views: readonly ViewDefinition[] = [
    factsViewOf(plan, addresses),
    ...entryViewsOf(plan, addresses).map(({ definition }) => definition),
  ]
  database.exec(createTables(plan, dialects.sqlite))
  for (const view of views) database.exec(viewTable(view))
  let written = 0
  for (const [i, { chart, asking }] of asked.entries()) {
    const patientId = `demo-${i}`
    const rows = flatRowsOf(plan)(fillerOf(plan)(chart, asking), { tenantId: 'demo', patientId, asOf })
    straight[0]?.push(rows.person.map(plain))
    for (const [room, own] of rows.entries.entries()) straight[room + 1]?.push(...own.map((row) => row.map(plain)))
    const facts = factObservations(pathway, settledChart(pathway, chart, asking), {
      patientId,
      asOf,
      newId: () => `o${++written}`,
    })
    const resources = JSON.parse(JSON.stringify(facts))
    for (const view of views)
      for (const row of viewRows(view, resources))
        database.prepare(`INSERT INTO ${view.name} VALUES (${row.map(() => '?').join(', ')})`).run(...row.map(plain))
  }
  database.exec(fillTables(plan, { dialect: dialects.sqlite, addresses, tenantId: 'demo', asOf }))
  const filled = all.map(({ name }) =>
    database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => Object.values(row).map(plain)),
  )
  const compared = (rows: readonly (readonly Row[])[]) =>
    Object.fromEntries(all.map((table, i) => [table.name, inOrder(table, rows[i] as readonly Row[])]))
  return { straight: compared(straight), filled: compared(filled) }
}

/** A sample, since each column of each person is a path to walk; the complete run asks for more: PEOPLE=150. */
const count = Number(process.env.PEOPLE ?? 30)

describe('views over Fact Observations fill the flat fact table as the facts themselves do', () => {
  it('of example people and people made up around them', () => {
    const { asOf } = fromPlainFacts(examples[0] as (typeof examples)[number])
    const asking = { asOf, policy: {} }
    const near = examples.slice(0, count / 2).map((example) => fromPlainFacts(example).chart)
    const charts = [...near, ...fc.sample(people, { numRuns: count / 2, seed: 7 })]
    const { straight, filled } = bothWays(
      hemifacialSpasm,
      charts.map((chart) => ({ chart, asking })),
    )
    expect(filled).toEqual(straight)
  })

  it('of other pathways', () => {
    fc.assert(
      fc.property(cases, ({ pathway, chart, asking }) => {
        const { straight, filled } = bothWays(pathway, [{ chart, asking }])
        expect(filled).toEqual(straight)
      }),
      { numRuns: 30 },
    )
  })
})
