import type { Board } from '@facialis/wire'
import { noFilters, rowsSent } from '@facialis/wire'
import { setUp, today, versionOf } from '../clinic.ts'
import { onProduct } from '../on-product.ts'
import { groundOf, type Place } from '../place.ts'
import type { Product } from '../product.ts'
import { atPace, middle, slowestInAHundred } from '../times.ts'
import type { Line, Trial } from '../trial.ts'
import { askedForCards, cardsForThisMachine } from './cards-beside.ts'
import { fillWith, nameOf } from './people.ts'

const few = 1000
const many = 100_000
/** Fifty people at their screens, each with a look a second. */
const looksInOneSecond = 50
/** Another system asks for so many cards meanwhile. */
const cardsInOneSecond = 20
/** Every so often somebody records something, and a row is another. */
const actEvery = 25

/** The board of a clinic and that of a registry, looked at by fifty people while somebody records; and another system asks for cards. */
export const board: Trial = {
  name: 'board',
  what: `the board looked at by fifty people, of ${few} and of ${many} patients, and cards beside it`,
  run: async ({ rounds, database, tell }) => {
    const ground = groundOf(database)
    const looks = rounds ?? 1500
    try {
      const timed = (people: number): Promise<Took> => {
        const fill = (place: Place) => fillWith(people, place, (share) => tell(`writing ${people} people`, share))
        return onProduct(ground, { fill, env: cardsForThisMachine }, async (product) => {
          const cookie = await setUp(product)
          const begun = performance.now()
          await filled(product, cookie, (share) => tell(`working out ${people} rows`, share))
          const filledAfterMs = performance.now() - begun
          await looked(product, { cookie, people, looks: Math.min(looks, 200) })
          const alone = await looked(product, { cookie, people, looks })
          const [beside, cards] = await Promise.all([
            looked(product, { cookie, people, looks }),
            askedForCards(product, {
              perSecond: cardsInOneSecond,
              many: Math.ceil((looks * cardsInOneSecond) / looksInOneSecond),
            }),
          ])
          return { ...alone, wrong: alone.wrong + beside.wrong, cards, besideCards: beside.times, filledAfterMs }
        })
      }
      const short = await timed(few)
      const long = await timed(rounds === null ? many : 2 * few)
      const [p99Short, p99Long] = [slowestInAHundred(short.times), slowestInAHundred(long.times)]
      return [
        line('slowest look in a hundred, of a registry', '≤ 100 ms', `${p99Long.toFixed(1)} ms`, p99Long <= 100),
        line(
          'the same against a clinic',
          '≤ 2 ×',
          `${(p99Long / p99Short).toFixed(2)} × (${p99Short.toFixed(1)} ms; half of them ${middle(long.times).toFixed(1)} and ${middle(short.times).toFixed(1)} ms)`,
          p99Long <= 2 * p99Short,
        ),
        cardsLine('a clinic', short),
        cardsLine('a registry', long),
        line(
          'whoever is looked for is found, and everybody is counted',
          'always',
          `${long.wrong + short.wrong} times not; worked out after ${(long.filledAfterMs / 1000).toFixed(1)} s`,
          long.wrong + short.wrong === 0,
        ),
      ]
    } finally {
      ground.end()
    }
  },
}

const line = (promise: string, asked: string, got: string, held: boolean): Line => ({ promise, asked, got, held })

const cardsLine = (whose: string, { cards, besideCards }: Took): Line => {
  const p99 = slowestInAHundred(cards)
  const looks = `half of them ${middle(cards).toFixed(1)} ms; looks at the board ${slowestInAHundred(besideCards).toFixed(1)} ms`
  return line(
    `slowest card in a hundred, ${cardsInOneSecond} a second beside fifty people at the board of ${whose}`,
    '≤ 15 ms',
    `${p99.toFixed(1)} ms (${looks})`,
    p99 <= 15,
  )
}

type Looked = Readonly<{ times: readonly number[]; wrong: number }>
type Took = Looked &
  Readonly<{
    filledAfterMs: number
    /** How long cards took that were asked for meanwhile, and looks beside them. */
    cards: readonly number[]
    besideCards: readonly number[]
  }>

async function filled(product: Product, cookie: string, tell: (share: number) => void): Promise<void> {
  for (;;) {
    const { body } = await product.ask<Board>('GET', '/api/board', { cookie })
    if (body.working === null) return
    tell(body.working.done / body.working.of)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

type Load = Readonly<{ cookie: string; people: number; looks: number }>

async function looked(product: Product, { cookie, people, looks }: Load): Promise<Looked> {
  const times: number[] = []
  let wrong = 0
  const look = async (i: number): Promise<void> => {
    const begun = performance.now()
    const who = (i * 7919) % people
    const { status, body } = await asked(product, { i, who, cookie })
    times.push(performance.now() - begun)
    const isFound = i % 4 !== 1 || body.rows?.some(({ id }) => id === `trial-${who}`)
    if (status !== 200 || body.everybody !== people || !isFound) wrong += 1
  }
  const record = async (i: number): Promise<void> => {
    const id = `trial-${(i * 104_729) % people}`
    const version = await versionOf(product, cookie, id)
    const act = { kind: 'visit', date: today(), facts: { 'hfs.onset': '2024' } }
    const done = await product.ask('POST', `/api/patients/${id}/acts`, { cookie, body: act, ifMatch: version })
    if (done.status !== 200) throw new Error(`Nothing was recorded of ${id}: ${JSON.stringify(done.body)}`)
  }
  await atPace({ perSecond: looksInOneSecond, many: looks }, (i) =>
    Promise.all([look(i), ...(i % actEvery === 0 ? [record(i)] : [])]),
  )
  return { times, wrong }
}

/** In turn: everybody, somebody by name, a stage, whoever is late. */
function asked(product: Product, { i, who, cookie }: Readonly<{ i: number; who: number; cookie: string }>) {
  const filters = [{}, { search: nameOf(who) }, { stage: 'toxin-series' }, { show: 'overdue' }][i % 4]
  const body = { ...noFilters, ...filters, most: rowsSent.first }
  return product.ask<Board>('POST', '/api/board', { cookie, body })
}
