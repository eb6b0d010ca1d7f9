import type { Resource } from '@facialis/record'
import { type DeclineReason, declineReasons } from '@facialis/wire'
import type { KeptRequest } from '../patient/kept-request.ts'

const reasonSystem = 'https://facialis.invalid/decline-reason'

type Declined = Readonly<{ reason: DeclineReason; note: string | undefined }>

/** Why a request was turned down, as its Task keeps it: a code for whoever asked, words for the team. */
export const statusReasonOf = ({ reason, note }: Declined): Resource['statusReason'] => ({
  coding: [{ system: reasonSystem, code: reason }],
  ...(note === undefined ? {} : { text: note }),
})

/** The reason of a request that was turned down; `other` where only words were kept; null for any other request. */
export function declinedFor({ status, task }: KeptRequest): DeclineReason | null {
  if (status !== 'rejected') return null
  const { coding } = (task.statusReason ?? {}) as { coding?: readonly { code?: unknown }[] }
  return declineReasons.find((reason) => reason === coding?.[0]?.code) ?? 'other'
}
