/** One of the threads beside the one that answers: what it is told to work out, it works out and tells. */
import { parentPort, workerData } from 'node:worker_threads'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { adviseAnew, openAdvise } from '../ground/advise.ts'
import { openVersions, releasedVersions } from '../ground/versions.ts'
import type { Message, Told } from './beside.ts'
import { type Work, workOut } from './work.ts'

const { zone } = workerData as Readonly<{ zone: string }>
const released = releasedVersions(pathway)
if (!released.ok) throw new Error(released.problem.sentence)
// Whoever tells what is to be worked out tells what day it is.
let today = ''
const versions = openVersions(pathway, released.value, () => today)
// While somebody chooses orders the same chart is asked about again and again, for a row of the board once.
const advising = { cards: openAdvise(versions), row: adviseAnew(versions) } as const
const tell = (told: Told): void => parentPort?.postMessage(told)

parentPort?.on('message', ({ id, text }: Message) => {
  try {
    const work = JSON.parse(text) as Work
    today = work.today
    const by = { pathway: work.what === 'cards' ? versions.newest : pathway, zone, advise: advising[work.what] }
    tell({ id, text: JSON.stringify(workOut(by, work)) })
  } catch (fault) {
    tell({ id, fault })
  }
})
tell('ready')
