import { CompiledQuery } from 'kysely'
import type { Db, Schema } from './schema.ts'

// Fewer statements for an import, well below every database's limit on values.
const mostRows = 100

/** The statements that insert so many rows of a table, by connection: writing them anew takes longer than running them. */
const written = new WeakMap<object, Map<string, CompiledQuery>>()

/** Inserts rows of one table, a hundred with one statement. Every row has the same columns, in the same order. */
export async function insertRows<T extends keyof Schema>(db: Db, table: T, rows: readonly Schema[T][]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first) as (keyof Schema[T])[]
  for (let from = 0; from < rows.length; from += mostRows) {
    const some = rows.slice(from, from + mostRows)
    const parameters: unknown[] = []
    for (const row of some) for (const column of columns) parameters.push(row[column])
    await db.executeQuery(CompiledQuery.raw(textFor(db, table, some).sql, parameters))
  }
}

function textFor<T extends keyof Schema>(db: Db, table: T, rows: readonly Schema[T][]): CompiledQuery {
  const dialect = db.getExecutor().adapter
  const known = written.get(dialect) ?? new Map<string, CompiledQuery>()
  written.set(dialect, known)
  const key = `${table} ${rows.length}`
  const found =
    known.get(key) ??
    db
      .insertInto(table)
      .values(rows as never)
      .compile()
  known.set(key, found)
  return found
}
