import { machineZone } from '@facialis/record/core/site-zone.ts'
import type { CommandIo } from './io/command-io.ts'
import { main } from './main.ts'
import { ioError, writeError } from './output/write-errors.ts'

// A reader that has seen enough (`| head`) is no fault of anybody; what was found to be one by then is still told by the code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`facialis: ${writeError('The output', error).message}\n`)
  process.exit(ioError)
})

// What is said beside the results is lost then, and nobody can be told; the command still ends with its own code, not as if
// something had been left out.
let isSaid = true
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') isSaid = false
})
process.once('exit', (code) => {
  if (!isSaid && code === 0) process.exitCode = ioError
})

/** That of this program. What is only looked at is begun: reading starts with the first command that reads. */
const io: CommandIo = {
  stdout: process.stdout,
  stderr: process.stderr,
  get stdin() {
    return process.stdin
  },
  env: process.env,
  get zone() {
    return machineZone()
  },
  onExit: (clear) => {
    process.once('exit', clear)
    // SIGHUP: the terminal was closed, or the connection to the machine broke off.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        clear()
        // By the signal itself: whoever leaves waits for what is being read, and a pipe may be silent for ever.
        process.kill(process.pid, signal)
      })
  },
}

process.exitCode = await main(process.argv.slice(2), io)
