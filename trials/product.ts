import { builtServer } from '../spec/support/built-server.ts'
import { addressOf, type Running, running } from '../spec/support/running.ts'
import type { Place } from './place.ts'

/** What came back; a status of 0 when nothing did, and nobody knows what happened. */
export type Answered<T> = Readonly<{ status: number; body: T; cookie: string | null }>

/** A running product, as whoever installs it runs it, and a way to ask it. */
export type Product = Pick<Running, 'pid' | 'printed' | 'until' | 'ended'> &
  Readonly<{
    /** Where it listens, without a slash at the end. */
    address: string
    /** From its start to its first answer. */
    readyAfterMs: number
    ask: <T = unknown>(method: string, path: string, asked?: Asked) => Promise<Answered<T>>
    /** For a program that waits for it: from here on it counts. */
    arm: () => Promise<void>
    /** kill -9. */
    kill: () => Promise<void>
    /** An orderly end. */
    stop: () => Promise<void>
  }>

export type Asked = Readonly<{
  body?: unknown
  cookie?: string
  ifMatch?: number
  /** Others, in small letters; they come last. */
  headers?: Readonly<Record<string, string>>
}>

/** @throws when it ends before it listens, with what it printed */
export async function startProduct(place: Place, program?: string, args: readonly string[] = []): Promise<Product> {
  const started = program ?? (await builtServer())
  const begun = performance.now()
  const settings = { FACIALIS_DEMO: '', FACIALIS_ZONE: 'UTC', FACIALIS_LOG: 'error', PORT: '0' }
  const { pid, printed, until, signal, ended } = running(started, { ...settings, ...place.env }, args)
  const address = await addressOf({ until })
  const ask: Product['ask'] = async (method, path, { body, cookie, ifMatch, headers } = {}) => {
    try {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          'x-facialis': '1',
          ...(cookie === undefined ? {} : { cookie }),
          ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
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
    pid,
    address,
    readyAfterMs: performance.now() - begun,
    until,
    printed,
    arm: async () => {
      signal('SIGUSR2')
      await until(/^armed$/m)
    },
    ask,
    kill: async () => {
      signal('SIGKILL')
      await ended
    },
    stop: async () => {
      signal('SIGTERM')
      await ended
    },
    ended,
  }
}
