import type { Db } from './schema.ts'
import type { Writer } from './writer.ts'

export type Grouped<T, R> = {
  /** Resolves when it is on the disk. */
  readonly add: (one: T) => Promise<R>
  /** Writes what is still waiting. */
  readonly flush: () => Promise<void>
}

type Waiting<T, R> = { readonly one: T; readonly done: (result: R) => void; readonly failed: (error: unknown) => void }

/**
 * Small writes that are many, each of which would cost a sync of the disk: those of the same few milliseconds share one
 * transaction. `writeAll` gives one result for each, in the same order.
 */
export function openGrouped<T, R>(
  writer: Writer,
  delayMs: number,
  writeAll: (db: Db, all: readonly T[]) => Promise<readonly R[]>,
): Grouped<T, R> {
  let waiting: Waiting<T, R>[] = []
  let flushing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const write = async (group: readonly Waiting<T, R>[]) => {
    try {
      const all = group.map(({ one }) => one)
      const results = await writer.write((db) => writeAll(db, all))
      for (const [at, { done }] of group.entries()) done(results[at] as R)
    } catch (error) {
      for (const { failed } of group) failed(error)
    }
  }

  const flush = async () => {
    if (timer) clearTimeout(timer)
    timer = null
    const group = waiting
    waiting = []
    if (group.length === 0) return flushing
    flushing = write(group)
    return flushing
  }

  const add = (one: T) =>
    new Promise<R>((done, failed) => {
      waiting.push({ one, done, failed })
      // The timer may be started from inside a transaction that is over long before it fires.
      timer ??= writer.apart(() => setTimeout(() => void flush(), delayMs))
    })

  return { add, flush }
}
