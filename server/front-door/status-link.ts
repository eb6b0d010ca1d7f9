import { newToken, type Stores } from '@facialis/record'

export const statusPurpose = 'referral-status'
const validForDays = 365

/** A link that shows where a referral stands. Its secret is told once and stands after `#`, which no server is sent. */
export async function issueStatusLink(
  { links }: Pick<Stores, 'links'>,
  { taskId, token, now }: Readonly<{ taskId: string; token: string; now: string }>,
): Promise<void> {
  const expires = new Date(new Date(now).getTime() + validForDays * 86_400_000).toISOString()
  await links.issue({ token, purpose: statusPurpose, subject: `Task/${taskId}`, expires })
}

export const newStatusToken = newToken
export const statusAddress = (token: string): string => `/front-door/status#${token}`
