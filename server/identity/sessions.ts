import { type Act, newToken, type Session } from '@facialis/record'
import { shifted } from '@facialis/record/ground/instant.ts'
import type { RecordAndClock } from '../ground/ground.ts'
import { accountOf, type SignedIn } from './account.ts'

const idleSeconds = 15 * 60
/** Each note costs a sync of the disk. */
const notedEverySeconds = 30
const longestSeconds = 12 * 60 * 60

/** Somebody's session as it stands: who it is, and for how many seconds it goes on. */
export type LiveSession = Readonly<{ who: SignedIn; untilIdle: number; untilOver: number }>

/**
 * The session of a token; null when it is unknown, idle for 15 minutes, 12 hours old, or its account is shut. What a
 * page asks by itself is no sign of a person: it leaves the session as idle as it was.
 */
export async function findSession(
  { record, now }: RecordAndClock,
  token: string | null,
  { byTimer }: Readonly<{ byTimer: boolean }>,
): Promise<LiveSession | null> {
  if (token === null || token.length > 200) return null
  const found = await record.sessions.find(token, { idleSeconds })
  if (!found) return null
  if (!byTimer) await record.sessions.touch(token, { everySeconds: notedEverySeconds })
  const at = new Date(now()).getTime()
  const { lastSeen, expires } = found.session
  const idle = (at - new Date(lastSeen).getTime()) / 1000
  const left = idleSeconds - (byTimer || idle < notedEverySeconds ? idle : 0)
  const untilOver = (new Date(expires).getTime() - at) / 1000
  return { who: accountOf(found.account), untilIdle: Math.floor(left), untilOver: Math.floor(untilOver) }
}

/** Whether a session of the record still goes on: neither too old nor left alone for too long. */
export const isLiveSession = ({ lastSeen, expires }: Session, at: string): boolean =>
  expires > at && shifted(lastSeen, idleSeconds) > at

/** Beside the event of a sign-in: the session that was there before ends, and whose record was open in it is named. */
export const inPlaceOf = (session: string | null): Pick<Act, 'alongside'> =>
  session === null
    ? {}
    : {
        alongside: async ({ sessions }) => {
          await sessions.end(session)
          return undefined
        },
      }

const starting = ({ now }: RecordAndClock, accountId: string) => ({
  token: newToken(),
  accountId,
  expires: shifted(now(), longestSeconds),
})

/** Begins a session under a token nobody had before. @returns the token for the cookie */
export async function startSession(clinic: RecordAndClock, accountId: string): Promise<string> {
  const session = starting(clinic, accountId)
  await clinic.record.sessions.start(session)
  return session.token
}

/** The same by a password of which this is kept. @returns null when it was changed, or the account shut, while it was looked at */
export async function startSessionBy(
  clinic: RecordAndClock,
  accountId: string,
  passwordHash: string,
): Promise<string | null> {
  const session = starting(clinic, accountId)
  return (await clinic.record.sessions.startBy({ ...session, passwordHash })) && session.token
}
