import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fill, type Known } from '../fuzz/clinic.ts'
import { onProduct } from '../on-product.ts'
import { groundOf } from '../place.ts'
import type { Product } from '../product.ts'
import { openSender, type Sender, type Sent } from '../sender.ts'
import { middle, slowestInAHundred } from '../times.ts'
import type { Line, Trial } from '../trial.ts'
import { bombs as allBombs } from './list.ts'

const longest = 1000
const mostMegabytes = 64
const slowLines = 200
/** For a quick look only what is small to send, which is the worse half. */
const small = 500_000

/** What is small to send and large to take: refused at once, at no great cost, while others hardly notice. */
export const bombs: Trial = {
  name: 'bombs',
  what: 'deep, wide, endless, packed and slow: refused within a second, without memory, and hardly noticed by others',
  run: async ({ rounds, database, tell }) => {
    const times = rounds ?? 3
    const ground = groundOf(database)
    const env = { FACIALIS_HTTPS: '1', FACIALIS_URL: 'https://clinic.example', FACIALIS_CDS_TRIAL: '1' }
    try {
      return await onProduct(ground, { env }, (product) => thrownAt(product, { times, tell }))
    } finally {
      ground.end()
    }
  },
}

type Telling = Pick<Parameters<Trial['run']>[0], 'tell'> & Readonly<{ times: number }>

async function thrownAt(product: Product, { times, tell }: Telling): Promise<readonly Line[]> {
  const known = await fill(product, 8)
  const sender = openSender(product.address)
  // Made before anybody waits: what this process takes to make them would count as what others wait.
  const list = allBombs(known)
    .map(({ name, sent }) => ({ name, sent: sent() }))
    .filter(({ sent }) => times > 1 || (sent.body?.length ?? 0) < small)
  // Whatever a clinic does first loads what it then keeps.
  const calm = await whileOthersWork({ product, known, sender }, async () => pause(times * 4000))
  const before = megabytes(product)
  let most = before
  const wrong: string[] = []
  let slowest = { ms: 0, name: '' }
  const lines: Socket[] = []
  const loud = await whileOthersWork({ product, known, sender }, async () => {
    lines.push(...(await slowBodies(product.address)))
    for (let round = 0; round < times; round += 1)
      for (const [at, bomb] of list.entries()) {
        tell(bomb.name, (round + at / list.length) / times)
        const { fault, ms } = await thrown(bomb.sent, sender)
        if (fault !== null) wrong.push(`${bomb.name}: ${fault}`)
        if (ms > slowest.ms) slowest = { ms, name: bomb.name }
        most = Math.max(most, megabytes(product))
        if (times > 1) await pause(250)
      }
  })
  const stillHeld = lines.filter((line) => !line.destroyed).length
  for (const line of lines) line.destroy()
  sender.end()
  return [
    {
      promise: `each of ${list.length} bombs is refused`,
      asked: '4xx',
      got: wrong[0] ?? `so all, ${times} times`,
      held: wrong.length === 0,
    },
    {
      promise: 'within a second',
      asked: '≤ 1 s',
      got: `${(slowest.ms / 1000).toFixed(2)} s at worst (${slowest.name})`,
      held: slowest.ms <= longest,
      isTimed: true,
    },
    {
      promise: 'memory at its most, over what it was after ordinary work',
      asked: `< ${mostMegabytes} MB more`,
      got: `${most - before} MB more than ${before} MB`,
      held: most - before < mostMegabytes,
    },
    ...others(calm, loud, stillHeld),
  ]
}

type Throwing = Readonly<{ product: Product; known: Known; sender: Sender }>

/** Slow once may be the machine; slow three times is the bomb. */
async function thrown(bomb: Sent, sender: Sender): Promise<Readonly<{ fault: string | null; ms: number }>> {
  let ms = Number.POSITIVE_INFINITY
  for (let again = 0; again < 3 && ms > longest; again += 1) {
    const heard = await sender.send(bomb)
    ms = Math.min(ms, heard.ms)
    // What announces too much is not read, and whoever goes on sending it may find the line cut before the answer.
    if (heard.status === 0 && (bomb.body?.length ?? 0) > small) continue
    if (heard.status < 400 || heard.status >= 500) return { fault: `${heard.status} ${heard.text.slice(0, 200)}`, ms }
  }
  return { fault: null, ms }
}

/** Milliseconds that a colleague waits for a chart, who looks at one every 40 ms whatever the others do. */
async function whileOthersWork({ known, sender }: Throwing, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  const looks: Promise<unknown>[] = []
  const look = async (): Promise<void> => {
    const path = `/api/patients/${known.people[looks.length % known.people.length]}`
    const { status, ms } = await sender.send({ method: 'GET', path, headers: { cookie: known.cookie }, body: null })
    times.push(status === 200 ? ms : Number.POSITIVE_INFINITY)
  }
  const timer = setInterval(() => looks.push(look()), 40)
  await work()
  clearInterval(timer)
  await Promise.all(looks)
  return times.sort((a, b) => a - b)
}

function others(calm: readonly number[], loud: readonly number[], stillHeld: number): readonly Line[] {
  const ratio = slowestInAHundred(loud) / slowestInAHundred(calm)
  const told = (times: readonly number[]): string =>
    `${slowestInAHundred(times).toFixed(0)} ms (half ${middle(times).toFixed(0)} ms)`
  const isAnswered = loud.at(-1) !== Number.POSITIVE_INFINITY
  return [
    {
      promise: `others wait: slowest in a hundred of ${loud.length}, of ${calm.length} before`,
      asked: '< 2 ×',
      got: `${ratio.toFixed(2)} ×: ${told(loud)} of ${told(calm)}`,
      held: ratio < 2,
      isTimed: true,
    },
    {
      promise: `others are answered, while ${slowLines} bodies come in byte by byte`,
      asked: 'all',
      got: isAnswered ? `all (${stillHeld} slow lines were still waited for)` : 'not all',
      held: isAnswered,
    },
  ]
}

/** Lines on which a body is announced that hardly ever comes. */
async function slowBodies(address: string): Promise<readonly Socket[]> {
  const { hostname, port } = new URL(address)
  const head = [
    'POST /api/sign-in HTTP/1.1',
    'host: clinic.example',
    'x-facialis: 1',
    'content-type: application/json',
    'content-length: 1000',
    '',
    '{',
  ]
  return Promise.all(
    Array.from(
      { length: slowLines },
      () =>
        new Promise<Socket>((resolve) => {
          const line = connect({ host: hostname, port: Number(port) }, () => {
            line.write(head.join('\r\n'))
            resolve(line)
          })
          const drip = setInterval(() => line.write(' '), 1000)
          line.on('error', () => {})
          line.on('close', () => clearInterval(drip))
        }),
    ),
  )
}

/** What the product holds of the machine's memory. */
function megabytes({ pid }: Product): number {
  const told = `/proc/${pid}/status`
  // To ask another program takes this one longer than others wait.
  const kilobytes = existsSync(told)
    ? /^VmRSS:\s*(\d+)/m.exec(readFileSync(told, 'utf8'))?.[1]
    : spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return Math.round(Number(kilobytes) / 1024)
}
