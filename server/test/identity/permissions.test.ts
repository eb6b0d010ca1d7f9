import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type ActKind, actKinds, may, mayRecord, type Permission, type Role, roles } from '@facialis/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '../../acts/content.ts'
import { cdsRoutes } from '../../cds-hooks/cds-routes.ts'
import { accessCasesOf } from '../../http/ownership.ts'
import type { Route } from '../../http/route.ts'
import type { SignedIn } from '../../identity/account.ts'
import { mayCall } from '../../pages/may-call.ts'
import { permissionsPage } from '../../pages/permissions.ts'
import { routes } from '../../routes/index.ts'
import { cleanUp, type Hired, type House, openHouse, type Person } from '../support.ts'
import { aPatient, filled, kinds, type Things, whatIsTheirs } from './things.ts'

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
let real: Things

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
  const ada = { name: 'Demo Ada Sample', birthDate: '1970-05-04' }
  const patient = await aPatient(house, ada)
  real = { ...kinds, ...patient, ...(await whatIsTheirs(house, 'clinician', trained.clinician!, ada)) }
})
afterAll(cleanUp)

/** The same roles, held by people of a clinical profession. */
let trained: Readonly<Record<string, Hired>>

type Closed = Route & Readonly<{ may: Permission }>
const closed = routes.filter((route): route is Closed => route.may !== 'anyone')
/** Of those that name a thing, `ownership.test.ts` asks for one's own, somebody else's and none. */
const plain = closed.filter((route) => accessCasesOf(route).length === 0)
const rows = plain.flatMap((route) => roles.map((role) => ({ route, role, name: `${route.method} ${route.path}` })))
const needing = closed
  .filter(({ needs }) => needs === 'profession')
  .flatMap((route) => roles.map((role) => ({ route, role, name: `${route.method} ${route.path}` })))
// Nothing of this shape is taken anywhere, so a row that may pass still changes nothing.
const wrongBody = { thisIsNotTaken: true }

describe('every route, asked by every role', () => {
  it.each(rows)('$name as $role', async ({ route, role }) => {
    const body = route.takes ? wrongBody : undefined
    const who = route.needs === 'profession' ? trained[role]! : personOf[role]
    const asked = await house.ask(who, route.method, filled(route.path, { ...real, type: 'Observation' }), body)
    if (mayCall(role, route)) expect([401, 403, 404]).not.toContain(asked.status)
    // Whoever may write some types is told who may write the others.
    else if (may([role], route.may)) expect([asked.status, asked.problem.code]).toEqual([403, 'may-not'])
    else expect([asked.status, asked.problem.code]).toEqual([404, 'not-found'])
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

  it.each(closed)('$method $path does nothing of the page of whoever was signed in before', async (route) => {
    const url = filled(route.path, real)
    const more = { headers: { 'x-facialis-for': 'whoever-was-here-before' } }
    const asked = await house.ask('administrator', route.method, url, route.takes ? wrongBody : undefined, more)
    expect([asked.status, asked.headers['x-facialis-session']]).toEqual([401, undefined])
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
    const asked = await house.act('coordinator', real.patients ?? '', {
      kind: 'diagnosis-signed',
      date: '2026-11-23',
      facts: { 'dx.class': 'definite' },
    })
    expect(asked.status).toBe(403)
    expect(asked.problem.sentence).toContain('clinician or surgeon')
  })
})
