import { newToken, type Session } from '@facialis/record'
import { shifted } from '@facialis/record/core/instant.ts'
import type { RecordAndClock } from '../core/core-context.ts'
import { ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
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
  { byTimer, of = null }: Readonly<{ byTimer: boolean; of?: string | null }>,
): Promise<LiveSession | null> {
  if (token === null || token.length > 200) return null
  const found = await record.sessions.find(token, { idleSeconds })
  if (!found || (of !== null && found.account.id !== of)) return null
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

/** A session that is to begin, under a token nobody had before. */
export const newSession = ({ now }: Pick<RecordAndClock, 'now'>, accountId: string) => ({
  token: newToken(),
  accountId,
  expires: shifted(now(), longestSeconds),
})

type SigningIn = Readonly<{
  accountId: string
  action: string
  requestId: string
  /** The session that was there before: it ends, and whose record was open in it is named. */
  before?: string | null
  /** What is kept of the password by which they come. */
  passwordHash?: string
}>

export const wrongPassword = () => refuse(401, 'wrong-password', 'Sign-in name and password do not match.')

/**
 * Begins a session in the act that tells of it: one of which the trail tells nothing was begun by nobody.
 * @returns the token for the cookie. Problem: `wrong-password`, where it was changed, or the account shut, while it was looked at
 */
export async function signIn(
  clinic: RecordAndClock,
  { accountId, action, requestId, before = null, passwordHash }: SigningIn,
): Promise<Result<string>> {
  const session = newSession(clinic, accountId)
  const done = await clinic.record.act({
    actor: { id: accountId },
    action,
    changes: [],
    requestId,
    alongside: async ({ sessions }) => {
      if (before !== null) await sessions.end(before)
      if (passwordHash === undefined) await sessions.start(session)
      else if ((await sessions.startBy({ ...session, passwordHash })) === null)
        return { ok: false, problem: { where: 'password', ...wrongPassword().problem } }
      return undefined
    },
  })
  return done.ok ? ok(session.token) : refusalOf(done.problem)
}
