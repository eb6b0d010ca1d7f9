import { DatabaseSync } from 'node:sqlite'
import { planOf } from '@facialis/engine'
import type { FlatTable } from '@facialis/engine/flat/flat-tables.ts'
import {
  entryViewsOf,
  factsViewOf,
  flatRowsOf,
  flatTablesOf,
  type ViewDefinition,
} from '@facialis/engine/flat/index.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { normalChart } from '@facialis/engine/publish/index.ts'
import { createTables, dialects, fillTables } from '@facialis/engine/sql/index.ts'
import { answerSystem, entrySystem, factObservations, factSystem } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { type Asking, type Chart, decide, has, type Pathway } from '@facialis/language'
import { whyNoPostgres } from '@facialis/record/test/find-postgres.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckdb } from '../../bench/sql/duckdb.ts'
import type { Database } from '../../bench/sql/engine.ts'
import { openPostgres } from '../../bench/sql/postgres.ts'
import { fromPlainFacts } from '../examples/forms.ts'
import { cases } from '../naive/arbitrary.ts'
import { chartOf, parts, pathwayOf, sayingYes, says } from '../naive/small-charts.ts'
import { people } from '../promises/people.ts'
import { viewRows, viewTable } from './view-rows.ts'

const addresses = { fact: factSystem, answer: answerSystem, entry: entrySystem }

type Asked = Readonly<{ chart: Chart; asking: Asking }>
type Row = readonly (string | number | boolean | null)[]
type Resource = Readonly<Record<string, unknown>>

const plain = (value: unknown): string | number | null =>
  typeof value === 'boolean' ? Number(value) : (value as string | number | null)

/** Rows as they can be compared: in an order of their own, and without the ids of entries, which each form gives anew. */
const inOrder = (table: FlatTable, rows: readonly Row[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row.filter((_, i) => table.columns[i]?.name !== 'entry_id'))).toSorted()

type Rows = readonly (readonly Row[])[]

/** Of the same people: what the views say of their Fact Observations, and what the flat tables hold by their sheets. */
function rowsOf(
  pathway: Pathway,
  asked: readonly Asked[],
  change: (facts: Resource[]) => Resource[] = (facts) => facts,
) {
  const plan = planOf(pathway)
  const tables = flatTablesOf(plan)
  const all = [tables.person, ...tables.entries]
  const asOf = asked[0]?.asking.asOf as number
  const views: readonly ViewDefinition[] = [
    factsViewOf(plan, addresses),
    ...entryViewsOf(plan, addresses).map(({ definition }) => definition),
  ]
  const [seen, straight]: [Row[][], Row[][]] = [views.map(() => []), all.map(() => [])]
  let written = 0
  for (const [i, { chart, asking }] of asked.entries()) {
    const patientId = `demo-${i}`
    const rows = flatRowsOf(plan)(fillerOf(plan)(chart, asking), { tenantId: 'demo', patientId, asOf })
    straight[0]?.push(rows.person)
    for (const [entryKind, own] of rows.entries.entries()) straight[entryKind + 1]?.push(...own)
    const facts = factObservations(pathway, normalChart(pathway, chart, asking), {
      patientId,
      asOf,
      newId: () => `o${++written}`,
    })
    const resources = change(JSON.parse(JSON.stringify(facts)))
    for (const [at, view] of views.entries()) seen[at]?.push(...viewRows(view, resources))
  }
  return { plan, all, asOf, views, seen: seen as Rows, straight: straight as Rows }
}

type Made = ReturnType<typeof rowsOf>
const fillOf = ({ plan, asOf }: Made, dialect: keyof typeof dialects): string =>
  fillTables(plan, { dialect: dialects[dialect], addresses, tenantId: 'demo', asOf })

/** The flat tables in SQLite, filled through the views. */
function sqliteOf(made: Made): DatabaseSync {
  const { plan, views, seen } = made
  const database = new DatabaseSync(':memory:')
  database.exec(createTables(plan, dialects.sqlite))
  for (const [at, view] of views.entries()) {
    database.exec(viewTable(view))
    for (const row of seen[at] as readonly Row[])
      database.prepare(`INSERT INTO ${view.name} VALUES (${row.map(() => '?').join(', ')})`).run(...row.map(plain))
  }
  database.exec(fillOf(made, 'sqlite'))
  return database
}

/** Every table, once filled through the views and once straight from the sheets. */
function bothWays(pathway: Pathway, asked: readonly Asked[]) {
  const made = rowsOf(pathway, asked)
  const { all, straight } = made
  const database = sqliteOf(made)
  const filled = all.map(({ name }) =>
    database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => Object.values(row).map(plain)),
  )
  const compared = (rows: Rows) =>
    Object.fromEntries(
      all.map((table, i) => [
        table.name,
        inOrder(
          table,
          (rows[i] as readonly Row[]).map((row) => row.map(plain)),
        ),
      ]),
    )
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

/** Written into a table, a few hundred rows a statement. */
async function insertInto(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const literal = (value: Row[number]) => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : `${value}`)
  for (let from = 0; from < rows.length; from += 300)
    await database.run(
      `INSERT INTO ${table} VALUES ${rows
        .slice(from, from + 300)
        .map((row) => `(${row.map(literal).join(', ')})`)
        .join(',\n')};`,
    )
}

