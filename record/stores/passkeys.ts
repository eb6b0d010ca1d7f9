import { ok, type Result, refuse } from '../core/problem.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'
import { tellSignIns } from './sign-ins.ts'

/** A key that lives in somebody's device; what is kept of it here opens nothing. */
export type Passkey = {
  /** As the device names it, base64url. */
  readonly id: string
  readonly accountId: string
  /** What its owner calls it. */
  readonly name: string
  /** base64url. */
  readonly publicKey: string
  /** How often the device says it was used; one that goes back is a copy. */
  readonly counter: number
  /** How the device is reached, as the browser said. */
  readonly transports: readonly string[]
  readonly created: string
  readonly lastUsed: string | null
}

/** The passkeys of every account, each account's oldest first. */
export type Passkeys = {
  readonly byId: (id: string) => Promise<Passkey | null>
  readonly ofAccount: (accountId: string) => Promise<readonly Passkey[]>
  /** Problems: `passkey-known`. */
  readonly add: (passkey: Omit<Passkey, 'created' | 'lastUsed'>) => Promise<Result<Passkey>>
  readonly used: (id: string, counter: number) => Promise<void>
  /** Forgets every passkey of an account. */
  readonly forget: (accountId: string) => Promise<void>
  /** Removes one of an account's own. Problems: `absent`. */
  readonly remove: (accountId: string, id: string) => Promise<Result<void>>
}

const asPasskey = (row: Schema['passkey']): Passkey => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  publicKey: row.public_key,
  counter: row.counter,
  transports: JSON.parse(row.transports) as string[],
  created: row.created,
  lastUsed: row.last_used,
})

export function openPasskeys(context: RecordContext): Passkeys {
  const { db: reading, write, tenantId, now } = context
  const rowOf = (db: RecordContext['db'], id: string) =>
    db.selectFrom('passkey').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()

  return {
    byId: async (id) => {
      const row = await rowOf(reading, id)
      return row ? asPasskey(row) : null
    },
    ofAccount: async (accountId) => {
      const rows = await reading
        .selectFrom('passkey')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('account_id', '=', accountId)
        .orderBy('created')
        .orderBy('id')
        .execute()
      return rows.map(asPasskey)
    },
    add: ({ id, accountId, name, publicKey, counter, transports }) =>
      write(async (db) => {
        if (await rowOf(db, id)) return refuse('passkey-known', 'This passkey is known already.', 'passkey')
        const row: Schema['passkey'] = {
          tenant_id: tenantId,
          id,
          account_id: accountId,
          name,
          public_key: publicKey,
          counter,
          transports: JSON.stringify(transports),
          created: now(),
          last_used: null,
        }
        await db.insertInto('passkey').values(row).execute()
        await tellSignIns({ ...context, db }, accountId)
        return ok(asPasskey(row))
      }),
    used: (id, counter) =>
      write(async (db) => {
        await db
          .updateTable('passkey')
          .set({ counter, last_used: now() })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .execute()
      }),
    forget: (accountId) =>
      write(async (db) => {
        await db.deleteFrom('passkey').where('tenant_id', '=', tenantId).where('account_id', '=', accountId).execute()
        await tellSignIns({ ...context, db }, accountId)
      }),
    remove: (accountId, id) =>
      write(async (db) => {
        const { numDeletedRows } = await db
          .deleteFrom('passkey')
          .where('tenant_id', '=', tenantId)
          .where('account_id', '=', accountId)
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        if (numDeletedRows === 0n) return refuse('absent', 'There is no such passkey.', 'passkey')
        await tellSignIns({ ...context, db }, accountId)
        return ok(undefined)
      }),
  }
}
