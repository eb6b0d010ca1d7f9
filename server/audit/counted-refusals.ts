import type { DurableRecord } from '@facialis/record'
import { type CoalescedRefusals, openCoalescedRefusals } from './coalesced-refusals.ts'

/** Refused requests without a known account: only their number is audited. */
export type CountedRefusals = CoalescedRefusals<void>

/** One class of refusals: its audit action, and who sends them, in words. */
export type RefusalClass = Readonly<{ action: string; of: string }>

/** Requests without a session to routes that need one. */
export const unauthenticated: RefusalClass = { action: 'strangers-refused', of: 'nobody who is signed in' }
/** Requests that another site's page has a browser send, perhaps with the cookie of a signed-in user (CSRF). */
export const crossSite: RefusalClass = { action: 'foreign-page-refused', of: 'a page that is not ours' }

/** @param now the present as an instant */
export const openCountedRefusals = (
  record: DurableRecord,
  now: () => string,
  { action, of }: RefusalClass,
): CountedRefusals =>
  openCoalescedRefusals<void, number>({
    now,
    within: 5 * 60_000,
    keyOf: () => '',
    gather: (count) => (count ?? 0) + 1,
    record: (count) =>
      record.auditRead({
        actor: { id: 'nobody' },
        action,
        outcome: 'refused',
        what: `${count === 1 ? 'one request' : `${count} requests`} of ${of}`,
      }),
  })
