/** Makes the record whole that it is given, and says how far it is and last what became of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { type MakingWhole, makeWhole, type ToldOfMaking } from './make-whole.ts'

const port = parentPort
if (port === null) throw new Error('This is started as a thread')
const tell = (told: ToldOfMaking): void => port.postMessage(told)
tell({ made: await makeWhole(workerData as MakingWhole, (done, total) => tell({ done, total })) })
