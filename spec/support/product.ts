import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtServer } from './built-server.ts'
import { addressOf, running } from './running.ts'

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
  const folder = await mkdtemp(join(tmpdir(), 'facialis-spec-'))
  const server = running(await builtServer(), { PORT: '0', HOST: '127.0.0.1', FACIALIS_DATA: folder, ...settings })
  const cleared = () => rm(folder, { recursive: true, force: true })
  const address = await addressOf(server).catch(async (fault) => {
    await cleared()
    throw fault
  })
  const stop = async () => {
    server.signal('SIGTERM')
    const code = await server.ended
    await cleared()
    return code
  }
  return { address, printed: server.printed, stop }
}
