import { planOf } from '@facialis/engine'
import type { FlatRow } from '@facialis/engine/flat/flat-rows.ts'
import { flatRowsOf, flatTablesOf } from '@facialis/engine/flat/index.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { dialects, insertRows } from '@facialis/engine/sql/index.ts'
import type { Asking, Chart, Pathway } from '@facialis/language'
import { patientIdOf } from '../cohort/line-subject.ts'
import { sqlHeading } from '../output/sql-heading.ts'
import type { ChartWriter } from './chart-writer.ts'
import type { Into } from './options.ts'

/** So many rows of a table are one statement. */
const together = 100

/** As statements that put everybody into the flat fact table, all of them or nobody. */
export function writingRows(
  pathway: Pathway,
  { asking, into }: Readonly<{ asking: Asking; into: Into }>,
  say: (text: string) => void,
): ChartWriter {
  const plan = planOf(pathway)
  const dialect = dialects[into.dialect]
  const [sheetOf, rowsOf] = [fillerOf(plan), flatRowsOf(plan)]
  const { person, entries } = flatTablesOf(plan)
  const waiting = [person, ...entries].map((table) => ({ table, rows: [] as FlatRow[] }))
  let isBegun = false
  const begin = (): void => {
    if (!isBegun)
      say(`${[sqlHeading(dialect.title, 'people for the flat fact table'), ...remarks, '', 'BEGIN;'].join('\n')}\n`)
    isBegun = true
  }
  const write = ({ table, rows }: (typeof waiting)[number]): void => {
    if (rows.length > 0) say(`${insertRows(table, rows.splice(0), dialect)}\n`)
  }
  const put = (at: number, rows: readonly FlatRow[]): void => {
    const own = waiting[at] as (typeof waiting)[number]
    own.rows.push(...rows)
    if (own.rows.length >= together) write(own)
  }
  return {
    add: (key: string, chart: Chart): void => {
      begin()
      const whose = { tenantId: into.tenantId, patientId: patientIdOf(key), asOf: asking.asOf }
      const rows = rowsOf(sheetOf(chart, asking), whose)
      put(0, [rows.person])
      for (const [room, own] of rows.entries.entries()) put(room + 1, own)
    },
    end: (): void => {
      begin()
      for (const one of waiting) write(one)
      say('COMMIT;\n')
    },
  }
}

const remarks: readonly string[] = [
  '-- It fills the tables of "facialis sql --tables" with the facts of one day, named in person.as_of. First delete any rows',
  '-- of another day.',
]
