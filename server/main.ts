// The composition root: reads the environment, opens the record, listens, prints where to go. It never waits for input.
import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Asked for by name, as this may run from where it was built.
const root = dirname(dirname(fileURLToPath(import.meta.resolve('@facialis/server/main.ts'))))
// Before anything is loaded, so that a second start need not compile what the first one did.
enableCompileCache(join(root, '.cache', 'compiled'))
// A fault is told with the place in the sources.
process.setSourceMapsEnabled(true)

const { readOptions } = await import('./options.ts')
const options = readOptions(process.env, root)
if ('sentence' in options) {
  console.error(options.sentence)
  process.exitCode = 2
} else {
  const { start } = await import('./start.ts')
  process.exitCode = await start(options, join(root, 'clinic', 'dist'))
}
