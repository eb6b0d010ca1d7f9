import { createHmac } from 'node:crypto'
import { newToken, type Stores } from '@facialis/record'
import { shifted } from '@facialis/record/core/instant.ts'

export const statusPurpose = 'referral-status'
const validForDays = 365

/** A link that shows where a referral stands. Its secret is told once and stands after `#`, which no server is sent. */
export async function issueStatusLink(
  { links }: Pick<Stores, 'links'>,
  { taskId, token, now }: Readonly<{ taskId: string; token: string; now: string }>,
): Promise<void> {
  const expires = shifted(now, validForDays * 86_400)
  await links.issue({ token, purpose: statusPurpose, subject: `Task/${taskId}`, expires })
}

/**
 * The secret of a link. Whoever sent a key with the form is told the same secret again when the answer was lost, though
 * we keep only its hash: it is made from their key, which we do not keep either, and from an id that nobody outside knows.
 */
export const statusToken = (taskId: string, key: string | null): string =>
  key === null ? newToken() : createHmac('sha256', key).update(`status of ${taskId}`).digest('base64url')

export const statusAddress = (token: string): string => `/front-door/status#${token}`
