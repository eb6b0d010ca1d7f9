import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { sql } from 'kysely'
import { writeAtomically } from '../core/atomic-file.ts'
import type { Backup } from '../core/database.ts'
import { type PortableTable, portable } from '../core/portable.ts'
import type { Progress } from '../core/progress.ts'
import type { Db } from '../core/schema.ts'
import { beginSchema } from '../sqlite/migrate.ts'

export type Copying = {
  /** The schema that the rows are of. */
  readonly schema: number
  readonly at: string
  readonly progress?: Progress | undefined
}

type Row = Readonly<Record<string, SQLInputValue>>

/**
 * Writes everything that one snapshot holds, of every tenant, into a file that SQLite opens as the same record. Rows go as
 * they are: texts stay the texts that the audit chain was computed over.
 */
export const copyToFile = (db: Db, toFile: string, { schema, at, progress }: Copying): Promise<Backup> =>
  writeAtomically(toFile, async (partial) => {
    const file = new DatabaseSync(partial, { enableForeignKeyConstraints: true })
    try {
      // Until it is whole nobody opens it, and then it is flushed once.
      file.exec('pragma journal_mode = off; pragma synchronous = off')
      beginSchema(file, schema, at)
      const tables = portable.filter(({ since }) => since <= schema)
      const total = await rowsIn(db, tables)
      let done = 0
      file.exec('begin')
      for (const table of tables) {
        for await (const rows of rowsOf(db, table)) {
          append(file, table, rows)
          done += rows.length
          progress?.(done, total)
        }
      }
      // The values of older schemas are not copied: whoever opens the file finds them anew.
      if (!tables.some(({ name }) => name === 'search_value'))
        file.exec("delete from setting where key = 'record.index-version'")
      file.exec('commit')
    } finally {
      file.close()
    }
  })

async function rowsIn(db: Db, tables: readonly PortableTable[]): Promise<number> {
  let total = 0
  for (const { name } of tables) {
    const { rows } = await sql<{ many: number }>`select count(*) as many from ${sql.table(name)}`.execute(db)
    total += rows[0]?.many ?? 0
  }
  return total
}

/** A table in its order, so many rows at a time, of the snapshot that `db` is in. */
async function* rowsOf(db: Db, { name, order, batch }: PortableTable): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(order.map((column) => sql.ref(column)))
  await sql`declare copied no scroll cursor for select * from ${sql.table(name)} order by ${columns}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(batch)} from copied`.execute(db)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close copied`.execute(db)
}

function append(file: DatabaseSync, { name }: PortableTable, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const statement = file.prepare(
    `insert into ${name} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null))
}
