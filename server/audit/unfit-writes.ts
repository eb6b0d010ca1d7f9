import type { DurableRecord } from '@facialis/record'
import { actingRole, type SignedIn } from '../identity/account.ts'
import { openToldTogether, type ToldTogether } from './told-together.ts'

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
 * each person once in a minute at most.
 */
export type UnfitWrites = ToldTogether<UnfitWrite>

/** Of so many people one event tells; it says of how many requests it tells in any case. */
const mostPeople = 200

type Gathered = Readonly<{ last: UnfitWrite; count: number; routes: Set<string>; people: Set<string> }>

/** @param now the present as an instant */
export const openUnfitWrites = (record: DurableRecord, now: () => string): UnfitWrites =>
  openToldTogether<UnfitWrite, Gathered>({
    now,
    within: 60_000,
    askerOf: ({ who }) => who.id,
    gather: (waiting, last) => {
      const { count, routes, people } = waiting ?? { count: 0, routes: new Set<string>(), people: new Set<string>() }
      routes.add(last.what)
      for (const id of last.patientIds) if (people.size < mostPeople) people.add(id)
      return { last, count: count + 1, routes, people }
    },
    tell: ({ last, count, routes, people }) =>
      record.auditRead({
        actor: { id: last.who.id, role: actingRole(last.who) },
        action: 'sent-and-refused',
        outcome: 'refused',
        what: `${count === 1 ? '' : `${count} requests: `}${[...routes].sort().join(', ')}`,
        // What the refusal says may repeat what was sent.
        problem: { code: last.code, sentence: 'What was sent could not be taken.', where: '' },
        patientIds: [...people].sort(),
        requestId: last.requestId,
      }),
  })
