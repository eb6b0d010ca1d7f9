import type { DurableRecord } from '@facialis/record'
import { ok, type Result, refusalOf, refuse } from '../ground/problem.ts'
import { accountOf } from './account.ts'
import { administratorPurpose, atTheMachine, issueWelcome } from './welcome-links.ts'

/**
 * A link that signs an administrator in, works once and for 24 hours, for one who has no way in any more: the password goes,
 * and with it every session. Of others an administrator sets the password. Whoever may write to the record could do as much
 * without us, and then nothing would be told in the trail.
 * Problems: `absent`, and `not-an-administrator`, which names those there are.
 */
export async function letIn(
  record: Pick<DurableRecord, 'act' | 'accounts'>,
  login: string,
  now: string,
): Promise<Result<Readonly<{ name: string; token: string }>>> {
  const account = await record.accounts.byLogin(login)
  const others = (await record.accounts.list()).filter((one) => isAdministrator(one) && !one.disabled)
  const those = others.map((one) => JSON.stringify(one.login)).join(', ') || 'nobody'
  if (account === null)
    return refuse(404, 'absent', `Nobody signs in here as ${JSON.stringify(login)}. Administrators are: ${those}.`)
  if (!isAdministrator(account) || account.disabled)
    return refuse(
      422,
      'not-an-administrator',
      `${JSON.stringify(account.login)} is no administrator whose account is open, so an administrator lets them in. Administrators are: ${those}.`,
    )
  let token = ''
  const done = await record.act({
    actor: atTheMachine,
    action: 'let-in',
    reason: account.login,
    changes: [],
    alongside: async (stores) => {
      token = await issueWelcome(stores, { purpose: administratorPurpose, subject: account.id, now })
      return stores.accounts.change(account.id, { passwordHash: null })
    },
  })
  return done.ok ? ok({ name: accountOf(account).name, token }) : refusalOf(done.problem)
}

const isAdministrator = ({ roles }: Readonly<{ roles: readonly string[] }>): boolean => roles.includes('administrator')
