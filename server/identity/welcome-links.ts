import { newToken, StorageFailure, type Stores, worksOnce } from '@facialis/record'
import { shifted } from '@facialis/record/ground/instant.ts'
import type { RecordAndClock } from '../ground/ground.ts'

/** Links printed on the console: one sets the place up, one signs the demo administrator in. */
export const { setUp: setUpPurpose, administrator: administratorPurpose } = worksOnce

const validForSeconds = 24 * 60 * 60

/** Makes a fresh link and ends the earlier ones, so that an old console tells no secret. @returns its token */
export async function issueWelcome(
  { links }: Pick<Stores, 'links'>,
  { purpose, subject, now }: Readonly<{ purpose: string; subject: string; now: string }>,
): Promise<string> {
  await links.revoke(purpose, subject)
  const token = newToken()
  await links.issue({ token, purpose, subject, expires: shifted(now, validForSeconds) })
  return token
}

/** Under whom the trail tells of what was done at the machine itself. */
export const atTheMachine = { id: 'machine' }

/** The same by an act of the machine, which tells of it. @throws StorageFailure */
export async function welcome(
  { record, now }: RecordAndClock,
  { action, ...link }: Readonly<{ action: string; purpose: string; subject: string }>,
): Promise<string> {
  let token = ''
  const done = await record.act({
    actor: atTheMachine,
    action,
    changes: [],
    alongside: async (stores) => {
      token = await issueWelcome(stores, { ...link, now: now() })
      return undefined
    },
  })
  if (!done.ok) throw new StorageFailure(done.problem, done)
  return token
}
