import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtServer } from './built-server.ts'
import { freePort } from './free-port.ts'

/** A running product of one test: its address, all it has printed so far, and how to end it. */
export type Product = {
  readonly address: string
  readonly printed: () => string
  /** Ends the server and deletes its data folder. Resolves to the exit code. */
  readonly stop: () => Promise<number | null>
}

/**
 * Starts the real server on a free port with an empty data folder, and waits until it prints its address.
 * @throws when the server ends before that, with what it printed
 */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<Product> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'facialis-spec-'))
  const server = spawn(process.execPath, [await builtServer()], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', FACIALIS_DATA: folder, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => server.on('close', resolve))
  const address = `http://localhost:${port}`
  let printed = ''
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes(address)) resolve()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
  })
  const stop = async () => {
    server.kill('SIGTERM')
    const code = await ended
    await rm(folder, { recursive: true, force: true })
    return code
  }
  const outcome = await Promise.race([ready.then(() => 'ready' as const), ended])
  if (outcome !== 'ready') {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`the server ended before it was ready (exit code ${outcome}):\n${printed}`)
  }
  return { address, printed: () => printed, stop }
}
