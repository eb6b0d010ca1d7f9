import type { RecordAndClock } from '../core/core-context.ts'
import { type Refusal, refuse } from '../core/refusal.ts'
import { verifyPassword } from './password.ts'
import type { Throttle } from './throttle.ts'

/** For an account without a password: how many minutes ago the sign-in may have been. */
const minutes = 10
/** Tolerated backward step of the clock. */
const clockOffMs = 60_000

/** The accounts, a clock, and the throttle that counts wrong passwords. */
export type ThrottledContext = RecordAndClock & Readonly<{ throttle: Throttle }>

type Shown = Readonly<{ id: string; current: string | undefined; source: string; session: string | null }>

/**
 * Confirms the owner of an account before a credential is added or changed, against somebody at an unattended screen: by the
 * current password, or by a recent sign-in for an account without one.
 * @returns null when confirmed, else the refusal
 */
export async function passwordConfirmationRefusal(
  { record, throttle, now }: ThrottledContext,
  { id, current, source, session }: Shown,
): Promise<Refusal | null> {
  const hash = await record.accounts.passwordHash(id)
  if (hash === null) {
    const found = session === null ? null : await record.sessions.find(session)
    const since = found === null ? Number.POSITIVE_INFINITY : Date.parse(now()) - Date.parse(found.session.created)
    // A sign-in that is still to come was before the clock went back, and nobody knows how long before.
    if (since >= -clockOffMs && since <= minutes * 60_000) return null
    return refuse(403, 'sign-in-again', `Sign out and in again first; then you may do this for ${minutes} minutes.`)
  }
  const seconds = await throttle.tried(source, id)
  if (seconds > 0)
    return { ...refuse(429, 'too-many', 'Too many failed attempts. Please wait a minute.'), retryAfterSeconds: seconds }
  if (await verifyPassword(hash, current ?? '')) {
    await throttle.wasRight(source, id)
    return null
  }
  return refuse(422, 'wrong-password', 'The current password is not right.', { where: 'current' })
}
