import { canonical, sha256 } from '../core/canonical.ts'
import type { AuditedRow, RecordContext } from '../core/record-context.ts'

/**
 * What the trail holds the ways of signing in to each account to, all of them together, so that one that was put beside them
 * shows as well: the hash of its password, its passkeys and whom other sign-ins know it as; of all, or of one account.
 * Whoever has the trail alone can try no guess against it: the hash of a password holds a salt that stands nowhere else.
 */
export async function signInRows(
  { db, tenantId }: Pick<RecordContext, 'db' | 'tenantId'>,
  accountId?: string,
): Promise<readonly (AuditedRow & { readonly hash: string })[]> {
  const accounts = db.selectFrom('account').select(['id', 'password_hash']).where('tenant_id', '=', tenantId)
  const passkeys = db
    .selectFrom('passkey')
    .select(['account_id', 'id', 'name', 'public_key', 'transports', 'created'])
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
  const identities = db
    .selectFrom('identity')
    .select(['account_id', 'issuer', 'subject', 'created'])
    .where('tenant_id', '=', tenantId)
    .orderBy('issuer')
    .orderBy('subject')
  const one = accountId !== undefined
  const theirs = Map.groupBy(
    await (one ? passkeys.where('account_id', '=', accountId) : passkeys).execute(),
    (row) => row.account_id,
  )
  const known = Map.groupBy(
    await (one ? identities.where('account_id', '=', accountId) : identities).execute(),
    (row) => row.account_id,
  )
  return (await (one ? accounts.where('id', '=', accountId) : accounts).orderBy('id').execute()).map(
    ({ id, password_hash }) => ({
      id,
      hash: sha256(canonical([password_hash, theirs.get(id) ?? [], known.get(id) ?? []])),
    }),
  )
}

/** Inside an act: has its event say how one can sign in to this account from now on. */
export async function tellSignIns(context: RecordContext, accountId: string): Promise<void> {
  if (context.keptRow === undefined) return
  for (const row of await signInRows(context, accountId)) context.keptRow('signIns', row)
}
