/** One of the threads beside the one that answers: what it is told to work out, it works out and tells. */
import { parentPort, workerData } from 'node:worker_threads'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { adviseAnew, openAdvise } from '../ground/advise.ts'
import { openVersions, releasedVersions } from '../ground/versions.ts'
import type { Told } from './beside.ts'
import { type Work, workOut } from './work.ts'

const { zone } = workerData as Readonly<{ zone: string }>
const released = releasedVersions(pathway)
if (!released.ok) throw new Error(released.problem.sentence)
const versions = openVersions(pathway, released.value)
// The same cards are asked for again and again, a row of each person once.
const advising = { cards: openAdvise(versions), row: adviseAnew(versions) } as const
const tell = (told: Told): void => parentPort?.postMessage(told)

parentPort?.on('message', ({ id, work }: Readonly<{ id: number; work: Work }>) => {
  try {
    tell({ id, done: workOut({ pathway, zone, advise: advising[work.what] }, work) })
  } catch (fault) {
    tell({ id, fault })
  }
})
tell('ready')
