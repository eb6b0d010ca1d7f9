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
 * transaction. Whoever comes after a while without any waits for nobody: only then is there no other to share with.
 * `writeAll` gives one result for each, in the same order.
 */
export function openGrouped<T, R>(
  writer: Writer,
  delayMs: number,
  writeAll: (db: Db, all: readonly T[]) => Promise<readonly R[]>,
): Grouped<T, R> {
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
