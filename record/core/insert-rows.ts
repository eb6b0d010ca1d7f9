import { CompiledQuery } from 'kysely'
import type { Db, Schema } from './schema.ts'

// Fewer statements for an import, well below every database's limit on values.
const mostRows = 256
/** So many are written as they come: an act of a screen is one statement for each table. */
const fewRows = 16

/**
 * How many of what is left go with one statement. Each number of rows is a statement of its own that has to be made ready,
 * and an import would have some hundred of them: above a few they are powers of two.
 */
const togetherOf = (left: number): number =>
  left <= fewRows ? left : Math.min(mostRows, 2 ** Math.floor(Math.log2(left)))

/** The statements that insert so many rows of a table, by connection: writing them anew takes longer than running them. */
const written = new WeakMap<object, Map<string, CompiledQuery>>()

/** Inserts rows of one table, some hundred with one statement. Every row has the same columns, in the same order. */
export async function insertRows<T extends keyof Schema>(db: Db, table: T, rows: readonly Schema[T][]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first) as (keyof Schema[T])[]
  for (let from = 0, many = 0; from < rows.length; from += many) {
    many = togetherOf(rows.length - from)
    const some = rows.slice(from, from + many)
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
