import type { Ground } from './ground.ts'

/** Something half typed. `json` is whatever the screen gave; nobody else reads it. */
export type Draft = { readonly key: string; readonly json: unknown; readonly updated: string }

/** Drafts belong to one account each; the account must exist. */
export type Drafts = {
  readonly put: (accountId: string, key: string, json: unknown) => Promise<Draft>
  readonly get: (accountId: string, key: string) => Promise<Draft | null>
  /** Newest first. */
  readonly list: (accountId: string) => Promise<readonly Draft[]>
  readonly drop: (accountId: string, key: string) => Promise<void>
}

const asDraft = (row: { key: string; json: string; updated: string }): Draft => ({
  key: row.key,
  json: JSON.parse(row.json) as unknown,
  updated: row.updated,
})

export function openDrafts({ db, tenantId, write, now }: Ground): Drafts {
  const ofAccount = (accountId: string) =>
    db
      .selectFrom('draft')
      .select(['key', 'json', 'updated'])
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', accountId)
  return {
    put: (accountId, key, json) =>
      write(async (open) => {
        const fresh = { json: JSON.stringify(json ?? null), updated: now() }
        await open
          .insertInto('draft')
          .values({ tenant_id: tenantId, account_id: accountId, key, ...fresh })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id', 'key']).doUpdateSet(fresh))
          .execute()
        return asDraft({ key, ...fresh })
      }),
    get: async (accountId, key) => {
      const row = await ofAccount(accountId).where('key', '=', key).executeTakeFirst()
      return row ? asDraft(row) : null
    },
    list: async (accountId) =>
      (await ofAccount(accountId).orderBy('updated', 'desc').orderBy('key').execute()).map(asDraft),
    drop: (accountId, key) =>
      write(async (open) => {
        await open
          .deleteFrom('draft')
          .where('tenant_id', '=', tenantId)
          .where('account_id', '=', accountId)
          .where('key', '=', key)
          .execute()
      }),
  }
}
