import { type Account, singleUse } from '@facialis/record'
import type { CoreContext, RecordAndClock } from '../core/core-context.ts'
import { ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { hasCredential } from './credentials.ts'
import type { VerifiedIdentity } from './open-id.ts'

/** The purpose of linking an OpenID identity to the account of an existing session. */
export const { connect: connectPurpose } = singleUse

const nobody = () =>
  refuse(403, 'openid-no-account', 'No account here uses this sign-in. An administrator of the clinic can create one.')

/**
 * The account of somebody whom the other sign-in vouches for. The first time it is found by its name, and only where
 * nothing else opens it: an account that somebody uses is taken over by nobody who merely goes by its name elsewhere;
 * its owner signs in and connects it.
 * @param connecting the token of whoever connects their own account; null when somebody signs in
 */
export async function federatedAccount(
  clinic: RecordAndClock,
  { identity, login }: VerifiedIdentity,
  connecting: string | null,
  requestId: string,
): Promise<Result<Account>> {
  const { record } = clinic
  let accountId = await record.identities.accountOf(identity)
  if (connecting !== null || accountId === null) {
    const owner = connecting === null ? await accountByName(clinic, login) : await ownerOf(clinic, connecting)
    if (!owner.ok) return owner
    accountId = owner.value
    const done = await record.act({
      actor: { id: accountId },
      action: 'openid-connected',
      changes: [],
      requestId,
      alongside: (stores) => stores.identities.bind(identity, owner.value),
    })
    if (!done.ok) return refusalOf(done.problem)
  }
  const account = await record.accounts.byId(accountId)
  return account && !account.disabled ? ok(account) : nobody()
}

async function ownerOf({ record }: Pick<CoreContext, 'record'>, token: string): Promise<Result<string>> {
  const link = await record.links.use({ token, purpose: connectPurpose })
  return link.ok ? ok(link.value.subject) : refusalOf(link.problem)
}

async function accountByName({ record }: Pick<CoreContext, 'record'>, login: string | null): Promise<Result<string>> {
  const account = login === null ? null : await record.accounts.byLogin(login)
  if (!account || account.disabled) return nobody()
  if (await hasCredential(record, account.id))
    return refuse(
      403,
      'openid-not-connected',
      'The account with this name is opened in another way. Sign in to it once, and connect this sign-in there.',
    )
  return ok(account.id)
}