/** The tables of a database filled through its views, and how many rows of each are not those of the sheets, either way. */
async function filledIn(database: Database, made: Made): Promise<Readonly<Record<string, string>>> {
  const { plan, all, views, seen, straight } = made
  for (const table of all)
    await database.run(`DROP TABLE IF EXISTS ${table.name}; DROP TABLE IF EXISTS straight_${table.name};`)
  await database.run(createTables(plan, dialects[database.name]))
  for (const [at, view] of views.entries()) {
    await database.run(`DROP TABLE IF EXISTS ${view.name}; ${viewTable(view)};`)
    await insertInto(database, view.name, seen[at] as readonly Row[])
  }
  await database.run(fillOf(made, database.name))
  const differing: Record<string, string> = {}
  for (const [at, { name, columns }] of all.entries()) {
    await database.run(`CREATE TABLE straight_${name} AS SELECT * FROM ${name} WHERE FALSE;`)
    await insertInto(database, `straight_${name}`, straight[at] as readonly Row[])
    const told = columns.flatMap((column) => (column.name === 'entry_id' ? [] : [column.name])).join(', ')
    const without = (one: string, other: string) =>
      `(SELECT COUNT(*) FROM (SELECT ${told} FROM ${one} EXCEPT ALL SELECT ${told} FROM ${other}) AS more)`
    const [[count] = []] = await database.rows(
      `SELECT ${without(name, `straight_${name}`)} + ${without(`straight_${name}`, name)} AS differing`,
    )
    differing[name] = String(count)
  }
  return differing
}

/** Of what was entered in error, sent twice or given two words, the tables hold nothing. */
describe('what does not count, or says two things', () => {
  type Changing = { status: string; code: Coded; component?: Changing[]; valueCodeableConcept?: Coded }
  type Coded = { coding: { system: string; code: string }[] }
  const example = examples.find(({ id }) => id === 'typical-left-after-the-scan') as (typeof examples)[number]
  const { chart, asOf } = fromPlainFacts(example)
  const codeOf = ({ code }: Changing) => code.coding[0]?.code
  const filledOf = (change: (facts: Changing[]) => void) => {
    const made = rowsOf(hemifacialSpasm, [{ chart, asking: { asOf, policy: {} } }], (facts) => {
      change(facts as unknown as Changing[])
      return facts
    })
    const database = sqliteOf(made)
    const [person] = database.prepare('SELECT * FROM person').all()
    return { person, studies: database.prepare('SELECT * FROM studies').all() }
  }
  const doubled = (one: Changing | undefined, code: string) => {
    const [coding] = one?.valueCodeableConcept?.coding ?? []
    if (coding) one?.valueCodeableConcept?.coding.push({ ...coding, code })
  }

  it('is not known, and no entry', () => {
    const whole = filledOf(() => {})
    expect(whole.person).toMatchObject({ rf_sudden_palsy: 'no' })
    expect(whole.studies.map((row) => row.mri_tumour)).toEqual(['absent'])

    const mistaken = filledOf((facts) => {
      for (const one of facts)
        if (['rf.suddenPalsy', 'study'].includes(`${codeOf(one)}`)) one.status = 'entered-in-error'
    })
    expect(mistaken.person).toMatchObject({ rf_sudden_palsy: null })
    expect(mistaken.studies).toEqual([])

    const twice = filledOf((facts) => {
      doubled(
        facts.find((one) => codeOf(one) === 'rf.suddenPalsy'),
        'yes-resolved',
      )
      const study = facts.find((one) => codeOf(one) === 'study')
      doubled(
        study?.component?.find((one) => codeOf(one) === 'mri.tumour'),
        'present',
      )
      const onset = facts.find((one) => codeOf(one) === 'hfs.onset')
      if (onset) facts.push({ ...onset, ...{ valueDateTime: '2025' } })
    })
    expect(twice.person).toMatchObject({ rf_sudden_palsy: null, hfs_onset_first: null, hfs_onset_last: null })
    expect(twice.studies.map((row) => row.mri_tumour)).toEqual([null])
  })

  it('is not known either where a set is told twice, member by member', () => {
    const small = pathwayOf(decide<string>('asked', sayingYes(has(parts, 'p'))))
    const asked = { chart: chartOf(says(parts, { words: ['p'] }, '2026-03-01')), asking: { asOf, policy: {} } }
    const membersOf = (change: (facts: Changing[]) => void) => {
      const made = rowsOf(small, [asked], (facts) => {
        change(facts as unknown as Changing[])
        return facts
      })
      return sqliteOf(made).prepare('SELECT parts_p, parts_q FROM person').all()
    }
    expect(membersOf(() => {})).toEqual([{ parts_p: 1, parts_q: 0 }])
    const again = membersOf((facts) => {
      const one = facts.find((each) => codeOf(each) === 'parts')
      if (one) facts.push({ ...structuredClone(one), ...{ id: 'again' } })
    })
    expect(again).toEqual([{ parts_p: null, parts_q: null }])
  })
})

const servers: readonly (readonly [string, () => Promise<Database>])[] = [
  ['PostgreSQL', openPostgres],
  ['DuckDB', openDuckdb],
]
// record/test says so, and where everything has to be tested it fails.
const present = servers.filter(([name]) => name !== 'PostgreSQL' || whyNoPostgres() === null)

describe.each(present)('on %s, too', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database?.close())

  it('the views fill every table as the facts themselves do', async () => {
    const { asOf } = fromPlainFacts(examples[0] as (typeof examples)[number])
    const asking = { asOf, policy: {} }
    const near = examples.slice(0, count / 2).map((example) => fromPlainFacts(example).chart)
    const charts = [...near, ...fc.sample(people, { numRuns: count / 2, seed: 7 })]
    const made = rowsOf(
      hemifacialSpasm,
      charts.map((chart) => ({ chart, asking })),
    )
    const differing = await filledIn(database, made)
    expect(Object.values(differing)).toEqual(made.all.map(() => '0'))
  })
})
