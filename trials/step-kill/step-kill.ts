import { join } from 'node:path'
import { openRecord } from '@facialis/record'
import { type Ground, groundOf, type Place } from '../place.ts'
import { startProduct } from '../product.ts'
import type { Line, Trial } from '../trial.ts'
import type { Request } from './request.ts'
import { requestsAbout } from './requests.ts'

const dyingClinic = join(import.meta.dirname, 'dying-clinic.ts')

/** The product dies before each statement of whatever is asked of it; nothing may be half done. */
export const stepKill: Trial = {
  name: 'step-kill',
  what: 'the product is killed between every two statements of every transaction behind a request, one request of each kind',
  run: async ({ rounds, database, tell }) => {
    const ground = groundOf(database)
    try {
      const { place, requests, at: since } = await prepared(ground)
      const before = await place.counts()
      const lines: Line[] = []
      for (const [index, request] of requests.entries()) {
        const found = await killAtEach(request, {
          place,
          since,
          before,
          rounds,
          tell: (at) => tell(at, index / requests.length),
        })
        lines.push({
          promise: `${request.what}: all of a transaction or nothing`,
          asked: '0 partial',
          got: found.wrong[0] ?? `0 in ${found.deaths} deaths at ${found.deaths} of ${found.statements} statements`,
          held: found.wrong.length === 0,
        })
      }
      return lines
    } finally {
      ground.end()
    }
  },
}

type Prepared = Readonly<{ place: Place; requests: readonly Request[]; at: string }>

async function prepared(ground: Ground): Promise<Prepared> {
  const place = await ground.fresh()
  const product = await startProduct(place)
  const requests = await requestsAbout(product)
  await product.kill()
  return { place, requests, at: new Date().toISOString() }
}

type Killing = Readonly<{
  place: Place
  /** When the record was prepared. */
  since: string
  before: string
  /** Deaths at most; null for one at each statement. */
  rounds: number | null
  tell: (doing: string) => void
}>
type Found = Readonly<{ deaths: number; statements: number; wrong: readonly string[] }>

async function killAtEach(request: Request, { place, since, before, rounds, tell }: Killing): Promise<Found> {
  const whole = await dieAt(0, request, { template: place, since })
  if (whole.status !== request.status)
    return { deaths: 0, statements: 0, wrong: [`it was answered with ${whole.status}, not ${request.status}`] }
  const stride = rounds === null ? 1 : Math.max(1, Math.ceil(whole.said.length / rounds))
  // How the record looks after which transactions: as before, and then as whoever died first after them found it.
  const after = new Map([['', before]])
  const wrong: string[] = []
  let [deaths, statements] = [0, 0]
  // Not as many as the first time, but until it lives: a session that is half a minute old is noted in between.
  for (let at = 1; ; at += stride) {
    tell(`${request.what}, statement ${at}`)
    const died = await dieAt(at, request, { template: place, since })
    statements = Math.max(statements, died.said.length)
    if (died.said.length < at) return { deaths, statements, wrong }
    deaths += 1
    const last = died.said.at(-1)
    const committed = died.said.slice(0, died.said.lastIndexOf('commit', -2) + 1).join('; ')
    const expected = after.get(committed)
    if (expected === undefined) after.set(committed, died.counts)
    else if (expected !== died.counts)
      wrong.push(`killed before statement ${at} (${last}): ${died.counts}; after "${committed}" it is ${expected}`)
    if (died.status !== 0 && committed === '') wrong.push(`answered with ${died.status} before anything was committed`)
    if (died.fault !== null) wrong.push(`killed before statement ${at} (${last}): ${died.fault}`)
  }
}

type Died = Readonly<{ said: readonly string[]; status: number; counts: string; fault: string | null }>

/** Asks a clinic over a copy of the record, which dies before its n-th statement; with 0 it answers first. */
async function dieAt(
  at: number,
  request: Request,
  { template, since }: Readonly<{ template: Place; since: string }>,
): Promise<Died> {
  const place = await template.copy()
  try {
    const product = await startProduct(place, dyingClinic, [String(at), since])
    const { method, path, status: _expected, what: _words, ...asked } = request
    await product.arm()
    const { status } = await product.ask(method, path, asked)
    await product.kill()
    const said = [...product.printed().matchAll(/^statement (.*)$/gm)].map(
      ([, sql = '""']) => JSON.parse(sql) as string,
    )
    const fault = await faultIn(place)
    return { said, status, counts: await place.counts(), fault }
  } finally {
    await place.discard()
  }
}

async function faultIn({ folder, env }: Place): Promise<string | null> {
  const opened = await openRecord(folder, { database: env.FACIALIS_DATABASE_URL || null, onlyReading: true })
  if (!opened.ok) return opened.problem.sentence
  const found = await opened.value.verify()
  await opened.value.close()
  return found.ok ? null : found.problem.sentence
}
