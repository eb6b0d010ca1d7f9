import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'

/** A checkpoint runs when this many pages of 4 KB wait in the log. */
const pagesToCheckpoint = 1024
/** Milliseconds between two looks at the log: the writer pays for each. */
const between = 100

export type Checkpointer = {
  /** Call after a commit, on its connection: starts a checkpoint where the log is long enough. */
  readonly afterCommit: () => void
  /** Waits until the thread has closed the file. */
  readonly close: () => Promise<void>
}

/**
 * Checkpoints the write-ahead log (WAL) in a thread, which starts with the first work. SQLite itself would do it inside the
 * commit that makes the log too long: ten to a hundred milliseconds in which nothing else is served. It still does where the
 * thread does not keep up, or cannot be started.
 */
export function openCheckpointer(path: string, writer: DatabaseSync): Checkpointer {
  const waiting = writer.prepare('pragma wal_checkpoint(noop)')
  let thread: Worker | null = null
  let isAtWork = false
  let isOver = false
  let looked = performance.now()

  /** The system may refuse to start a thread. */
  const goOnWithout = (error: unknown): void => {
    isOver = true
    thread = null
    process.emitWarning(error instanceof Error ? error : String(error))
  }

  const begun = (): Worker => {
    const fresh = new Worker(new URL('checkpoint-thread.ts', import.meta.url), {
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
    afterCommit: () => {
      const now = performance.now()
      if (isOver || isAtWork || now - looked < between) return
      looked = now
      const { log, checkpointed } = waiting.get() as { log: number; checkpointed: number }
      if (log - checkpointed < pagesToCheckpoint) return
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
