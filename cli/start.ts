import { fileURLToPath } from 'node:url'
import { childOf, ended } from './desk/child.ts'
import type { Desk } from './desk/desk.ts'
import { Stop } from './input/stop.ts'

/** The whole product, as `npm start` opens it. Ends when it ends, with its exit code. */
export async function start(rest: readonly string[], desk: Desk): Promise<number> {
  if (rest.length > 0)
    throw new Stop(`start takes no ${JSON.stringify(rest[0])}: set PORT, HOST and FACIALIS_DATA instead.`)
  const product = childOf(desk, [fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))])
  const forward = (signal: NodeJS.Signals): void => {
    product.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, forward)
  try {
    return await ended(product)
  } finally {
    for (const signal of signals) process.off(signal, forward)
  }
}
