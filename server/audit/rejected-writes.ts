import type { DurableRecord } from '@facialis/record'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { type CoalescedRefusals, openCoalescedRefusals } from './coalesced-refusals.ts'

/** A write that was refused before it reached the record. */
export type RejectedWrite = Readonly<{
  who: SignedIn
  /** Method and path of the route. */
  what: string
  /** The problem's code. */
  code: string
  /** The patients whose records were meant, as far as they are known. */
  patientIds: readonly string[]
  requestId: string
}>

/**
 * Writes of signed-in users that were not acceptable: no JSON, no valid FHIR, no version. Audited without any of their
 * content, and at most once a minute for each account.
 */
export type RejectedWrites = CoalescedRefusals<RejectedWrite>

/** The most patients that one event names; the number of requests is always exact. */
const mostPeople = 200

type Gathered = Readonly<{ last: RejectedWrite; count: number; routes: Set<string>; people: Set<string> }>

/** @param now the present as an instant */
export const openRejectedWrites = (record: DurableRecord, now: () => string): RejectedWrites =>
  openCoalescedRefusals<RejectedWrite, Gathered>({
    now,
    within: 60_000,
    keyOf: ({ who }) => who.id,
    gather: (waiting, last) => {
      const { count, routes, people } = waiting ?? { count: 0, routes: new Set<string>(), people: new Set<string>() }
      routes.add(last.what)
      for (const id of last.patientIds) if (people.size < mostPeople) people.add(id)
      return { last, count: count + 1, routes, people }
    },
    record: ({ last, count, routes, people }) =>
      record.auditRead({
        actor: { id: last.who.id, role: actingRole(last.who) },
        action: 'sent-and-refused',
        outcome: 'refused',
        what: `${count === 1 ? '' : `${count} requests: `}${[...routes].sort().join(', ')}`,
        // What the refusal says may repeat what was sent.
        problem: { code: last.code, sentence: 'What was sent could not be accepted.', where: '' },
        patientIds: [...people].sort(),
        requestId: last.requestId,
      }),
  })
