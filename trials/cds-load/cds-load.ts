import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prefetchFrom, requestOf, samples } from '../../spec/cds-hooks/hooks.ts'
import { groundOf } from '../place.ts'
import { atPace, middle, slowestInAHundred } from '../times.ts'
import type { Line, Trial } from '../trial.ts'
import { algorithms, type Signing, signing } from './signing.ts'

const path = '/cds-services/facialis-patient-view'

/** Other systems ask about people with some thirty resources each: how long it takes, and how much of it is ours. */
export const cdsLoad: Trial = {
  name: 'cds-load',
  what: 'CDS Hooks patient-view with 30 resources: the share of bare HTTP, of CQL and of a constant card, and the slowest in a hundred',
  run: async ({ rounds, database, tell }) => {
    const many = rounds ?? 1000
    const ground = groundOf(database)
    const folder = mkdtempSync(join(tmpdir(), 'facialis-cds-load-'))
    const ehr = await signing(path)
    const clients = join(folder, 'clients.json')
    const services = ['facialis-patient-view']
    writeFileSync(clients, JSON.stringify({ clients: [{ name: 'demo-ehr', ...ehr.registered, services }] }))
    const bodies = samples()
      .filter(({ bundle }) => Math.abs((bundle.entry as readonly unknown[]).length - 30) <= 4)
      .map(({ bundle }) => JSON.stringify(requestOf('patient-view', { prefetch: prefetchFrom(bundle) })))
    try {
      const timed = async (mode: Mode, { by = 'ES384', ...how }: How = {}): Promise<Took> => {
        tell(mode, 0.5)
        const place = await ground.fresh()
        const server = await serving(mode, [place.folder, clients], place.env)
        const tokens = ['bare', 'handler', 'cql'].includes(mode) ? null : await ehr.tokens(2 * many, by)
        const load = {
          port: server.port,
          path: mode === 'constant' ? '/constant' : path,
          bodies,
          tokens,
          many,
          perSecond: null,
          anew: true,
          ...how,
        }
        try {
          await loaded({ ...load, from: 0, perSecond: null, longest: longestWarmUp })
          return await loaded({ ...load, from: many })
        } finally {
          server.end()
        }
      }
      const bare = await timed('bare')
      const handler = await timed('handler')
      const cql = await timed('cql')
      const constant = await timed('constant')
      const product = await timed('product')
      const again = await timed('product', { anew: false })
      const steady: Line[] = []
      for (const by of algorithms) {
        const took = await timed('product', { perSecond: 200, by })
        steady.push(slowest(`with token check (${by}) and audit, 200 a second`, took))
      }
      return [
        ratio('handler alone, of the rate of bare node:http with JSON.parse', 0.7, handler, bare),
        ratio('handler alone, of the rate of a route that runs cql-execution', 80, handler, cql),
        slowest('handler alone, one at a time', await timed('handler', { hands: 1 })),
        ratio('with token check and audit, of the rate of a constant card', 0.7, product, constant),
        ratio('the same of people asked about before', 0.7, again, constant),
        ...steady,
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
      ground.end()
    }
  },
}

/** A server runs for weeks: nothing is measured before it has answered as many as will be, or this long, in milliseconds. */
const longestWarmUp = 20_000

type Mode = 'bare' | 'handler' | 'cql' | 'constant' | 'product'
type How = Partial<Loading> & Readonly<{ by?: Signing }>
type Took = Readonly<{ perSecond: number; times: readonly number[] }>

const ratio = (promise: string, hold: number, ours: Took, theirs: Took): Line => {
  const share = ours.perSecond / theirs.perSecond
  const got = `${share.toFixed(2)} × (${ours.perSecond.toFixed(0)} of ${theirs.perSecond.toFixed(0)} a second)`
  return { promise, asked: `≥ ${hold} ×`, got, held: share >= hold }
}

const slowest = (promise: string, { times }: Took): Line => {
  const p99 = slowestInAHundred(times)
  const got = `${p99.toFixed(1)} ms (half of them ${middle(times).toFixed(1)} ms)`
  return { promise: `${promise}: slowest in a hundred`, asked: '≤ 15 ms', got, held: p99 <= 15 }
}

function serving(mode: Mode, args: readonly string[], env: Readonly<Record<string, string>>) {
  const program = join(import.meta.dirname, 'serving.ts')
  const child = spawn(process.execPath, [program, mode, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise<Readonly<{ port: number; end: () => void }>>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const port = /ready: (\d+)\n/.exec(text)?.[1]
      if (port !== undefined) resolve({ port: Number(port), end: () => child.kill('SIGKILL') })
    })
    child.on('close', () => reject(new Error(`${mode} ended before it listened`)))
  })
}

type Loading = Readonly<{
  port: number
  path: string
  bodies: readonly string[]
  tokens: readonly string[] | null
  /** The place of the first: no two places send the same token, or, anew, the same resources. */
  from: number
  many: number
  /** Sent at this pace, whoever has not answered yet; null: each hand sends when it has its answer. */
  perSecond: number | null
  hands?: number
  /** Milliseconds after which no more are sent. */
  longest?: number
  /** Whether other resources are sent each time, so that nothing is remembered; else the same again. */
  anew: boolean
}>

async function loaded({
  port,
  path,
  bodies,
  tokens,
  from,
  many,
  perSecond,
  anew,
  hands = 8,
  longest = Number.POSITIVE_INFINITY,
}: Loading): Promise<Took> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const times: number[] = []
  const send = (at: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const told = bodies[at % bodies.length] as string
      const body = anew ? told.replaceAll(/\bid-(?=\d)/g, `n${at}-`) : told
      const begun = performance.now()
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(tokens === null ? {} : { authorization: `Bearer ${tokens[at]}` }),
      }
      const asked = request({ agent, port, path, method: 'POST', host: '127.0.0.1', headers }, (response) => {
        response.resume()
        response.on('end', () => {
          times.push(performance.now() - begun)
          if (response.statusCode === 200) resolve()
          else reject(new Error(`${path} answered ${response.statusCode}`))
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  const begun = performance.now()
  if (perSecond === null) {
    let next = from
    const hand = async (): Promise<void> => {
      while (next < from + many && performance.now() - begun < longest) await send(next++)
    }
    await Promise.all(Array.from({ length: hands }, hand))
  } else await atPace({ perSecond, many }, (at) => send(from + at))
  agent.destroy()
  return { perSecond: (many * 1000) / (performance.now() - begun), times }
}
