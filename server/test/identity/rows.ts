import { type Role, roles } from '@facialis/wire'
import { type AccessCase, accessCasesOf, isGranted } from '../../http/ownership.ts'
import type { Route } from '../../http/route.ts'
import { mayCall } from '../../pages/may-call.ts'
import { routes } from '../../routes/index.ts'
import type { Answered, Hired } from '../support.ts'
import { type Asked, aboutClip, aPatient, clip, filled, kinds, type Things, whatIsTheirs } from './things.ts'

/** One of each role, with what is theirs, and a colleague of the same role with what is the colleague's. */
export type People = Readonly<Record<Role, Readonly<{ who: Hired; own: Things; fellow: Hired; another: Things }>>>

type Hiring = (login: string, role: Role) => Promise<Hired>
type More = (who: Hired, own: Things) => Promise<Things>

/** @param more what else somebody has that nobody can put there by asking */
export async function peopleOf(
  house: Asked,
  hire: Hiring,
  { some = roles, more = async () => ({}) }: Readonly<{ some?: readonly Role[]; more?: More }>,
): Promise<People> {
  const someone = async (name: string, role: Role) => {
    const who = await hire(`${name}-${role}`, role)
    const patient = { name: `Demo ${name} ${role}`, birthDate: '1970-05-04' }
    const things = { ...(await aPatient(house, patient)), ...(await whatIsTheirs(house, role, who, patient)) }
    return { who, things: { ...things, ...(await more(who, things)) } }
  }
  const made: [Role, People[Role]][] = []
  for (const role of some) {
    const [one, other] = [await someone('asking', role), await someone('fellow', role)]
    made.push([role, { who: one.who, own: one.things, fellow: other.who, another: other.things }])
  }
  return Object.fromEntries(made) as People
}

/** What may be sent to each, so that nothing but whose it is stands against it. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/patients/:id/acts': { kind: 'call', date: '2026-11-23', note: 'demo' },
  'POST /api/patients/:id/reviews/:review/close': {},
  'PUT /api/patients/:id/contact': {},
  'PUT /api/patients/:id/identity': {},
  'PUT /api/patients/:id/first-visit': { on: null },
  'PUT /api/patients/:id/follows': { version: '0.0.0' },
  'POST /api/patients/:id/attachments/:file/withdraw': { agreed: false },
  'POST /api/emergency/openings/:id/review': { verdict: 'justified', note: 'demo' },
  'POST /api/requests/:id/decline': { reason: 'not-wanted' },
  'PUT /api/drafts/:key': { content: 'demo' },
  'POST /api/patients/:id/attachments': clip,
  'PUT /api/accounts/:id': {},
  'PATCH /fhir/:type/:id': [{ op: 'test', path: '/status', value: 'final' }],
}
/** Who reads images records no calls. */
const readerBodies: typeof bodies = {
  'POST /api/patients/:id/acts': { kind: 'imaging-read', date: '2026-11-23', note: 'demo' },
}

// What is taken away is asked for last.
const lines = routes
  .filter((route) => route.may !== 'anyone' && accessCasesOf(route).length > 0)
  .toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))
/** Each line of the table that tells whose a thing is. */
export const rows = lines.flatMap((route) =>
  accessCasesOf(route).map((asked) => ({ route, asked, name: `${route.method} ${route.path}: ${asked}` })),
)

/** What a role writes over FHIR; what is looked at is the patient. */
const typeFor = ({ method }: Route, role: Role): string =>
  method === 'GET' || method === 'POST' ? 'Patient' : role === 'coordinator' ? 'Communication' : 'Observation'

/** Of several things that are called alike in paths, the one that this path means. */
function meant({ path }: Route, things: Things, type: string): Things {
  const file = path.includes('$export-file') ? 'Patient.ndjson' : things['file of patients']
  const ofPatient = path.endsWith('/withdraw') ? things['video of patients'] : things['file of patients']
  return {
    ...things,
    ...kinds,
    type,
    ':type': things[type] ?? '',
    file: file ?? '',
    'file of patients': ofPatient ?? '',
  }
}

function thingsFor({ own, another }: People[Role], route: Route, role: Role, asked: AccessCase): Things {
  const type = typeFor(route, role)
  if (asked === 'absent') return { ...kinds, type }
  if (asked !== 'misplaced') return meant(route, asked === 'own' ? own : another, type)
  return { ...meant(route, another, type), patients: own.patients ?? '', requests: own.requests ?? '' }
}

/** What goes along, so that nothing but whose it is stands against it: the version as it is now, and what fits. */
async function sendingFor(house: Asked, route: Route, role: Role, url: string, things: Things) {
  if (!mayCall(role, route)) return () => ({ headers: {}, body: undefined })
  const line = `${route.method} ${route.path}`
  const there = route.path.startsWith('/fhir/:type/:id') ? await house.ask<object>('neurologist', 'GET', url) : null
  const isOfPatient = route.path.startsWith('/api/patients/') && things.patients !== undefined
  const version = isOfPatient ? (await house.view(things.patients ?? '')).version : (things['version of draft'] ?? 1)
  const headers = {
    'if-match': String(there?.headers.etag ?? `"${version}"`),
    prefer: 'respond-async',
    ...(route.method === 'PATCH' && { 'content-type': 'application/json-patch+json' }),
    ...(route.endpoint?.takesFile && aboutClip),
  }
  const body = role === 'imaging-reader' ? (readerBodies[line] ?? bodies[line]) : bodies[line]
  const resource = there?.status === 200 ? there.body : { resourceType: things.type }
  return (at: string) => ({
    headers,
    body: line === 'PUT /fhir/:type/:id' ? { ...resource, id: at.replace(/.*\//, '') } : body,
  })
}

/** The same words of everything, whatever it is called. The longest names first: one may stand in another. */
function told({ status, body }: Answered<unknown>, names: readonly string[]): string {
  const text = `${status} ${JSON.stringify(body)}`
  return names.toSorted((a, b) => b.length - a.length).reduce((so, name) => so.replaceAll(name, '…'), text)
}

type Row = (typeof rows)[number]

/** "yes", a dot for the very answer that what is not there gets, or what else was said. */
export async function answered(house: Asked, people: People, { route, asked }: Row, role: Role): Promise<string> {
  const things = thingsFor(people[role], route, role, asked)
  const [url, nowhere] = [
    filled(route.path, things),
    filled(route.path, { ...kinds, type: things.type ?? '' }, 'not-there'),
  ]
  const sending = await sendingFor(house, route, role, url, things)
  const ask = async (at: string) => {
    const { headers, body } = sending(at)
    return house.ask(people[role].who, route.method, at, body, { headers })
  }
  const [answer, none] = [await ask(url), await ask(nowhere)]
  if (none.status < 400 && none.body !== '') return `${none.status} for what is not there`
  const names = [...Object.values(things), 'absent', 'not-there'].filter((name) => name.length > 5)
  const isAlike = told(answer, names) === told(none, names)
  if (answer.status < 300 && (asked === 'own' || !isAlike)) return 'yes'
  if (isAlike) return '·'
  return [401, 403, 404].includes(answer.status) ? `${answer.status} ${answer.problem.code}` : 'yes'
}

/** What the table says of it. What somebody did themselves and may not judge is refused with that reason. */
export function asTabled({ route, asked }: Row, role: Role): string {
  if (!mayCall(role, route)) return '·'
  if (route.ownership === 'others' && asked === 'own') return '403 own-opening'
  return isGranted(route, asked) ? 'yes' : '·'
}
