/** One thread of the worker pool: evaluates what it is sent and posts the result. */
import { parentPort, workerData } from 'node:worker_threads'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { adviseUncached, openCachedAdvise } from '../core/advise.ts'
import { openPathwayVersions, releasedVersions } from '../core/pathway-versions.ts'
import { runWork, type Work } from './work.ts'
import type { WorkerReply, WorkerRequest } from './worker-pool.ts'

const { zone } = workerData as Readonly<{ zone: string }>
const released = releasedVersions(pathway)
if (!released.ok) throw new Error(released.problem.sentence)
// Whoever tells what is to be worked out tells what day it is.
let today = ''
const versions = openPathwayVersions(pathway, released.value, () => today)
// While somebody chooses orders the same chart is asked about again and again, for a row of the board once.
const advising = { cards: openCachedAdvise(versions), row: adviseUncached(versions) } as const
const tell = (told: WorkerReply): void => parentPort?.postMessage(told)

parentPort?.on('message', ({ id, text }: WorkerRequest) => {
  try {
    const work = JSON.parse(text) as Work
    today = work.today
    const by = { pathway: work.what === 'cards' ? versions.newest : pathway, zone, advise: advising[work.what] }
    tell({ id, text: JSON.stringify(runWork(by, work)) })
  } catch (fault) {
    tell({ id, fault })
  }
})
tell('ready')
