import { routes } from '@facialis/server/routes/index.ts'
import { accountRoles, may, type Role } from '@facialis/wire'
import fc from 'fast-check'
import { person, seenIn } from '../canary/doors.ts'
import { password } from '../clinic.ts'
import { fill, type Known } from '../fuzz/clinic.ts'
import { fhirDoors } from '../fuzz/fhir-doors.ts'
import { groundOf } from '../place.ts'
import { type Product, startProduct } from '../product.ts'
import { openSender, type Sender } from '../sender.ts'
import type { Line, Trial, Trying } from '../trial.ts'

/** Who may not open it does not learn it by a way round: by searching, including, counting, exporting, or by how they are refused. */
export const indirect: Trial = {
  name: 'indirect',
  what: 'every closed route by every role that may not, and a thousand ways round by search, history, bundle and headers',
  run: async ({ seed, rounds, database, tell }) => {
    const ground = groundOf(database)
    try {
      const place = await ground.fresh()
      const env = { ...place.env, FACIALIS_HTTPS: '1', FACIALIS_URL: 'https://clinic.example' }
      const product = await startProduct({ ...place, env })
      const known = await fill(product, 4)
      const sender = openSender(product.address)
      const hidden = await secrets(product, known)
      const looking: Looking = { known, hidden, sender, seed, tell, cookies: await everybody(product, known) }
      const lines = [await shutRoutes(looking), ...(await waysRound(looking, rounds ?? 1000))]
      sender.end()
      await product.kill()
      return lines
    } finally {
      ground.end()
    }
  },
}

type Looking = Readonly<{
  known: Known
  hidden: Readonly<{ patientId: string; requestId: string }>
  sender: Sender
  seed: number
  tell: Trying['tell']
  cookies: ReadonlyMap<Role, string>
}>

/** Stands in nothing but what waits at the front door. */
const waiting = 'Demo Heronsecret'

/** Somebody in the record and somebody who waits at the front door, whose words stand nowhere else. */
async function secrets(product: Product, { cookie }: Known): Promise<Looking['hidden']> {
  const made = await product.ask<{ patientId: string }>('POST', '/api/patients', { cookie, body: person })
  await product.ask('POST', '/api/front-door/referrals', {
    body: { ...person, patient: { ...person.patient, name: waiting }, message: waiting },
  })
  const board = await product.ask<{ requests: readonly { id: string }[] }>('GET', '/api/board', { cookie })
  return { patientId: made.body.patientId, requestId: board.body.requests.at(-1)?.id ?? '' }
}

async function everybody(product: Product, { cookie }: Known): Promise<Looking['cookies']> {
  const cookies = new Map<Role, string>()
  for (const role of accountRoles) {
    const body = { login: role, name: `Demo ${role}`, roles: [role], password }
    await product.ask('POST', '/api/accounts', { cookie, body })
    const signedIn = await product.ask('POST', '/api/sign-in', { body: { login: role, password } })
    if (signedIn.cookie === null) throw new Error(`${role} could not sign in: ${JSON.stringify(signedIn.body)}`)
    cookies.set(role, signedIn.cookie)
  }
  return cookies
}

/** What is there and what is not are refused alike, letter by letter, to whoever may not come in. */
async function shutRoutes({ hidden, sender, tell, cookies }: Looking): Promise<Line> {
  const wrong: string[] = []
  let rows = 0
  for (const { method, path, may: needed } of routes) {
    if (needed === 'anyone') continue
    for (const role of accountRoles) {
      if (may([role], needed)) continue
      rows += 1
      tell(`${method} ${path} as ${role}`, 0)
      const ask = async (id: string): Promise<string> => {
        const filled = path
          .replace(':type', 'Patient')
          .replace('/requests/:id', `/requests/${id === 'absent' ? id : hidden.requestId}`)
          .replace(':id', id)
          .replace(/:\w+/g, id)
        const headers = {
          'x-facialis': '1',
          cookie: cookies.get(role) ?? '',
          ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        }
        const { status, text } = await sender.send({ method, path: filled, headers, body: null })
        return `${status} ${text}`
      }
      const [there, absent] = [await ask(hidden.patientId), await ask('absent')]
      if (there !== absent || !there.startsWith('404 '))
        wrong.push(`${method} ${path} as ${role}: ${there.slice(0, 200)}`)
    }
  }
  return {
    promise: 'who may not come in is told the same of what is there and of what is not',
    asked: `404 in all ${rows} rows`,
    got: wrong[0] === undefined ? 'so in all' : `${wrong.length} others: ${wrong[0]}`,
    held: wrong.length === 0,
  }
}

/** Searches, includes, histories, exports and headers of every kind, asked by each who may see less. */
async function waysRound(
  { known, hidden, sender, seed, tell, cookies }: Looking,
  many: number,
): Promise<readonly Line[]> {
  const lines: Line[] = []
  const fewer = accountRoles.filter((role) => !may([role], 'request:triage'))
  const numRuns = Math.ceil(many / fewer.length)
  const people = [hidden.patientId]
  const addresses = [`Patient/${hidden.patientId}`, `Task/${hidden.requestId}`, ...known.addresses]
  let leaks = ''
  let opened = 0
  for (const [at, role] of fewer.entries()) {
    const own = { ...known, cookie: cookies.get(role) ?? '', people, addresses }
    const reads = fhirDoors(own).find(({ name }) => name === 'searches and other reads')
    const seesCharts = may([role], 'chart:read')
    for (const sent of fc.sample(reads?.sends ?? fc.constant(null as never), { seed: seed + at, numRuns })) {
      tell(`${role}: ${sent.path.slice(0, 60)}`, at / fewer.length)
      const { status, text, headers } = await sender.send(sent)
      if (status < 300) opened += 1
      // Whoever sees charts still does not see what waits at the front door.
      const seen = seesCharts ? [] : seenIn(text)
      if (text.includes(waiting)) leaks ||= `${role} by ${sent.method} ${sent.path}: what waits at the front door`
      const told =
        status >= 200 && status < 300 && !seesCharts && !/metadata/.test(sent.path) && sent.method !== 'OPTIONS'
      if (seen.length > 0 || seenIn(JSON.stringify(headers)).length > 0 || told)
        leaks ||= `${role} by ${sent.method} ${sent.path}: ${status} ${seen} ${text.slice(0, 150)}`
    }
  }
  lines.push({
    promise: `${fewer.length} roles that see less, by any way round`,
    asked: `0 leaks in ${numRuns * fewer.length} reads`,
    got: leaks === '' ? `0 (${opened} were answered with what they may see)` : leaks,
    held: leaks === '',
  })
  return lines
}
