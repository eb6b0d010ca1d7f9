import { shifted } from '../core/instant.ts'
import type { Db } from '../core/schema.ts'

/** After the clock was put back guesses are as old as they were; otherwise they would count until it has caught up. */
export async function keepGuessAges(db: Db, tenantId: string, seconds: number): Promise<void> {
  const rows = await db.selectFrom('guess').selectAll().where('tenant_id', '=', tenantId).execute()
  for (const { name_hash, times, expires } of rows)
    await db
      .updateTable('guess')
      .set({
        times: JSON.stringify((JSON.parse(times) as readonly string[]).map((at) => shifted(at, seconds))),
        expires: shifted(expires, seconds),
      })
      .where('tenant_id', '=', tenantId)
      .where('name_hash', '=', name_hash)
      .execute()
}
