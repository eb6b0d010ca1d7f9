import { sha256 } from './canonical.ts'
import type { Ground } from './ground.ts'
import { type Grouped, openGrouped } from './grouped.ts'
import { instant } from './instant.ts'
import type { Db } from './schema.ts'
import type { Writer } from './writer.ts'

/** Something that may be shown once, until it expires by itself. */
export type Nonce = {
  /** Names it among all; only its hash is kept. */
  readonly name: string
  readonly expires: string
}

/** Spends nonces in groups: true for exactly one of all who show the same, after a restart too. */
export const openNonces = (ground: Ground, writer: Writer, delayMs: number): Grouped<Nonce, boolean> =>
  openGrouped(writer, delayMs, async (db, all) => {
    await forgetExpired(db, ground)
    const results: boolean[] = []
    for (const nonce of all) results.push(await isSpentNow(db, ground, nonce))
    return results
  })

async function isSpentNow(db: Db, { tenantId }: Ground, { name, expires }: Nonce): Promise<boolean> {
  const written = await db
    .insertInto('nonce')
    .values({ tenant_id: tenantId, name_hash: sha256(name), expires: instant(expires) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name_hash']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows ?? 0) > 0
}

const forgetExpired = async (db: Db, { tenantId, now }: Ground): Promise<void> => {
  await db.deleteFrom('nonce').where('tenant_id', '=', tenantId).where('expires', '<', now()).execute()
}
