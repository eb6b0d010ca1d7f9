import type { DurableRecord } from '@facialis/record'
import { ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { accountOf } from './account.ts'
import { administratorPurpose, consoleActor, issueSetUpLink } from './set-up-links.ts'

/**
 * Issues a recovery link for an administrator who cannot sign in any more. It works once and for 24 hours; the password and
 * every session are revoked. For all other accounts an administrator sets a new password. Whoever can write to the database
 * could do the same by hand, but then without an audit event.
 * Problems: `absent`, and `not-an-administrator`, which names those there are.
 */
export async function issueRecoveryLink(
  record: Pick<DurableRecord, 'act' | 'accounts'>,
  login: string,
  now: string,
): Promise<Result<Readonly<{ name: string; token: string }>>> {
  const account = await record.accounts.byLogin(login)
  const others = (await record.accounts.list()).filter((one) => isAdministrator(one) && !one.disabled)
  const those = others.map((one) => JSON.stringify(one.login)).join(', ') || 'nobody'
  if (account === null)
    return refuse(404, 'absent', `Nobody signs in here as ${JSON.stringify(login)}. The administrators are: ${those}.`)
  if (!isAdministrator(account) || account.disabled)
    return refuse(
      422,
      'not-an-administrator',
      `${JSON.stringify(account.login)} is not an administrator with an active account, so an administrator must let them in. The administrators are: ${those}.`,
    )
  let token = ''
  const done = await record.act({
    actor: consoleActor,
    action: 'let-in',
    reason: account.login,
    changes: [],
    alongside: async (stores) => {
      token = await issueSetUpLink(stores, { purpose: administratorPurpose, subject: account.id, now })
      return stores.accounts.change(account.id, { passwordHash: null })
    },
  })
  return done.ok ? ok({ name: accountOf(account).name, token }) : refusalOf(done.problem)
}

const isAdministrator = ({ roles }: Readonly<{ roles: readonly string[] }>): boolean => roles.includes('administrator')
