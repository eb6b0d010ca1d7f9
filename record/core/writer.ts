import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from './database.ts'
import { StorageFailure } from './problem.ts'
import type { Db } from './schema.ts'
import { afterCommit, atCommit, storageProblem } from './storage-problem.ts'

/** Runs work in one write transaction. Writers wait for each other; a throw rolls everything back. What it resolves with is on the disk. */
export type Write = <T>(work: (db: Db) => Promise<T>) => Promise<T>

export type Writer = {
  readonly write: Write
  /** Runs something that must not count as part of the transaction it was started from, such as a timer's later work. */
  readonly apart: <T>(work: () => T) => T
  /** Resolves when every write that already waits has had its turn. */
  readonly idle: () => Promise<void>
  /** Resolves when what can be read is on the disk, for whoever hands it out past the record. Throws StorageFailure. */
  readonly settled: () => Promise<void>
}

/** The one queue of a process to the connection that writes; other processes wait in the database itself. */
export function openWriter(
  { writing: db, claim, beforeWriting, settled }: Pick<Database, 'writing' | 'claim' | 'beforeWriting' | 'settled'>,
  tenantId: string,
): Writer {
  const inside = new AsyncLocalStorage<true>()
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  const transact = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    let worked = false
    try {
      await beforeWriting()
      // Each statement sees what is committed, and since the claim nobody else commits.
      return await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (transaction) => {
          await claim(transaction, tenantId)
          const done = await inside.run(true, () => work(transaction))
          worked = true
          return done
        })
    } catch (error) {
      const problem = worked ? atCommit(error) : storageProblem(error)
      throw problem ? new StorageFailure(problem, error) : error
    }
  }

  const onDisk = (): Promise<void> =>
    settled().catch((error: unknown) => {
      const problem = afterCommit(error)
      throw problem ? new StorageFailure(problem, error) : error
    })

  return {
    write: async (work) => {
      // There is one connection: a write that waits for another write to end, from inside it, would wait for ever.
      if (inside.getStore())
        throw new Error('A write was started inside another write; use what the transaction hands you')
      const done = await inTurn(() => transact(work))
      // Outside the turn: whoever writes next need not wait for the disk, and may share what it does.
      await onDisk()
      return done
    },
    apart: (work) => inside.exit(work),
    idle: () => inTurn(async () => {}),
    settled: onDisk,
  }
}
