import { canonical, sha256 } from '../core/canonical.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'

/** Named JSON values of this installation. What comes out is `unknown`: the reader decides whether it is what it expects. */
export type Settings = {
  readonly get: (key: string) => Promise<unknown>
  readonly put: (key: string, json: unknown) => Promise<void>
  readonly drop: (key: string) => Promise<void>
}

/**
 * What is put outside any act. By which release the search index was built: the index is made of what the trail tells, and
 * `verifyIndex` holds it to that. And a secret, of which the trail takes nothing, not even its sum.
 */
export const apart = { indexVersion: 'record.index-version', pageKey: 'fhir.page-key' } as const

/** What the trail holds a setting to. */
export const settingHash = ({ key, json, updated }: Omit<Schema['setting'], 'tenant_id'>): string =>
  sha256(canonical([key, json, updated]))

/** `get` answers undefined for a key that was never put. */
export function openSettings({ db, tenantId, write, now, keptRow }: RecordContext): Settings {
  return {
    get: async (key) => {
      const row = await db
        .selectFrom('setting')
        .select('json')
        .where('tenant_id', '=', tenantId)
        .where('key', '=', key)
        .executeTakeFirst()
      return row ? (JSON.parse(row.json) as unknown) : undefined
    },
    put: (key, json) =>
      write(async (open) => {
        const fresh = { json: JSON.stringify(json ?? null), updated: now() }
        await open
          .insertInto('setting')
          .values({ tenant_id: tenantId, key, ...fresh })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet(fresh))
          .execute()
        keptRow?.('settings', { id: key, hash: settingHash({ key, ...fresh }) })
      }),
    drop: (key) =>
      write(async (open) => {
        await open.deleteFrom('setting').where('tenant_id', '=', tenantId).where('key', '=', key).execute()
        keptRow?.('settings', { id: key, hash: null })
      }),
  }
}
