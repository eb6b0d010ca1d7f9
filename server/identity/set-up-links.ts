import { newToken, StorageFailure, type Stores, singleUse } from '@facialis/record'
import { shifted } from '@facialis/record/core/instant.ts'
import type { RecordAndClock } from '../core/core-context.ts'

/** One-time links printed on the console: for the first set-up, and for an administrator without a credential. */
export const { setUp: setUpPurpose, administrator: administratorPurpose } = singleUse

const validForSeconds = 24 * 60 * 60

/** Issues a link and revokes earlier ones, so that an old console log holds no valid secret. @returns its token */
export async function issueSetUpLink(
  { links }: Pick<Stores, 'links'>,
  { purpose, subject, now }: Readonly<{ purpose: string; subject: string; now: string }>,
): Promise<string> {
  await links.revoke(purpose, subject)
  const token = newToken()
  await links.issue({ token, purpose, subject, expires: shifted(now, validForSeconds) })
  return token
}

/** The audit actor for what was done at the machine's console. */
export const consoleActor = { id: 'machine' }

/** The same as an audited act of the console. @throws StorageFailure */
export async function issueAuditedSetUpLink(
  { record, now }: RecordAndClock,
  { action, ...link }: Readonly<{ action: string; purpose: string; subject: string }>,
): Promise<string> {
  let token = ''
  const done = await record.act({
    actor: consoleActor,
    action,
    changes: [],
    alongside: async (stores) => {
      token = await issueSetUpLink(stores, { ...link, now: now() })
      return undefined
    },
  })
  if (!done.ok) throw new StorageFailure(done.problem, done)
  return token
}
