import { shifted } from '../core/instant.ts'
import type { AuditedRow } from '../core/record-context.ts'
import type { Db } from '../core/schema.ts'
import { sessionRow } from '../core/session-row.ts'
import { keepGuessAges } from './guess-ages.ts'

/** Clocks are put right by some seconds every day, and events that waited for each other are a moment out of order. */
const allowedSeconds = 60

/** Whether the clock was set back since the newest event, `newest`. */
export const isRolledBack = (newest: string | null, now: string): boolean =>
  newest !== null && shifted(now, allowedSeconds) < newest

/**
 * What is bounded by hours would be open for longer by as much as the clock went back: an opening in an emergency ends,
 * and a session stays as old as it was. @returns whose records were open, and what the sessions are from now on
 */
export async function afterRollback(
  db: Db,
  tenantId: string,
  { newest, now }: Readonly<{ newest: string; now: string }>,
): Promise<{ readonly patientIds: readonly string[]; readonly sessions: readonly AuditedRow[] }> {
  const openings = await db
    .selectFrom('opening')
    .select(['patient_id', 'id', 'expires'])
    .where('tenant_id', '=', tenantId)
    .where('ended', 'is', null)
    .where('expires', '>', now)
    .execute()
  for (const { patient_id, id, expires } of openings)
    await db
      .updateTable('opening')
      // One whose time was over before is not open again because it is earlier now.
      .set(expires <= newest ? { ended: expires, ended_by: 'time' } : { ended: now, ended_by: 'clock-set-back' })
      .where('tenant_id', '=', tenantId)
      .where('patient_id', '=', patient_id)
      .where('id', '=', id)
      .execute()
  const sessions = await keepAges(db, tenantId, (Date.parse(now) - Date.parse(newest)) / 1000)
  return {
    patientIds: openings.filter(({ expires }) => expires > newest).map(({ patient_id }) => patient_id),
    sessions,
  }
}

async function keepAges(db: Db, tenantId: string, seconds: number): Promise<readonly AuditedRow[]> {
  await keepGuessAges(db, tenantId, seconds)
  const sessions = await db.selectFrom('session').selectAll().where('tenant_id', '=', tenantId).execute()
  const rows: AuditedRow[] = []
  for (const { token_hash, account_id, created, last_seen, expires } of sessions) {
    const after = { created: shifted(created, seconds), expires: shifted(expires, seconds) }
    await db
      .updateTable('session')
      .set({ ...after, last_seen: shifted(last_seen, seconds) })
      .where('tenant_id', '=', tenantId)
      .where('token_hash', '=', token_hash)
      .execute()
    rows.push(sessionRow({ token_hash, account_id, ...after }))
  }
  return rows
}
