import { closeSync, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import type { ToDisk } from '../ground/to-disk.ts'

export type LogOnDisk = {
  /** Resolves when every commit before this call is on the disk; those that wait at once share a sync. Rejects with what the disk said. */
  readonly settled: () => Promise<void>
  /** What the disk said, once it failed. Nobody can tell then what of the log it has; a later sync that succeeds would not say. */
  readonly failed: () => unknown
  /** Waits for the sync that is under way. */
  readonly close: () => Promise<void>
}

/**
 * Brings the write-ahead log of a file to the disk, in a thread beside: a disk takes a fraction of a millisecond for it, or
 * twenty, and whoever only wants to read need not wait for that.
 */
export function openLogOnDisk(path: string, toDisk: ToDisk = promisify(fdatasync)): LogOnDisk {
  let file: number | null = null
  let failure: unknown
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  const sync = async (): Promise<void> => {
    // Who comes from here on may have committed after the disk was asked.
    next = null
    if (failure !== undefined) throw failure
    try {
      file ??= openSync(`${path}-wal`, 'r+')
      await toDisk(file)
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
