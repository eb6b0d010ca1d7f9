import { sql } from 'kysely'
import { type PortableTable, portable } from '../core/portable.ts'
import type { Db } from '../core/schema.ts'

/**
 * Runs ANALYZE: without statistics the planner would treat full tables as if they were empty. A table that somebody tends at the
 * moment is left for the next time: whoever writes would wait for them, and be refused in the end.
 */
export async function analyze(db: Db, tables: readonly PortableTable[] = portable): Promise<void> {
  for (const { name } of tables) await sql`analyze (skip_locked) ${sql.table(name)}`.execute(db)
}
