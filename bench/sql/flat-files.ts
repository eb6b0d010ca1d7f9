import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FlatRow, FlatRows } from '@facialis/engine/flat/flat-rows.ts'
import type { FlatTable } from '@facialis/engine/flat/flat-tables.ts'
import { flatRowsOf, flatTablesOf } from '@facialis/engine/flat/index.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'

/** A table and the file that holds its rows: CSV with nothing between two commas for NULL. */
export type FlatFile = Readonly<{ table: FlatTable; path: string }>

export const patientIdOf = (index: number): string => `demo-${String(index + 1).padStart(8, '0')}`

/** Writes the rows of people into a folder, one file a table. */
export function writeFlatFiles(plan: Plan, sheets: Iterable<Sheet>, asked: Readonly<{ asOf: number; folder: string }>) {
  const { person, entries } = flatTablesOf(plan)
  const files = [person, ...entries].map((table) => fileOf(table, asked.folder))
  const rowsOf = flatRowsOf(plan)
  let index = 0
  for (const sheet of sheets) {
    const rows: FlatRows = rowsOf(sheet, { tenantId: 'demo', patientId: patientIdOf(index++), asOf: asked.asOf })
    files[0]?.add([rows.person])
    for (const [entryKind, own] of rows.entries.entries()) files[entryKind + 1]?.add(own)
  }
  for (const file of files) file.close()
  return files.map(({ table, path }): FlatFile => ({ table, path }))
}

function fileOf(table: FlatTable, folder: string) {
  const path = join(folder, `${table.name}.csv`)
  const file = openSync(path, 'w')
  let lines: string[] = []
  const flush = (): void => {
    writeSync(file, lines.join(''))
    lines = []
  }
  return {
    table,
    path,
    add: (rows: readonly FlatRow[]): void => {
      for (const row of rows) lines.push(`${row.map((value) => (value === null ? '' : String(value))).join(',')}\n`)
      if (lines.length > 5000) flush()
    },
    close: (): void => {
      flush()
      closeSync(file)
    },
  }
}
