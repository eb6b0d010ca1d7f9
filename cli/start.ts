import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Stop } from './input/stop.ts'

/** The whole product, as `npm start` opens it. Ends when it ends, with its exit code. */
export async function start(rest: readonly string[]): Promise<void> {
  if (rest.length > 0)
    throw new Stop(`start takes no ${JSON.stringify(rest[0])}: set PORT, HOST and FACIALIS_DATA instead.`)
  const script = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))
  const product = spawn(process.execPath, [script], { stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals): void => {
    product.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, forward)
  process.exitCode = await new Promise<number>((resolve, reject) => {
    product.on('error', reject)
    product.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
