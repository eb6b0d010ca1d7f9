import { parentPort, workerData } from 'node:worker_threads'
import { decidePart, type PartContext } from './decide-part.ts'
import type { PeoplePart } from './group-by-person.ts'

/** Answers for one part of the people after the other, as they are sent. */
const setting = workerData as PartContext
parentPort?.on('message', (part: PeoplePart) => {
  parentPort?.postMessage(decidePart(setting, part))
})
