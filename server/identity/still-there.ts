import type { RecordAndClock } from '../ground/ground.ts'
import { type Refusal, refuse } from '../ground/problem.ts'
import { passwordFits } from './password.ts'
import type { Throttle } from './throttle.ts'

/** How long ago somebody without a password may have signed in and still be taken to be at the screen. */
const minutes = 10
/** By how much clocks are put right without a word. */
const clockOffMs = 60_000

/** What counts how often a password was tried, beside the accounts. */
export type Watched = RecordAndClock & Readonly<{ throttle: Throttle }>

type Shown = Readonly<{ id: string; current: string | undefined; source: string; session: string | null }>

/**
 * Whether it is the owner of an account who adds another way into it, and not somebody at a screen that was left: the
 * password is asked for again; of an account without one, a sign-in of the last minutes.
 * @returns null when it is
 */
export async function notStillThere(
  { record, throttle, now }: Watched,
  { id, current, source, session }: Shown,
): Promise<Refusal | null> {
  const hash = await record.accounts.passwordHash(id)
  if (hash === null) {
    const found = session === null ? null : await record.sessions.find(session)
    const since = found === null ? Number.POSITIVE_INFINITY : Date.parse(now()) - Date.parse(found.session.created)
    // A sign-in that is still to come was before the clock went back, and nobody knows how long before.
    if (since >= -clockOffMs && since <= minutes * 60_000) return null
    return refuse(403, 'sign-in-again', `Sign out and in again first: then this may be done for ${minutes} minutes.`)
  }
  const seconds = await throttle.tried(source, id)
  if (seconds > 0)
    return { ...refuse(429, 'too-many', 'Too many wrong tries. Please wait a minute.'), retryAfterSeconds: seconds }
  if (await passwordFits(hash, current ?? '')) {
    await throttle.wasRight(source, id)
    return null
  }
  return refuse(422, 'wrong-password', 'The present password is not right.', { where: 'current' })
}
