import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type ActKind, actKinds, may, mayRecord, type PatientView, type Role, roles } from '@facialis/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '../../acts/content.ts'
import { cdsRoutes } from '../../cds-hooks/cds-routes.ts'
import type { SignedIn } from '../../identity/account.ts'
import { permissionsPage } from '../../pages/permissions.ts'
import { routes } from '../../routes/index.ts'
import { adaSample, cleanUp, type Hired, type House, openHouse, type Person } from '../support.ts'

const personOf: Readonly<Record<Role, Person>> = {
  coordinator: 'coordinator',
  nurse: 'nurse',
  clinician: 'clinician',
  surgeon: 'surgeon',
  'imaging-reader': 'reader',
  referrer: 'referrer',
  patient: 'patient',
  researcher: 'researcher',
  'pathway-author': 'author',
  'privacy-officer': 'privacy',
  administrator: 'administrator',
}

let house: House
let real: Readonly<Record<string, string>>

beforeAll(async () => {
  house = await openHouse()
  trained = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => [
        role,
        await house.hire(`trained ${role}`, { roles: [role], profession: 'neurologist' }),
      ]),
    ),
  )
  const letter = { name: 'letter.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7 demo') }
  const patientId = await house.patient({
    attachments: [letter],
  })
  await house.act('nurse', patientId, {
    kind: 'history',
    date: '2026-11-20',
    recordedAfter: { why: 'downtime' },
    entries: [{ kind: 'session', date: '2026-11-20', fields: { 'session.product': 'unknown' } }],
  })
  const view = await house.view(patientId)
  await house.ask(null, 'POST', '/api/front-door/referrals', { ...adaSample, attachments: [letter] })
  const board = await house.ask<{ requests: { id: string }[] }>('coordinator', 'GET', '/api/board')
  const accounts = await house.ask<{ id: string }[]>('administrator', 'GET', '/api/accounts')
  const waiting = board.body.requests[0]!.id
  const request = await house.ask<PatientView>('coordinator', 'GET', `/api/requests/${waiting}`)
  real = {
    patients: patientId,
    review: view.reviews[0]!.id,
    file: view.attachments[0]!.id,
    requests: waiting,
    'file of requests': request.body.attachments[0]!.id,
    accounts: accounts.body[0]!.id,
    key: 'half-typed',
    type: 'Patient',
    version: '1',
    plan: 'hemifacial-spasm',
    Patient: patientId,
    AuditEvent: '1',
    ':type': patientId,
    compartment: 'Patient',
    ':compartment': patientId,
    'type of :compartment': 'Observation',
  }
})
afterAll(cleanUp)

/** The path with what is there, or with what is not. */
const filled = (path: string, known: Readonly<Record<string, string>>): string => {
  const list = /\/(:?[A-Za-z]+)\/:id/.exec(path)?.[1] ?? ''
  return path
    .replace(':id', known[list] ?? 'absent')
    .replace(/:(\w+)/g, (_, name: string) => known[`${name} of ${list}`] ?? known[name] ?? 'absent')
}

