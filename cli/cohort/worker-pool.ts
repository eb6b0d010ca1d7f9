import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { decidePart, type PartContext, type PartDecided } from './decide-part.ts'
import type { PeoplePart } from './group-by-person.ts'

/** This many parts are done sooner than workers are started. */
const fewParts = 4

/**
 * Evaluates all parts, on a pool of worker threads where there are enough of them. Results are reported in the order of the
 * parts.
 */
export async function decideAll(
  setting: PartContext,
  parts: Iterable<PeoplePart>,
  tell: (decided: PartDecided) => void,
): Promise<void> {
  const first: PeoplePart[] = []
  const rest = parts[Symbol.iterator]()
  for (let next = rest.next(); !next.done; next = rest.next()) {
    first.push(next.value)
    if (first.length > fewParts) break
  }
  if (first.length <= fewParts) {
    for (const part of first) tell(decidePart(setting, part))
    return
  }
  await byWorkers(setting, joined(first, rest), tell)
}

function* joined(first: readonly PeoplePart[], rest: Iterator<PeoplePart>): Generator<PeoplePart> {
  yield* first
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value
}

function byWorkers(
  setting: PartContext,
  parts: Iterator<PeoplePart>,
  tell: (decided: PartDecided) => void,
): Promise<void> {
  const done = new Map<number, PartDecided>()
  let [sent, told] = [0, 0]
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('worker.ts', import.meta.url), { workerData: setting }),
  )
  const working = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        let at = 0
        const next = (): void => {
          const part = parts.next()
          if (part.done) {
            resolve()
            return
          }
          at = sent++
          worker.postMessage(part.value)
        }
        worker.on('message', (decided: PartDecided) => {
          done.set(at, decided)
          for (let ready = done.get(told); ready; ready = done.get(told)) {
            tell(ready)
            done.delete(told++)
          }
          next()
        })
        worker.on('error', reject)
        next()
      }),
  )
  return Promise.all(working)
    .then(() => {})
    .finally(() => Promise.all(workers.map((worker) => worker.terminate())))
}
