// The composition root: reads the environment, opens the record, listens, prints where to go. It never waits for input.
import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'

// Before anything is loaded, so that a second start need not compile what the first one did.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'))

const { readOptions } = await import('./options.ts')
const root = dirname(import.meta.dirname)
const options = readOptions(process.env, root)
if ('sentence' in options) {
  console.error(options.sentence)
  process.exitCode = 2
} else {
  const { start } = await import('./start.ts')
  process.exitCode = await start(options, join(root, 'clinic', 'dist'))
}
