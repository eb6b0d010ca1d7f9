import { hireReader, personAtTheChair, referral, setUp, today, versionOf, waitingRequests } from '../clinic.ts'
import { verdictOn } from '../crash/crash.ts'
import { groundOf } from '../place.ts'
import { type Product, startProduct } from '../product.ts'
import type { Line, Trial } from '../trial.ts'
import { againstInjection, theFlag, theOrderTakenBack } from './against-injection.ts'
import { doorFor, type Racing } from './racing.ts'

const racers = 100
/** A chart gets long when much is written on it, and then everything takes long: somebody new comes after so many rounds. */
const roundsAPerson = 10

/** Many hands on one thing. On PostgreSQL two servers share the record, and the hands are divided between them. */
export const race: Trial = {
  name: 'race',
  what: `${racers} writers on one version, many bundles on one, one request taken on by many, a red flag, or a doctor who takes the order back, against an injection; on PostgreSQL through two servers`,
  run: async ({ rounds, database, tell }) => {
    const ground = groundOf(database)
    try {
      const place = await ground.fresh()
      const first = await startProduct(place)
      const cookie = await setUp(first)
      const doors = database === 'postgres' ? [first, await startProduct(place)] : [first]
      const clinic: Racing = {
        doors,
        cookie,
        reader: await hireReader(first, cookie),
        tell,
      }
      const lines = [
        await oneVersion(clinic, rounds ?? 50),
        await insideBundles(clinic, rounds ?? 50),
        await oneRequest(clinic, Math.min(rounds ?? 8, 8)),
        await againstInjection(clinic, rounds ?? 1000, theFlag),
        await againstInjection(clinic, rounds ?? 1000, theOrderTakenBack),
      ]
      for (const door of doors) await door.kill()
      return [...lines, { promise: 'the record is whole, and its chain verifies', asked: 'whole', ...verdictOn(place) }]
    } finally {
      ground.end()
    }
  },
}

/** One of many that saw the same version may write over it. */
async function oneVersion(racing: Racing, rounds: number): Promise<Line> {
  let id = ''
  const wrong: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    racing.tell('many writers on one version', round / rounds)
    if (round % roundsAPerson === 0)
      ({ id } = await personAtTheChair(doorFor(racing, 0), { ...racing, name: `Race ${round}` }))
    const version = await versionOf(doorFor(racing, 0), racing.cookie, id)
    const body = { kind: 'visit', date: today(), facts: { 'exam.observed': 'seen' }, note: 'Demo' }
    const answers = await Promise.all(
      Array.from({ length: racers }, (_, racer) =>
        doorFor(racing, racer).ask('POST', `/api/patients/${id}/acts`, {
          cookie: racing.cookie,
          body,
          ifMatch: version,
        }),
      ),
    )
    const told = count(answers.map(({ status }) => status))
    const after = await versionOf(doorFor(racing, 0), racing.cookie, id)
    if (told !== `1 × 200, ${racers - 1} × 412`) wrong.push(`round ${round}: ${told}`)
    else if (after !== version + 1) wrong.push(`round ${round}: version ${after} after ${version}`)
  }
  return {
    promise: `${racers} writers on one version: one wins, the others are told`,
    asked: `1 × 200, ${racers - 1} × 412 in each of ${rounds} rounds`,
    got: wrong[0] ?? `so in all ${rounds}`,
    held: wrong.length === 0,
  }
}

type OfFhir = Readonly<{
  id: string
  meta: Readonly<{ versionId: string }>
  entry?: readonly unknown[]
  total?: number
}>

/**
 * The same where the write is one entry of a bundle: of the transactions one goes through whole and the others leave nothing, not
 * even what would not have been in anybody's way; in the batches each entry answers for itself.
 */
async function insideBundles(racing: Racing, rounds: number): Promise<Line> {
  const { cookie } = racing
  const first = doorFor(racing, 0)
  let id = ''
  const ask = <T>(door: Product, method: string, path: string, body?: unknown) =>
    door.ask<T>(method, `/fhir${path}`, { cookie, ...(body === undefined ? {} : { body }) })
  const wrong: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    racing.tell('many bundles on one version', round / rounds)
    if (round % roundsAPerson === 0) ({ id } = await personAtTheChair(first, { ...racing, name: `Bundle ${round}` }))
    const seen = (await ask<OfFhir>(first, 'GET', `/Patient/${id}`)).body
    const isWhole = round % 2 === 0
    const code = `round-${round}`
    const answers = await Promise.all(
      Array.from({ length: racers }, (_, racer) =>
        ask<Readonly<{ entry?: readonly Readonly<{ response: Readonly<{ status: string }> }>[] }>>(
          doorFor(racing, racer),
          'POST',
          '',
          {
            resourceType: 'Bundle',
            type: isWhole ? 'transaction' : 'batch',
            entry: [
              {
                resource: {
                  resourceType: 'Observation',
                  status: 'final',
                  code: { coding: [{ system: 'urn:demo:race', code }] },
                  subject: { reference: `Patient/${id}` },
                  valueInteger: racer,
                },
                request: { method: 'POST', url: 'Observation' },
              },
              {
                resource: { ...seen, gender: round % 4 < 2 ? 'female' : 'male' },
                request: { method: 'PUT', url: `Patient/${id}`, ifMatch: `W/"${seen.meta.versionId}"` },
              },
            ],
          },
        ),
      ),
    )
    const statuses = answers.map(({ status, body }) =>
      isWhole ? status : Number.parseInt(body.entry?.[1]?.response.status ?? '0', 10),
    )
    const found = await ask<OfFhir>(first, 'GET', `/Observation?code=urn:demo:race|${code}&_summary=count`)
    const told = count(statuses)
    if (told !== `1 × 200, ${racers - 1} × 412`) wrong.push(`round ${round}: ${told}`)
    else if (found.body.total !== (isWhole ? 1 : racers))
      wrong.push(`round ${round}: ${found.body.total} of what came beside it stand there`)
  }
  return {
    promise: `${racers} bundles that write over one version: one wins; of a transaction that loses nothing stays`,
    asked: `1 × 200, ${racers - 1} × 412 in each of ${rounds} rounds, transactions and batches in turn`,
    got: wrong[0] ?? `so in all ${rounds}`,
    held: wrong.length === 0,
  }
}

/** One request from the front door becomes one person, however many take it on at once. */
async function oneRequest(racing: Racing, rounds: number): Promise<Line> {
  const { cookie } = racing
  const first = doorFor(racing, 0)
  const wrong: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const sent = await first.ask('POST', '/api/front-door/referrals', { body: referral(`Request ${round}`) })
    if (sent.status !== 201) throw new Error(`The front door is shut: ${JSON.stringify(sent)}`)
    const [request] = await waitingRequests(first, cookie)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, racer) =>
        doorFor(racing, racer).ask('POST', `/api/requests/${request?.id}/accept`, { cookie }),
      ),
    )
    const won = answers.filter(({ status }) => status === 200).length
    const others = answers.filter(({ status }) => status === 409 || status === 412).length
    if (won !== 1 || others !== 19) wrong.push(`round ${round}: ${count(answers.map(({ status }) => status))}`)
  }
  return {
    promise: '20 who take on one request at once: one does',
    asked: `1 × 200, 19 × 409 or 412 in each of ${rounds} rounds`,
    got: wrong[0] ?? `so in all ${rounds}`,
    held: wrong.length === 0,
  }
}

const count = (statuses: readonly number[]): string =>
  [...Map.groupBy(statuses, (status) => status)]
    .sort(([a], [b]) => a - b)
    .map(([status, all]) => `${all.length} × ${status}`)
    .join(', ')
