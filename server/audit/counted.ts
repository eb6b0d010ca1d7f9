import type { DurableRecord } from '@facialis/record'
import { openToldTogether, type ToldTogether } from './told-together.ts'

/** Refused requests of which nobody can be named: counted. */
export type Counted = ToldTogether<void>

/** Of whom they are, and the word under which the trail keeps them. */
export type Whose = Readonly<{ action: string; of: string }>

/** Asks without being signed in for what is for those who are. */
export const strangers: Whose = { action: 'strangers-refused', of: 'nobody who is signed in' }
/** A page of somebody else has a browser send it, perhaps with the cookie of one of us, who knows nothing of it. */
export const foreignPages: Whose = { action: 'foreign-page-refused', of: 'a page that is not ours' }

/** @param now the present as an instant */
export const openCounted = (record: DurableRecord, now: () => string, { action, of }: Whose): Counted =>
  openToldTogether<void, number>({
    now,
    within: 5 * 60_000,
    askerOf: () => '',
    gather: (count) => (count ?? 0) + 1,
    tell: (count) =>
      record.auditRead({
        actor: { id: 'nobody' },
        action,
        outcome: 'refused',
        what: `${count === 1 ? 'one request' : `${count} requests`} of ${of}`,
      }),
  })
