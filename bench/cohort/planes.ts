import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Measured, Ordered } from './blocks.ts'

/** Everything the processors measured, all of them at work at the same time. */
async function onEveryProcessor(people: number, compared: number): Promise<readonly Measured[]> {
  const crew = availableParallelism()
  return Promise.all(
    Array.from({ length: crew }, (_, at): Promise<Measured> => {
      const ordered: Ordered = {
        people: Math.ceil(people / crew),
        seed: 100 + at,
        compared: Math.ceil(compared / crew),
      }
      return new Promise((resolve, reject) => {
        const worker = new Worker(new URL('blocks.ts', import.meta.url), { workerData: ordered })
        worker.on('message', resolve)
        worker.on('error', reject)
      })
    }),
  )
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number

export type PlaneFigures = Readonly<{
  people: number
  compared: number
  /** Nanoseconds a person on one processor, while all are at work. */
  gather: number
  answer: number
  bytesEach: number
  /** People answered for by all processors in a second, from rows of resolved facts to all decisions. */
  perSecond: number
  /** Bytes answered for by all processors in a second, and copied by all of them. */
  answered: number
  copied: number
  /** The middle one of all blocks: the time it takes to copy the bytes by the time it takes to answer. */
  ofMemmove: number
}>

/**
 * People in columns to all decisions. Counted are the bytes of the columns that are read and of the answers that are written,
 * each once; beside each block as many bytes are copied from one place in memory to another, each counted once as well.
 */
export async function measurePlanes(people: number, compared = 20_000): Promise<PlaneFigures> {
  const all = await onEveryProcessor(people, compared)
  const differences = all.reduce((sum, one) => sum + one.differences, 0)
  if (differences > 0) throw new Error(`${differences} people are answered otherwise in a cohort than alone.`)
  const blocks = all.flatMap((one) => one.blocks)
  const each = (of: 'gather' | 'answer'): number => median(blocks.map((one) => (one[of] / one.people) * 1e6))
  const rate = (of: 'answer' | 'copy'): number => all.length * median(blocks.map((one) => one.bytes / one[of])) * 1000
  return {
    people: blocks.reduce((sum, one) => sum + one.people, 0),
    compared: all.reduce((sum, one) => sum + one.compared, 0),
    gather: each('gather'),
    answer: each('answer'),
    perSecond: all.length * median(blocks.map((one) => one.people / (one.gather + one.answer))) * 1000,
    bytesEach: median(blocks.map(({ bytes, people }) => bytes / people)),
    answered: rate('answer'),
    copied: rate('copy'),
    ofMemmove: median(blocks.map(({ copy, answer }) => copy / answer)),
  }
}
