/** Folds the log of the file it is given into the file each time it is told to, and says when it has. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { storageProblem } from '../ground/storage-problem.ts'

// Above this many pages the log begins again from its start, for which writers have to wait some milliseconds.
const longestLog = 4096

const port = parentPort
if (port === null) throw new Error('This is started as a thread')
const file = new DatabaseSync(workerData as string, { timeout: 0 })
file.exec('pragma synchronous = normal')
const fold = file.prepare('pragma wal_checkpoint(passive)')
const beginAgain = file.prepare('pragma wal_checkpoint(restart)')

port.on('message', (told: 'fold' | 'close') => {
  if (told === 'close') {
    file.close()
    port.close()
    return
  }
  try {
    const { log } = fold.get() as { log: number }
    if (log > longestLog) beginAgain.get()
  } catch (error) {
    // Whoever writes next meets the same disk, and tells whom it concerns; the log keeps what it has.
    if (storageProblem(error) === null) throw error
  }
  port.postMessage('folded')
})
