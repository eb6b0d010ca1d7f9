import type { Db } from './schema.ts'
import type { Writer } from './writer.ts'

/** Group commit: many small writes share one transaction, and so one sync of the disk. */
export type GroupCommit<T, R> = {
  /** Resolves when the write is durable. */
  readonly add: (one: T) => Promise<R>
  /** Writes what is still waiting. */
  readonly flush: () => Promise<void>
}

type Waiting<T, R> = { readonly one: T; readonly done: (result: R) => void; readonly failed: (error: unknown) => void }

/**
 * Writes that arrive within `delayMs` of each other share one transaction. A write after an idle time is committed at once: then
 * there is no other to share with. `writeAll` gives one result for each, in the same order.
 */
export function openGroupCommit<T, R>(
  writer: Writer,
  delayMs: number,
  writeAll: (db: Db, all: readonly T[]) => Promise<readonly R[]>,
): GroupCommit<T, R> {
  let waiting: Waiting<T, R>[] = []
  let flushing: Promise<void> = Promise.resolve()
  let cancel: (() => void) | null = null
  let begun = Number.NEGATIVE_INFINITY

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
    cancel?.()
    cancel = null
    const group = waiting
    waiting = []
    if (group.length === 0) return flushing
    begun = performance.now()
    flushing = write(group)
    return flushing
  }

  const add = (one: T) =>
    new Promise<R>((done, failed) => {
      waiting.push({ one, done, failed })
      // It may be begun from inside a transaction that is over long before.
      cancel ??= writer.apart(() => after(begun + delayMs - performance.now(), () => void flush()))
    })

  return { add, flush }
}

/** @returns what calls it off */
function after(milliseconds: number, work: () => void): () => void {
  if (milliseconds > 0) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  }
  const next = setImmediate(work)
  return () => clearImmediate(next)
}
