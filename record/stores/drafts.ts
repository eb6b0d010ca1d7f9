import { randomInt } from 'node:crypto'
import { instant } from '../core/instant.ts'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Db } from '../core/schema.ts'

/**
 * Something half typed. `json` is whatever the screen gave; nobody else reads it. `version` is another number after
 * every write and never comes back, also when the draft was thrown away and begun anew in between.
 */
export type Draft = {
  readonly key: string
  readonly json: unknown
  readonly updated: string
  readonly version: number
}

/** `accountId`'s draft of this key; `seen` is the version on the writer's screen, null when there was none. */
export type Kept = { readonly accountId: string; readonly key: string; readonly seen: number | null }

/** Drafts belong to one account each; the account must exist. Problem: `version-conflict`, and nothing is changed. */
export type Drafts = {
  readonly put: (kept: Kept, json: unknown) => Promise<Result<Draft>>
  readonly get: (accountId: string, key: string) => Promise<Draft | null>
  /** Newest first. */
  readonly list: (accountId: string) => Promise<readonly Draft[]>
  /** One that is gone already stays gone. */
  readonly drop: (kept: Kept) => Promise<Result<null>>
  /** Drops everybody’s that were last written before an instant. @returns how many */
  readonly forget: (before: string) => Promise<number>
}

type Row = { readonly key: string; readonly json: string; readonly updated: string; readonly version: number }
const asDraft = ({ json, ...row }: Row): Draft => ({ ...row, json: JSON.parse(json) as unknown })

const conflict = (key: string) =>
  refuse('version-conflict', 'This has since been changed in another tab or on another device.', `Draft/${key}`)

export function openDrafts({ db, tenantId, write, now }: RecordContext): Drafts {
  const ofAccount = (from: Db, accountId: string) =>
    from
      .selectFrom('draft')
      .select(['key', 'json', 'updated', 'version'])
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', accountId)
  const versionOf = async (from: Db, { accountId, key }: Kept): Promise<number | null> =>
    (await ofAccount(from, accountId).where('key', '=', key).executeTakeFirst())?.version ?? null
  return {
    put: (kept, json) =>
      write(async (open) => {
        const { accountId, key, seen } = kept
        const before = await versionOf(open, kept)
        if (before !== seen) return conflict(key)
        const fresh = { json: JSON.stringify(json ?? null), updated: now(), version: newVersion(before) }
        await open
          .insertInto('draft')
          .values({ tenant_id: tenantId, account_id: accountId, key, ...fresh })
          .onConflict((conflicting) => conflicting.columns(['tenant_id', 'account_id', 'key']).doUpdateSet(fresh))
          .execute()
        return ok(asDraft({ key, ...fresh }))
      }),
    get: async (accountId, key) => {
      const row = await ofAccount(db, accountId).where('key', '=', key).executeTakeFirst()
      return row ? asDraft(row) : null
    },
    list: async (accountId) =>
      (await ofAccount(db, accountId).orderBy('updated', 'desc').orderBy('key').execute()).map(asDraft),
    drop: (kept) =>
      write(async (open) => {
        const { accountId, key, seen } = kept
        const before = await versionOf(open, kept)
        if (before !== null && before !== seen) return conflict(key)
        await open
          .deleteFrom('draft')
          .where('tenant_id', '=', tenantId)
          .where('account_id', '=', accountId)
          .where('key', '=', key)
          .execute()
        return ok(null)
      }),
    forget: (before) =>
      write(async (open) => {
        const gone = await open
          .deleteFrom('draft')
          .where('tenant_id', '=', tenantId)
          .where('updated', '<', instant(before))
          .executeTakeFirst()
        return Number(gone.numDeletedRows)
      }),
  }
}

// Counting up would give a draft begun anew the number of the one thrown away.
function newVersion(before: number | null): number {
  const drawn = randomInt(1, 999_999_999)
  return drawn === before ? drawn + 1 : drawn
}
