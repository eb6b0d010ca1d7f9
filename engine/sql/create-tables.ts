import { otherWord } from '../flat/rows.ts'
import { type FlatColumn, type FlatTable, flatTablesOf, type KeyOf } from '../flat/tables.ts'
import type { Plan } from '../plan/plan.ts'
import { type Dialect, quoted } from './dialect.ts'

/** The flat fact table as CREATE TABLE statements; what each column says stands in docs/fact-table.md. */
export function createTables(plan: Plan, dialect: Dialect): string {
  const { person, entries } = flatTablesOf(plan)
  return [person, ...entries].map((table) => createTable(table, dialect)).join('\n\n')
}

const keyOrder: readonly KeyOf[] = ['tenant', 'patient', 'entry']

function createTable({ name, columns }: FlatTable, dialect: Dialect): string {
  const keys = keyOrder.flatMap((of) => columns.filter(({ held }) => held.kind === 'key' && held.of === of))
  const lines = [
    ...columns.map(
      (column) =>
        `${column.name} ${dialect.types[column.type]}${isAlwaysThere(column) ? ' NOT NULL' : ''}${checkOf(column, dialect)}`,
    ),
    ...(dialect.hasKeys ? [`PRIMARY KEY (${keys.map((key) => key.name).join(', ')})`] : []),
  ]
  return `CREATE TABLE ${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);`
}

const isAlwaysThere = ({ held }: FlatColumn): boolean => held.kind === 'key'

/** A "YES" where "yes" is asked for would be no red flag, and a year where a day is asked for a day long ago: what no rule could read right is kept out. */
function checkOf({ name, type, held }: FlatColumn, { untyped }: Dialect): string {
  const isRead =
    held.kind === 'word' && 'values' in held.place.fact
      ? `${name} IN (${[...held.place.fact.values, otherWord].map(quoted).join(', ')})`
      : untyped?.[type]?.(name)
  return isRead ? ` CHECK (${isRead})` : ''
}
