import { DatabaseSync } from 'node:sqlite'
import { planOf } from '@facialis/engine'
import { entryViewsOf, factsViewOf } from '@facialis/engine/flat/index.ts'
import { answerColumnsOf } from '@facialis/engine/sql/index.ts'
import { answerSystem, entrySystem, factSystem } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { facialis } from '../../cli/test/in-this-process.ts'
import { viewRows, viewTable } from '../sql/view-rows.ts'
import { people } from './everybody.ts'

const asOf = '2026-11-23'
const lines = (some: typeof people): string => some.map(({ bundle }) => `${JSON.stringify(bundle)}\n`).join('')
const plan = planOf(hemifacialSpasm)

/** What a command prints, where all of it went well. */
async function printed(args: readonly string[], input = ''): Promise<string> {
  const { code, out, err } = await facialis(args, input)
  if (code !== 0) throw new Error(err)
  return out
}
const sqlite = (...words: readonly string[]) => printed(['sql', '--dialect', 'sqlite', ...words])

type Row = Readonly<Record<string, unknown>>

/** What `facialis sql` answers of everybody in a database, by the decisions' ids, in the order of their names. */
async function answersIn(database: DatabaseSync): Promise<readonly Row[]> {
  const columns = new Map(answerColumnsOf(plan).map(({ name, decision }) => [name, decision.id]))
  const rows = database.prepare(await sqlite('--as-of', asOf)).all() as readonly Row[]
  return inOrder(
    rows.map(({ tenant_id, patient_id, ...answers }) => ({
      patient: patient_id,
      ...Object.fromEntries(Object.entries(answers).map(([name, answer]) => [columns.get(name) ?? name, answer])),
    })),
  )
}

/** What `facialis cohort` answers of the same people. */
async function answersOfCohort(some: typeof people): Promise<readonly Row[]> {
  const out = await printed(['cohort', '-', '--as-of', asOf, '--list', '--out', 'ndjson'], lines(some))
  return inOrder(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  )
}

const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => (String(one.patient) < String(other.patient) ? -1 : 1))
/** Without what only the one or the other tells. */
const told = hemifacialSpasm.decisions.filter(({ scope, inner }) => scope === 'patient' && !inner).map(({ id }) => id)
const alike = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => Object.fromEntries(['patient', ...told].map((name) => [name, row[name]])))

describe('facialis facts', () => {
  it('puts everybody of an export into a database, where every decision is what cohort says of them', async () => {
    const database = new DatabaseSync(':memory:')
    database.exec(await sqlite('--tables'))
    const into = ['--dialect', 'sqlite', '--tenant', "o'clinic"]
    database.exec(await printed(['facts', '-', '--as-of', asOf, ...into], lines(people)))
    const answers = await answersIn(database)
    expect(answers).toHaveLength(people.length)
    expect(alike(answers)).toEqual(alike(await answersOfCohort(people)))
    expect(database.prepare('SELECT DISTINCT tenant_id FROM person').all()).toEqual([{ tenant_id: "o'clinic" }])
  })

  it('writes Fact Observations from which the published views fill that database alike', async () => {
    const some = people.slice(0, 12)
    const facts = (await printed(['facts', '-', '--as-of', asOf], lines(some)))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
    const database = new DatabaseSync(':memory:')
    database.exec(await sqlite('--tables'))
    const addresses = { fact: factSystem, answer: answerSystem, entry: entrySystem }
    for (const view of [
      factsViewOf(plan, addresses),
      ...entryViewsOf(plan, addresses).map(({ definition }) => definition),
    ]) {
      database.exec(viewTable(view))
      for (const row of viewRows(view, facts))
        database
          .prepare(`INSERT INTO ${view.name} VALUES (${row.map(() => '?').join(', ')})`)
          .run(...row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)))
    }
    database.exec(await sqlite('--fill', '--tenant', 'demo', '--as-of', asOf))
    expect(alike(await answersIn(database))).toEqual(alike(await answersOfCohort(some)))
  })

  it('names what it could not use with its place, writes everybody else, and ends with code 1', async () => {
    const { code, out, err } = await facialis(
      ['facts', '-', '--as-of', asOf, '--dialect', 'duckdb', '--tenant', 'demo'],
      `${lines(people.slice(0, 2))}no line\n`,
    )
    expect(code).toBe(1)
    expect(err).toContain('The standard input line 3')
    expect(out.match(/^\('demo', 'demo-\d+', DATE '2026-11-23'/gm)).toHaveLength(2)
    expect(out).toMatch(/^BEGIN;$[\s\S]*^COMMIT;$/m)
  })

  it.each([
    [['facts'], '', 'Name the NDJSON file or folder to read'],
    [['facts', 'a', 'b'], '', '"b" is one too many'],
    [['facts', '-', '--dialect', 'sqlite'], '', '--dialect needs --tenant'],
    [['facts', '-', '--tenant', 'demo'], '', '--tenant needs --dialect'],
    [['facts', '-', '--dialect', 'oracle', '--tenant', 'demo'], '', '"oracle" is not known'],
    [['facts', '-', '--policy', '-'], '', 'the people or the policy, not both'],
    [['facts', '-', '--dialect', 'sqlite', '--tenant', 'demo'], 'a letter\n', 'The standard input line 1 is not JSON.'],
  ])('%j is told in one sentence, and nothing is printed before it', async (args, input, sentence) => {
    expect(await facialis(args, input)).toEqual({ code: 2, out: '', err: expect.stringContaining(sentence) })
  })
})
