import { Worker } from 'node:worker_threads'
import type { CqlText } from '@facialis/engine/publish/index.ts'
import type { Elm } from './translate.ts'

/**
 * CQL translated to ELM, in a thread of its own: the translator writes a line of its own to the standard output, and makes
 * so much that is short-lived that it takes half as long where there is room for it. Rejects with the translator's errors.
 */
export function elmOf(libraries: readonly CqlText[]): Promise<readonly Elm[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      workerData: libraries,
      stdout: true,
      resourceLimits: { maxYoungGenerationSizeMb: 256, maxOldGenerationSizeMb: 4096, stackSizeMb: 64 },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The translator ended with code ${code} and said nothing.`)))
  })
}
