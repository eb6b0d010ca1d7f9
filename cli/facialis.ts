import { main } from './main.ts'
import { notWritten } from './output/not-written.ts'

/** What was worked out could not be written (`EX_IOERR`): not to be taken for "something was left out". */
const notTold = 74

// A reader that has seen enough (`| head`) is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`facialis: ${notWritten('The output', error).message}\n`)
  process.exit(notTold)
})

await main(process.argv.slice(2))
