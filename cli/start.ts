import { fileURLToPath } from 'node:url'
import { ExitError } from './input/exit-error.ts'
import { childOf, exitCodeOf } from './io/child.ts'
import type { CommandIo } from './io/command-io.ts'

/** The whole product, as `npm start` opens it. Ends when it ends, with its exit code. */
export async function start(rest: readonly string[], io: CommandIo): Promise<number> {
  if (rest.length > 0)
    throw new ExitError(`start takes no ${JSON.stringify(rest[0])}: set PORT, HOST and FACIALIS_DATA instead.`)
  const product = childOf(io, [fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))])
  const forward = (signal: NodeJS.Signals): void => {
    product.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, forward)
  try {
    return await exitCodeOf(product)
  } finally {
    for (const signal of signals) process.off(signal, forward)
  }
}
