import type { DurableRecord } from '@facialis/record'
import { actingRole, type SignedIn } from '../identity/account.ts'

/** Something that was sent and refused before anybody did anything about it. */
export type UnfitWrite = Readonly<{
  who: SignedIn
  /** The address as the table of routes has it. */
  what: string
  /** The word for what was wrong with it. */
  code: string
  /** Whose record was meant, where somebody is known to be meant. */
  patientIds: readonly string[]
  requestId: string
}>

/**
 * What signed-in people sent that could not be taken: no JSON, no FHIR, no version. Told with nothing of what was in it, and of
 * each person once in a minute at most: the first at once, those after it together.
 */
export type UnfitWrites = Readonly<{
  refused: (write: UnfitWrite) => Promise<void>
  /** Tells what has been counted since. For the end of the process. */
  tellRest: () => Promise<void>
}>

const together = 60_000
/** Of so many people one event tells; it says of how many requests it tells in any case. */
const mostPeople = 200

type Waiting = { last: UnfitWrite; count: number; told: number; routes: Set<string>; people: Set<string> }

/** @param now the present as an instant */
export function openUnfitWrites(record: DurableRecord, now: () => string): UnfitWrites {
  const byAccount = new Map<string, Waiting>()

  const tell = async (waiting: Waiting): Promise<void> => {
    const { last, count, routes, people } = waiting
    const many = count === 1 ? '' : `${count} requests: `
    const read = {
      actor: { id: last.who.id, role: actingRole(last.who) },
      action: 'sent-and-refused',
      outcome: 'refused',
      what: `${many}${[...routes].sort().join(', ')}`,
      // What the refusal says may repeat what was sent.
      problem: { code: last.code, sentence: 'What was sent could not be taken.', where: '' },
      patientIds: [...people].sort(),
      requestId: last.requestId,
    } as const
    Object.assign(waiting, { count: 0, told: Date.parse(now()), routes: new Set(), people: new Set() })
    await record.auditRead(read)
  }

  return {
    refused: async (write) => {
      const { who, what, patientIds } = write
      const waiting = byAccount.get(who.id) ?? {
        last: write,
        count: 0,
        told: Number.NEGATIVE_INFINITY,
        routes: new Set<string>(),
        people: new Set<string>(),
      }
      byAccount.set(who.id, waiting)
      waiting.last = write
      waiting.count += 1
      waiting.routes.add(what)
      for (const id of patientIds) if (waiting.people.size < mostPeople) waiting.people.add(id)
      if (Date.parse(now()) - waiting.told >= together) await tell(waiting)
    },
    tellRest: async () => {
      for (const waiting of byAccount.values()) if (waiting.count > 0) await tell(waiting)
    },
  }
}
