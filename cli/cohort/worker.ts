import { parentPort, workerData } from 'node:worker_threads'
import { decidedPart, type Setting } from './decide-part.ts'
import type { PeoplePart } from './group-by-person.ts'

/** Answers for one part of the people after the other, as they are sent. */
const setting = workerData as Setting
parentPort?.on('message', (part: PeoplePart) => {
  parentPort?.postMessage(decidedPart(setting, part))
})
