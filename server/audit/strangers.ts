import type { DurableRecord } from '@facialis/record'

/** Requests from nobody who is signed in that were refused: counted, so that a flood of them never fills the trail. */
export type Strangers = Readonly<{
  /** One more. The first is told at once, those after it together. */
  refused: () => Promise<void>
  /** Tells what has been counted since. For the end of the process. */
  tellRest: () => Promise<void>
}>

const together = 5 * 60_000

/** @param now the present as an instant */
export function openStrangers(record: DurableRecord, now: () => string): Strangers {
  let count = 0
  let told = Number.NEGATIVE_INFINITY
  const tell = async () => {
    const what = `${count === 1 ? 'one request' : `${count} requests`} of nobody who is signed in`
    count = 0
    told = Date.parse(now())
    await record.auditRead({ actor: { id: 'nobody' }, action: 'strangers-refused', outcome: 'refused', what })
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
