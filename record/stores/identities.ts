import { ok, type Result, refuse } from '../core/problem.ts'
import type { RecordContext } from '../core/record-context.ts'
import { tellSignIns } from './sign-ins.ts'

/** Somebody as another sign-in knows them: who vouches, and the name that never changes there. */
export type Identity = { readonly issuer: string; readonly subject: string }

/** Whose account another sign-in opens. */
export type Identities = {
  /** The id of the account this identity belongs to. */
  readonly accountOf: (identity: Identity) => Promise<string | null>
  /**
   * Says once and for all whose identity this is. One account has one identity with each issuer.
   * Problems: `identity-taken` (of another account), `identity-other` (the account has another one).
   */
  readonly bind: (identity: Identity, accountId: string) => Promise<Result<void>>
  readonly ofAccount: (accountId: string) => Promise<readonly Identity[]>
  /** Forgets every identity of an account: the next sign-in there says anew whose it is. */
  readonly forget: (accountId: string) => Promise<void>
}

export function openIdentities(context: RecordContext): Identities {
  const { db: reading, write, tenantId, now } = context
  const rowOf = (db: RecordContext['db'], { issuer, subject }: Identity) =>
    db
      .selectFrom('identity')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
  const rowsOf = (db: RecordContext['db'], accountId: string) =>
    db
      .selectFrom('identity')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', accountId)
      .orderBy('issuer')
      .execute()

  return {
    accountOf: async (identity) => (await rowOf(reading, identity))?.account_id ?? null,
    bind: (identity, accountId) =>
      write(async (db) => {
        const known = await rowOf(db, identity)
        if (known)
          return known.account_id === accountId
            ? ok(undefined)
            : refuse('identity-taken', 'This sign-in belongs to another account.', 'identity')
        const others = await rowsOf(db, accountId)
        if (others.some(({ issuer }) => issuer === identity.issuer))
          return refuse('identity-other', 'This account is connected with another person of that sign-in.', 'identity')
        await db
          .insertInto('identity')
          .values({ tenant_id: tenantId, ...identity, account_id: accountId, created: now() })
          .execute()
        await tellSignIns({ ...context, db }, accountId)
        return ok(undefined)
      }),
    ofAccount: async (accountId) =>
      (await rowsOf(reading, accountId)).map(({ issuer, subject }) => ({ issuer, subject })),
    forget: (accountId) =>
      write(async (db) => {
        await db.deleteFrom('identity').where('tenant_id', '=', tenantId).where('account_id', '=', accountId).execute()
        await tellSignIns({ ...context, db }, accountId)
      }),
  }
}
