import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Before anything is loaded, so that a command need not compile what the one before it did.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'))
const { main } = await import('./main.ts')

// A reader that has seen enough (`| head`) is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

await main(process.argv.slice(2))