/** An export belongs to who asked for it. */
async function exportOf(who: Person): Promise<Readonly<Record<string, string>>> {
  const asked = await house.ask(who, 'GET', '/fhir/$export', undefined, { headers: { prefer: 'respond-async' } })
  return { job: String(asked.headers['content-location']).replace(/^.*\//, ''), file: 'Patient.ndjson' }
}

/** The same roles, held by people of a clinical profession. */
let trained: Readonly<Record<string, Hired>>

const closed = routes.filter((route) => route.may !== 'anyone')
const rows = closed.flatMap((route) => roles.map((role) => ({ route, role, name: `${route.method} ${route.path}` })))
const needing = rows.filter(({ route }) => route.needs === 'profession')
// Nothing of this shape is taken anywhere, so a row that may pass still changes nothing.
const wrongBody = { thisIsNotTaken: true }

describe('every route, asked by every role', () => {
  it.each(rows)('$name as $role', async ({ route, role }) => {
    const body = route.takes ? wrongBody : undefined
    const known = route.path.includes(':job') ? { ...real, ...(await exportOf(personOf[role])) } : real
    const who = route.needs === 'profession' ? trained[role]! : personOf[role]
    const asked = await house.ask(who, route.method, filled(route.path, known), body)
    const allowed = route.may !== 'anyone' && may([role], route.may)
    if (allowed) expect([401, 403, 404]).not.toContain(asked.status)
    else expect(asked.status).toBe(404)
    expect(asked.status).toBeLessThan(500)
  })

  it.each(needing)('$name as $role of no profession', async ({ route, role }) => {
    const body = route.takes ? wrongBody : undefined
    const url = filled(route.path, real)
    const asked = await house.ask(personOf[role], route.method, url, body, { from: '10.0.0.9' })
    expect([asked.status, asked.problem.code]).toEqual([404, 'not-found'])
  })

  it('tells who may not come in the same as who asks for what is not there', async () => {
    const forbidden = await house.ask('researcher', 'GET', filled('/api/patients/:id', real))
    const absent = await house.ask('neurologist', 'GET', '/api/patients/absent')
    const nowhere = await house.ask('researcher', 'GET', '/api/no-such-thing')
    expect(absent.body).toEqual(forbidden.body)
    expect(nowhere.body).toEqual(forbidden.body)
    expect([forbidden.status, absent.status, nowhere.status]).toEqual([404, 404, 404])
  })

  it.each(closed)('$method $path asks strangers to sign in', async (route) => {
    const asked = await house.ask(null, route.method, filled(route.path, real), route.takes ? wrongBody : undefined)
    expect(asked.status).toBe(401)
    expect(asked.headers['www-authenticate']).toBe('Cookie realm="Facialis", form-action="/sign-in"')
  })

  it.each(routes.filter(({ method }) => method !== 'GET'))(
    '$method $path is refused from a foreign page',
    async (route) => {
      const url = filled(route.path, real)
      const without = await house.built.app.inject({ method: route.method, url, payload: {} })
      expect(without.statusCode).toBe(403)
      const elsewhere = await house.ask(
        'neurologist',
        route.method,
        url,
        {},
        { headers: { 'sec-fetch-site': 'cross-site' } },
      )
      expect(elsewhere.status).toBe(403)
      const origin = await house.ask(
        'neurologist',
        route.method,
        url,
        {},
        { headers: { origin: 'https://elsewhere.example' } },
      )
      expect(origin.status).toBe(403)
    },
  )

  it('has no route beside the table', () => {
    const asked = house.built.app.routeTable.filter((one) => / \/(api|fhir)/.test(one) && !one.startsWith('HEAD'))
    expect([...asked].sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
    const ofOthers = house.built.app.routeTable.filter((one) => /^(GET|POST) \/cds-services(?!\/\*)/.test(one))
    expect(ofOthers.sort()).toEqual(cdsRoutes.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it('is printed as it is enforced', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'permissions.md'), 'utf8')
    expect(page, 'run: npx node scripts/generate.ts').toBe(permissionsPage())
  })
})

const holding = (role: Role): SignedIn => ({ id: role, name: role, roles: [role], profession: null, senior: false })
const acts = actKinds.flatMap((kind) => roles.map((role) => ({ kind, role })))

describe('every kind of act, by every role', () => {
  it.each(acts)('$kind by $role', ({ kind, role }: { kind: ActKind; role: Role }) => {
    const checked = checkContent(
      { pathway: hemifacialSpasm },
      { kind, date: '2026-11-23', note: 'demo' },
      holding(role),
    )
    if (mayRecord([role], kind)) expect(checked.ok).toBe(true)
    else expect(checked).toMatchObject({ ok: false, status: 403, problem: { code: 'may-not' } })
  })

  it('is refused over HTTP too, with who may', async () => {
    const asked = await house.act('coordinator', real.patients!, {
      kind: 'diagnosis-signed',
      date: '2026-11-23',
      facts: { 'dx.class': 'definite' },
    })
    expect(asked.status).toBe(403)
    expect(asked.problem.sentence).toContain('clinician or surgeon')
  })
})
