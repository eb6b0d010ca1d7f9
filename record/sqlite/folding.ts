import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'

/** So many pages of the log, 4 KB each, are folded into the file at once. */
const pagesToFold = 1024
/** How often the log is looked at, in milliseconds. Whoever writes pays for the look. */
const between = 100

export type Folding = {
  /** After a commit, on the connection that made it: has the log folded where enough of it waits. */
  readonly look: () => void
  /** Waits for the thread to let go of the file. */
  readonly close: () => Promise<void>
}

/**
 * Folds the write-ahead log of a file into the file, in a thread beside, which begins when there is first something to do.
 * SQLite would do it inside of whichever commit makes the log too long, some ten or hundred milliseconds in which nobody
 * else is served. It still does where the thread does not keep up, or is none.
 */
export function openFolding(path: string, writer: DatabaseSync): Folding {
  const waiting = writer.prepare('pragma wal_checkpoint(noop)')
  let thread: Worker | null = null
  let isAtWork = false
  let isOver = false
  let looked = performance.now()

  /** A machine may allow no further thread. */
  const goOnWithout = (error: unknown): void => {
    isOver = true
    thread = null
    process.emitWarning(error instanceof Error ? error : String(error))
  }

  const begun = (): Worker => {
    const fresh = new Worker(new URL('folding-thread.ts', import.meta.url), {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: 16 },
    })
    fresh.on('message', () => {
      isAtWork = false
    })
    fresh.on('error', goOnWithout)
    fresh.unref()
    return fresh
  }

  return {
    look: () => {
      const now = performance.now()
      if (isOver || isAtWork || now - looked < between) return
      looked = now
      const { log, checkpointed } = waiting.get() as { log: number; checkpointed: number }
      if (log - checkpointed < pagesToFold) return
      isAtWork = true
      try {
        thread ??= begun()
      } catch (error) {
        // What was committed is: whoever wrote it hears nothing of this.
        goOnWithout(error)
        return
      }
      thread.postMessage('fold')
    },
    close: async () => {
      isOver = true
      const last = thread
      thread = null
      if (last === null) return
      const ended = new Promise((done) => last.once('exit', done))
      last.ref()
      last.postMessage('close')
      await ended
    },
  }
}
