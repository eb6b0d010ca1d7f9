/** A server to be compared: `node serving.ts bare|handler|cql|constant|product FOLDER CLIENTS`. Prints its port. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openAdmission } from '@facialis/server/cds-hooks/admission.ts'
import { answerHook } from '@facialis/server/cds-hooks/answer-hook.ts'
import { readClients } from '@facialis/server/cds-hooks/clients.ts'
import { dayNumber } from '@facialis/server/core/site-day.ts'
import { buildServer } from '@facialis/server/index.ts'
import { openWorkerPool } from '@facialis/server/worker-pool/worker-pool.ts'

const [mode, folder = '', clients = ''] = process.argv.slice(2)
const registered = await readClients(clients, 'http://localhost:1')
if ('sentence' in registered) throw new Error(registered.sentence)
const database = process.env.FACIALIS_DATABASE_URL || null
const cds = { registered, trial: false }
const workers = mode === 'product' ? openWorkerPool({ zone: 'UTC' }) : null
const { app, clinic } = await buildServer({ folder, zone: 'UTC', cds, database, workers })

const constant = JSON.stringify({ cards: [] })
const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

const plain = (answer: (json: never) => Promise<string>) =>
  createServer(async (request, response) => {
    const json = JSON.parse(await textOf(request)) as never
    response.writeHead(200, { 'content-type': 'application/json' }).end(await answer(json))
  })

async function listening(): Promise<number> {
  if (mode === 'bare') return portOf(plain(async () => constant))
  if (mode === 'cql') return portOf(plain(await answeringByCql()))
  if (mode === 'handler')
    return portOf(
      plain(async (json) => {
        const answered = await answerHook(clinic, 'patient-view', json)
        if (!answered.ok) throw new Error(answered.problem.sentence)
        return JSON.stringify({ cards: answered.value.cards })
      }),
    )
  if (mode === 'constant') {
    const { authenticate, spend } = openAdmission(clinic, cds)
    const path = '/cds-services/facialis-patient-view'
    app.post('/constant', { config: { ownDoor: true }, bodyLimit: 5e6 }, async (request, reply) => {
      const known = await authenticate(request, path, 'facialis-patient-view')
      if (!known.ok) return reply.code(401).send()
      const { actor } = known.value
      const told = { actor, what: 'a constant card', action: 'cds-patient-view' }
      const first = await spend(request, path, known.value, told)
      return first.ok ? reply.type('application/json').send(constant) : reply.code(401).send()
    })
  }
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

type Sent = Readonly<{ prefetch: Readonly<Record<string, Resource | null>> }>
type Resource = Readonly<{ resourceType: string; entry?: readonly unknown[] }>

/** What a route says that has the library written by hand run over what was sent; it stands for cards, of which it makes none. */
async function answeringByCql(): Promise<(sent: Sent) => Promise<string>> {
  // Nobody else carries it along.
  const { runningReference } = await import('../../bench/cql/reference.ts')
  const run = await runningReference()
  let before: Promise<unknown> = Promise.resolve()
  return ({ prefetch }) => {
    const entry = Object.values(prefetch).flatMap((one) => one?.entry ?? (one === null ? [] : [{ resource: one }]))
    const asking = { asOf: dayNumber(clinic.today()), policy: {} }
    // Its source of patients holds one at a time.
    const answered = before.then(() => run({ resourceType: 'Bundle', type: 'collection', entry }, asking))
    before = answered.catch(() => undefined)
    return answered.then((results) => JSON.stringify({ cards: [results] }))
  }
}

const portOf = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)))

console.log(`${hemifacialSpasm.id} ready: ${await listening()}`)
