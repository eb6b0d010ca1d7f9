import { type Draft, type Me, may, type PatientView, type Role } from '@facialis/wire'
import { adaSample, type Hired, type House, password } from '../support.ts'

/** A clinic that is asked, in this process or somewhere else. */
export type Asked = Pick<House, 'ask' | 'act' | 'patient' | 'view'>

/** Things by what a path calls them: `patients`, and `file of patients` for one that belongs to it. */
export type Things = Readonly<Record<string, string>>

/** A path with the things it names; what is not among them is not there. */
export const filled = (path: string, things: Things, absent = 'absent'): string => {
  const list = /\/(:?[A-Za-z]+)\/:id/.exec(path)?.[1] ?? ''
  return path
    .replace(':id', things[list] ?? absent)
    .replace(/:(\w+)/g, (_, name: string) => things[`${name} of ${list}`] ?? things[name] ?? absent)
}

/** What a path names beside things. */
export const kinds: Things = {
  type: 'Patient',
  version: '1',
  plan: 'hemifacial-spasm',
  compartment: 'Patient',
  'type of :compartment': 'Observation',
}

const letter = { name: 'letter.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7 demo') }
export const clip = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom face')])
export const aboutClip = {
  'content-type': 'application/octet-stream',
  'x-facialis-about': JSON.stringify({ from: 'home', agreed: true }),
}
type Patient = Readonly<{ name: string; birthDate: string }>

/** A patient with a letter, a video and a review, and a request that waits with another letter. */
export async function aPatient(house: Asked, { name, birthDate }: Patient): Promise<Things> {
  const id = await house.patient({ patient: { name, birthDate, phone: '555-0142' }, attachments: [letter] })
  await house.act('nurse', id, {
    kind: 'history',
    date: '2026-11-20',
    recordedAfter: { why: 'downtime' },
    entries: [{ kind: 'session', date: '2026-11-20', fields: { 'session.product': 'unknown' } }],
  })
  await house.ask('nurse', 'POST', `/api/patients/${id}/attachments`, clip, { headers: aboutClip })
  const { attachments, reviews } = await house.view(id)
  const fileOf = (mediaType: string) => attachments.find((one) => one.mediaType === mediaType)?.id ?? ''
  const trail = await house.ask<Found>('privacy', 'GET', `/fhir/Patient/${id}/AuditEvent`)
  const member = [{ entity: { reference: `Patient/${id}` } }]
  const subject = { reference: `Patient/${id}` }
  return {
    patients: id,
    Patient: id,
    ':compartment': id,
    'file of patients': fileOf(letter.mediaType),
    'video of patients': fileOf('video/mp4'),
    'review of patients': reviews[0]?.id ?? '',
    ...(await aRequest(house, { name: `${name} Asking`, birthDate })),
    AuditEvent: trail.body.entry[0]?.resource.id ?? '',
    group: await sent(house, { resourceType: 'Group', type: 'person', actual: true, member }),
    Observation: await sent(house, { resourceType: 'Observation', status: 'final', code: { text: 'Demo' }, subject }),
    Communication: await sent(house, { resourceType: 'Communication', status: 'completed', subject }),
  }
}
type Found = Readonly<{ entry: readonly { resource: { id: string } }[] }>

async function aRequest(house: Asked, patient: Patient): Promise<Things> {
  const referral = { ...adaSample, patient: { ...patient, phone: '555-0143' }, attachments: [letter] }
  await house.ask(null, 'POST', '/api/front-door/referrals', referral, { from: another() })
  const board = await house.ask<Waiting>('coordinator', 'GET', '/api/board')
  const id = board.body.requests.find(({ name }) => name === patient.name)?.id ?? ''
  const { attachments } = (await house.ask<PatientView>('coordinator', 'GET', `/api/requests/${id}`)).body
  return { requests: id, 'file of requests': attachments[0]?.id ?? '' }
}
type Waiting = Readonly<{ requests: readonly { id: string; name: string }[] }>

let addresses = 0
/** So many from one place would have to wait a minute. */
const another = () => `10.3.0.${++addresses}`

async function sent(
  house: Asked,
  resource: Readonly<{ resourceType: string; [member: string]: unknown }>,
): Promise<string> {
  const made = await house.ask<{ id: string }>('neurologist', 'POST', `/fhir/${resource.resourceType}`, resource)
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return made.body.id
}

/** What somebody has put there themselves: a draft, an export, and in an emergency an opening of a record. */
export async function whatIsTheirs(house: Asked, role: Role, who: Hired, opens: Patient): Promise<Things> {
  const id = (await house.ask<Me>(who, 'GET', '/api/me')).body.account?.id ?? ''
  const key = `draft-of-${id}`
  const typed = { content: key }
  const draft = await house.ask<Draft>(who, 'PUT', `/api/drafts/${key}`, typed, { headers: { 'if-match': '"0"' } })
  return {
    accounts: id,
    key,
    ...(may([role], 'draft:own') && { 'version of draft': String(draft.body.version) }),
    ...(may([role], 'bulk:export') && { job: await anExport(house, who) }),
    ...(may([role], 'chart:emergency') && (await anOpening(house, who, opens))),
  }
}

async function anExport(house: Asked, who: Hired): Promise<string> {
  const asked = await house.ask(who, 'GET', '/fhir/$export', undefined, { headers: { prefer: 'respond-async' } })
  return String(asked.headers['content-location']).replace(/^.*\//, '')
}

async function anOpening(house: Asked, who: Hired, { name, birthDate }: Patient): Promise<Things> {
  const asked = { name, birthDate, cause: 'called-to-help', words: 'Called to the ward.', current: password }
  const opened = await house.ask(who, 'POST', '/api/emergency/open', asked, { from: another() })
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body))
  const { body } = await house.ask<Openings>('privacy', 'GET', '/api/emergency/openings')
  return { openings: body.waiting.find((one) => one.who.name === `Demo ${who.login}`)?.id ?? '' }
}
type Openings = Readonly<{ waiting: readonly { id: string; who: { name: string } }[] }>
