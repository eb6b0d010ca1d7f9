import { otherWord } from '../flat/flat-rows.ts'
import { type FlatColumn, type FlatTable, flatTablesOf, type KeyColumn } from '../flat/flat-tables.ts'
import type { Plan } from '../plan/plan.ts'
import { type Dialect, quoted } from './dialect.ts'

/** The flat fact table as CREATE TABLE statements; what each column says stands in docs/fact-table.md. */
export function createTables(plan: Plan, dialect: Dialect): string {
  const { person, entries } = flatTablesOf(plan)
  return [person, ...entries].map((table) => createTable(table, dialect)).join('\n\n')
}

const keyOrder: readonly KeyColumn[] = ['tenant', 'patient', 'entry']

function createTable({ name, columns }: FlatTable, dialect: Dialect): string {
  const keys = keyOrder.flatMap((of) => columns.filter(({ content }) => content.kind === 'key' && content.of === of))
  const lines = [
    ...columns.map(
      (column) =>
        `${column.name} ${dialect.types[column.type]}${isAlwaysThere(column) ? ' NOT NULL' : ''}${checkOf(column, dialect)}`,
    ),
    ...(dialect.hasKeys ? [`PRIMARY KEY (${keys.map((key) => key.name).join(', ')})`] : []),
  ]
  return `CREATE TABLE ${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);`
}

const isAlwaysThere = ({ content }: FlatColumn): boolean => content.kind === 'key'

/** A "YES" where "yes" is asked for would be no red flag, and a year where a day is asked for a day long ago: what no rule could read right is kept out. */
function checkOf({ name, type, content }: FlatColumn, { untyped }: Dialect): string {
  const isRead =
    content.kind === 'word' && 'values' in content.place.fact
      ? `${name} IN (${[...content.place.fact.values, otherWord].map(quoted).join(', ')})`
      : untyped?.[type]?.(name)
  return isRead ? ` CHECK (${isRead})` : ''
}
