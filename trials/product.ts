import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { builtServer } from '../spec/support/built-server.ts'
import type { Place } from './place.ts'

/** What came back; a status of 0 when nothing did, and nobody knows what happened. */
export type Answered<T> = Readonly<{ status: number; body: T; cookie: string | null }>

/** A running product, as whoever installs it runs it, and a way to ask it. */
export type Product = Readonly<{
  pid: number
  /** Where it listens, without a slash at the end. */
  address: string
  /** From its start to its first answer. */
  readyAfterMs: number
  /** The first match in what it has printed, or will. */
  until: (words: RegExp) => Promise<RegExpExecArray>
  ask: <T = unknown>(method: string, path: string, asked?: Asked) => Promise<Answered<T>>
  /** Everything it has printed. */
  printed: () => string
  /** For a program that waits for it: from here on it counts. */
  arm: () => Promise<void>
  /** kill -9. */
  kill: () => Promise<void>
  /** An orderly end. */
  stop: () => Promise<void>
  /** Resolves when it has ended, by itself or not. */
  ended: Promise<unknown>
}>

export type Asked = Readonly<{ body?: unknown; cookie?: string; ifMatch?: number }>

const root = join(import.meta.dirname, '..')

const running = new Set<ChildProcess>()
// Whatever ends a trial, it leaves nothing behind that runs.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** @throws when it ends before it listens, with what it printed */
export async function startProduct(place: Place, program?: string, args: readonly string[] = []): Promise<Product> {
  const started = program ?? (await builtServer())
  const begun = performance.now()
  const child = spawn(process.execPath, [started, ...args], {
    cwd: root,
    env: { ...process.env, FACIALIS_DEMO: '', FACIALIS_ZONE: 'UTC', FACIALIS_LOG: 'error', PORT: '0', ...place.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.on('close', () => running.delete(child))
  let text = ''
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer): void => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise((resolve) => child.on('close', resolve))
  const until: Product['until'] = (words) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(text)
        if (found === null) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      void ended.then(() => reject(new Error(`The product ended without saying ${words}:\n${text}`)))
      look()
    })
  // The line has come whole.
  const [, address = ''] = await until(/ready: .*(http:\/\/localhost:\d+)\)?\n/)
  const ask: Product['ask'] = async (method, path, { body, cookie, ifMatch } = {}) => {
    try {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          'x-facialis': '1',
          ...(cookie === undefined ? {} : { cookie }),
          ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const isJson = /^application\/(fhir\+)?json/.test(response.headers.get('content-type') ?? '')
      const given = response.headers.getSetCookie()[0]?.split(';')[0] ?? null
      const answer = isJson ? await response.json() : await response.text()
      return { status: response.status, body: answer as never, cookie: given }
    } catch {
      return { status: 0, body: null as never, cookie: null }
    }
  }
  await ask('GET', '/api/me')
  return {
    pid: child.pid ?? 0,
    address,
    readyAfterMs: performance.now() - begun,
    until,
    printed: () => text,
    arm: async () => {
      child.kill('SIGUSR2')
      await until(/^armed$/m)
    },
    ask,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
    ended,
  }
}
