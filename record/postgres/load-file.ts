import type { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { portable } from '../core/portable.ts'
import { Refused } from '../core/problem.ts'
import type { Progress } from '../core/progress.ts'
import { notEmpty } from '../core/record-exists.ts'
import type { Db } from '../core/schema.ts'
import { analyze } from './analyze.ts'

/**
 * Brings every row of a file, which must be of the newest schema, into a record that holds nothing yet. Inside one
 * transaction: all of it, or nothing. @throws Refused with `storage-not-empty`
 */
export async function loadFile(
  db: Db,
  file: DatabaseSync,
  { where, progress }: { readonly where: string; readonly progress?: Progress | undefined },
): Promise<void> {
  // From here on nobody begins to fill it beside us.
  await sql`lock table ${sql.join(portable.map(({ name }) => sql.table(name)))} in exclusive mode`.execute(db)
  let total = 0
  for (const { name } of portable) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) throw new Refused(notEmpty(where).problem)
    total += Number(file.prepare(`select count(*) as many from ${name}`).get()?.many)
  }
  let done = 0
  for (const table of portable) {
    const { name, order, batch } = table
    let some: Row[] = []
    const write = async () => {
      if (some.length === 0) return
      // Columns have the same names in both, which a test compares.
      await db
        .insertInto(name)
        .values(some as never)
        .execute()
      done += some.length
      progress?.(done, total)
      some = []
    }
    const columns = order.map((column) => `"${column}"`).join(', ')
    for (const row of file.prepare(`select * from ${name} order by ${columns}`).iterate()) {
      some.push(row)
      if (some.length === batch) await write()
    }
    await write()
    await analyze(db, [table])
  }
}

type Row = Record<string, unknown>
