import { AsyncLocalStorage } from 'node:async_hooks'
import { StorageFailure, storageProblem } from './problem.ts'
import type { Db } from './schema.ts'

/** Runs work in one write transaction. Writers wait for each other; a throw rolls everything back. */
export type Write = <T>(work: (db: Db) => Promise<T>) => Promise<T>

export type Writer = {
  readonly write: Write
  /** Runs something that must not count as part of the transaction it was started from, such as a timer's later work. */
  readonly apart: <T>(work: () => T) => T
}

export function openWriter(db: Db): Writer {
  const writing = new AsyncLocalStorage<true>()
  const write: Write = async (work) => {
    // There is one connection: a write that waits for another write to end, from inside it, would wait for ever.
    if (writing.getStore())
      throw new Error('A write was started inside another write; use what the transaction hands you')
    try {
      return await db.transaction().execute((transaction) => writing.run(true, () => work(transaction)))
    } catch (error) {
      const problem = storageProblem(error)
      throw problem ? new StorageFailure(problem, error) : error
    }
  }
  return { write, apart: (work) => writing.exit(work) }
}
