import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Before anything is loaded, so that a command need not compile what the one before it did.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'))
const { main } = await import('./main.ts')
const { notWritten } = await import('./output/not-written.ts')

/** What was worked out could not be written (`EX_IOERR`): not to be taken for "something was left out". */
const notTold = 74

// A reader that has seen enough (`| head`) is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`facialis: ${notWritten('The output', error).message}\n`)
  process.exit(notTold)
})

await main(process.argv.slice(2))
