/** Thread entry: stages a restore, posts its progress, and last its result. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Staging, type StagingMessage, stageRestore } from './stage-restore.ts'

const port = parentPort
if (port === null) throw new Error('This is started as a thread')
const tell = (told: StagingMessage): void => port.postMessage(told)
tell({ made: await stageRestore(workerData as Staging, (done, total) => tell({ done, total })) })
