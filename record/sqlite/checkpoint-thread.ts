/** Folds the log of the file it is given into the file each time it is told to, and says when it has. */
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { storageProblem } from '../core/storage-problem.ts'

// Above this many pages the log begins again from its start, for which writers have to wait some milliseconds.
const longestLog = 4096

const port = parentPort
if (port === null) throw new Error('This is started as a thread')
// One that was taken away meanwhile must not be there again, empty: whoever brings it back would be told that there is one.
const present = pathToFileURL(workerData as string)
present.searchParams.set('mode', 'rw')
const file = new DatabaseSync(present, { timeout: 0 })
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
