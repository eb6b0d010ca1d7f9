import type { Resource } from '@facialis/record'
import type { PatientView } from '@facialis/wire'
import { type KeptRequest, requestIn } from './kept-request.ts'

/** Who referred the person last, with the ways to reach them that stood on the form; null where nobody did by one. */
export function referredBy(resources: readonly Resource[]): PatientView['referredBy'] {
  const latest = resources.flatMap((one) => requestIn(one) ?? []).reduce<KeptRequest | null>(later, null)
  if (latest?.request.kind !== 'referral') return null
  const { name, practice = null, phone = null, email = null } = latest.request.sent.referrer
  return { name, practice, phone, email, received: latest.received }
}

/** An appointment that somebody asks for themselves takes no referrer away. */
const later = (before: KeptRequest | null, one: KeptRequest): KeptRequest | null =>
  one.request.kind !== 'referral' || (before !== null && before.arrived > one.arrived) ? before : one
