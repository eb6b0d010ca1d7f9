import { sha256 } from '../core/canonical.ts'
import { type GroupCommit, openGroupCommit } from '../core/group-commit.ts'
import { instant, shifted } from '../core/instant.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Db } from '../core/schema.ts'
import type { Writer } from '../core/writer.ts'
import { type AuditedRead, appendAudit } from '../trail/audit.ts'
import { readEventOf } from '../trail/read-audit.ts'

/** Something that may be shown once, until it expires by itself. */
export type Nonce = {
  /** Names it among all; only its hash is kept. */
  readonly name: string
  readonly expires: string
}

/** A nonce that is shown, and what was read for whoever showed it; null where nothing is told of that. */
export type Shown = { readonly nonce: Nonce; readonly told: AuditedRead | null }

/**
 * Spends nonces in groups: true for exactly one of all who show the same, after a restart too. What was read for that one
 * is told in the same transaction.
 */
export const openNonces = (context: RecordContext, writer: Writer, delayMs: number): GroupCommit<Shown, boolean> =>
  openGroupCommit(writer, delayMs, async (db, all) => {
    await forgetExpired(db, context)
    const results: boolean[] = []
    for (const { nonce } of all) results.push(await isSpentNow(db, context, nonce))
    const events = all.flatMap(({ told }, at) => (results[at] && told !== null ? [readEventOf(context, told)] : []))
    if (events.length > 0) await appendAudit(db, context.tenantId, events)
    return results
  })

/** Whether it was shown before. Only spending it says for certain that it was not. */
export async function isSpent({ db, tenantId }: RecordContext, { name }: Nonce): Promise<boolean> {
  const spent = await db
    .selectFrom('nonce')
    .select('expires')
    .where('tenant_id', '=', tenantId)
    .where('name_hash', '=', sha256(name))
    .executeTakeFirst()
  return spent !== undefined
}

async function isSpentNow(db: Db, { tenantId }: RecordContext, { name, expires }: Nonce): Promise<boolean> {
  const written = await db
    .insertInto('nonce')
    .values({ tenant_id: tenantId, name_hash: sha256(name), expires: instant(expires) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name_hash']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Clocks of several servers over one record differ, and one clock may be set back: what one forgets, another may still take. */
const clocksDiffer = 10 * 60

const forgetExpired = async (db: Db, { tenantId, now }: RecordContext): Promise<void> => {
  const before = shifted(now(), -clocksDiffer)
  await db.deleteFrom('nonce').where('tenant_id', '=', tenantId).where('expires', '<', before).execute()
}
