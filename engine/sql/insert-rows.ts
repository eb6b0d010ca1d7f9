import type { FlatRow, FlatValue } from '../flat/flat-rows.ts'
import type { FlatColumn, FlatTable } from '../flat/flat-tables.ts'
import { type Dialect, quoted } from './dialect.ts'

/** A statement that puts rows into a table of `createTables`. */
export function insertRows({ name, columns }: FlatTable, rows: readonly FlatRow[], dialect: Dialect): string {
  const values = rows.map(
    (row) => `(${row.map((value, at) => literal(value, columns[at] as FlatColumn, dialect)).join(', ')})`,
  )
  return `INSERT INTO ${name} VALUES\n${values.join(',\n')};`
}

function literal(value: FlatValue, { type }: FlatColumn, dialect: Dialect): string {
  if (typeof value !== 'string') return String(value).toUpperCase()
  return type === 'date' ? dialect.day(value) : quoted(value)
}
