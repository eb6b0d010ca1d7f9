import { closeSync, fdatasync, fstatSync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import type { Fsync } from '../core/fsync.ts'

export type WalSync = {
  /** Resolves when every commit before this call is on the disk; those that wait at once share a sync. Rejects with what the disk said. */
  readonly settled: () => Promise<void>
  /** What the disk said, once it failed. Nobody can tell then what of the log it has; a later sync that succeeds would not say. */
  readonly failed: () => unknown
  /** Waits for the sync that is under way. */
  readonly close: () => Promise<void>
}

/**
 * Brings the write-ahead log of a file to the disk, in a thread beside: a disk takes a fraction of a millisecond for it, or
 * twenty, and whoever only wants to read need not wait for that. The log has to be there.
 */
export function openWalSync(writer: DatabaseSync, toDisk: Fsync = promisify(fdatasync)): WalSync {
  // From the start: later another file may stand there, or none, and a system tells of a failure only who had it open by then.
  let file: number | null = openSync(logOf(writer), 'r+')
  // Some systems count no names.
  const isNamed = hasName(file)
  let failure: unknown
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  const sync = async (): Promise<void> => {
    // Who comes from here on may have committed after the disk was asked.
    next = null
    if (failure !== undefined) throw failure
    try {
      if (file === null) throw new Error('The record is closed')
      await toDisk(file)
      // SQLite writes on into a file that no folder has any more, and with the last who holds it open it is gone.
      if (isNamed && !hasName(file)) throw takenAway()
    } catch (error) {
      failure = error
      throw error
    }
  }

  const settled = (): Promise<void> => {
    next ??= last = last.catch(() => {}).then(sync)
    return next
  }

  return {
    settled,
    failed: () => failure,
    close: async () => {
      await last.catch(() => {})
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

const hasName = (file: number): boolean => fstatSync(file).nlink > 0
const takenAway = (): Error =>
  Object.assign(new Error('The log of the record was taken away while it was in use'), { code: 'EIO' })

/** Where a file is led to from somewhere else, its log lies beside it and not beside what leads there. */
const logOf = (file: DatabaseSync): string => `${file.location()}-wal`

/** For a read-only file. */
export const noWalSync: WalSync = {
  settled: async () => {},
  failed: () => undefined,
  close: async () => {},
}
