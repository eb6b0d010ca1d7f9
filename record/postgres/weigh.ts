import { sql } from 'kysely'
import { type PortableTable, portable } from '../ground/portable.ts'
import type { Db } from '../ground/schema.ts'

/**
 * Until it has counted by itself it would go about full tables as if they were empty. A table that somebody tends at the
 * moment is left for the next time: whoever writes would wait for them, and be refused in the end.
 */
export async function weigh(db: Db, tables: readonly PortableTable[] = portable): Promise<void> {
  for (const { name } of tables) await sql`analyze (skip_locked) ${sql.table(name)}`.execute(db)
}
