import { newToken } from '@facialis/record'
import type { Clinic } from '../clinic.ts'
import { accountOf, type SignedIn } from './account.ts'

const idleSeconds = 15 * 60
const longestSeconds = 12 * 60 * 60

/** Who a session token belongs to; null when it is unknown, idle for 15 minutes, 12 hours old, or its account is shut. */
export async function findSession(
  { record }: Clinic,
  token: string | null,
  { byTimer }: Readonly<{ byTimer: boolean }>,
): Promise<SignedIn | null> {
  if (token === null || token.length > 200) return null
  const found = await record.sessions.find(token, { idleSeconds })
  if (!found) return null
  if (!byTimer) await record.sessions.touch(token)
  return accountOf(found.account)
}

/** Begins a session under a token nobody had before. @returns the token for the cookie */
export async function startSession({ record, now }: Clinic, accountId: string): Promise<string> {
  const token = newToken()
  const expires = new Date(new Date(now()).getTime() + longestSeconds * 1000).toISOString()
  await record.sessions.start({ token, accountId, expires })
  return token
}
