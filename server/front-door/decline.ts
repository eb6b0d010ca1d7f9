import { isObject } from '@facialis/fhir/json/json.ts'
import { own } from '@facialis/fhir/terms/systems.ts'
import type { RecordView, Resource } from '@facialis/record'
import { type DeclinedPage, type DeclinedRequest, type DeclineReason, declineReasons } from '@facialis/wire'
import { dayWritten } from '../core/site-day.ts'
import { type KeptRequest, requestCodes, requestIn } from '../patient/kept-request.ts'
import { nameIn } from './requests.ts'

const reasonSystem = `${own}/decline-reason`

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

/** Why, by whom and when a request was turned down, for the team; null for any other. */
export function declinedIn(kept: KeptRequest, zone: string): DeclinedRequest['declined'] | null {
  const reason = declinedFor(kept)
  if (reason === null) return null
  const { statusReason, owner } = kept.task
  const words = (one: unknown, name: string) => (isObject(one) && typeof one[name] === 'string' ? one[name] : null)
  return { reason, note: words(statusReason, 'text'), by: words(owner, 'display'), on: dayWritten(zone, kept.updated) }
}

const page = 100

/** Those that were turned down, the latest first. @param before where the page before ended; else from the latest on */
export async function declinedRequests(
  { record, zone }: Readonly<{ record: Pick<RecordView, 'search'>; zone: string }>,
  before?: string,
): Promise<DeclinedPage> {
  const where = [
    { name: 'status', value: 'rejected' },
    { name: 'code', anyOf: requestCodes },
  ]
  const after = before === undefined ? {} : { after: before }
  const { resources, next } = await record.search({ type: 'Task', where, order: 'newest', limit: page, ...after })
  const requests = resources.flatMap(({ resource }) => {
    const kept = requestIn(resource)
    const declined = kept && declinedIn(kept, zone)
    return declined
      ? [{ id: kept.id, kind: kept.request.kind, name: nameIn(kept), received: kept.received, declined }]
      : []
  })
  return { requests, before: next }
}
