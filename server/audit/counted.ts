import type { DurableRecord } from '@facialis/record'

/** Refused requests of which nobody can be named: counted, so that a flood of them never fills the trail. */
export type Counted = Readonly<{
  /** One more. The first is told at once, those after it together. */
  refused: () => Promise<void>
  /** Tells what has been counted since. For the end of the process. */
  tellRest: () => Promise<void>
}>

/** Of whom they are, and the word under which the trail keeps them. */
export type Whose = Readonly<{ action: string; of: string }>

/** Asks without being signed in for what is for those who are. */
export const strangers: Whose = { action: 'strangers-refused', of: 'nobody who is signed in' }
/** A page of somebody else has a browser send it, perhaps with the cookie of one of us, who knows nothing of it. */
export const foreignPages: Whose = { action: 'foreign-page-refused', of: 'a page that is not ours' }

const together = 5 * 60_000

/** @param now the present as an instant */
export function openCounted(record: DurableRecord, now: () => string, { action, of }: Whose): Counted {
  let count = 0
  let told = Number.NEGATIVE_INFINITY
  const tell = async () => {
    const what = `${count === 1 ? 'one request' : `${count} requests`} of ${of}`
    count = 0
    told = Date.parse(now())
    await record.auditRead({ actor: { id: 'nobody' }, action, outcome: 'refused', what })
  }
  return {
    refused: async () => {
      count += 1
      if (Date.parse(now()) - told >= together) await tell()
    },
    tellRest: async () => {
      if (count > 0) await tell()
    },
  }
}
