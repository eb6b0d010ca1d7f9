import { routes } from '@facialis/server/routes/index.ts'
import { evaluated, session } from '@facialis/server/test/journey.ts'
import fc from 'fast-check'
import { anySigns, blows, dented, dents, sometimes, struck } from '../../spec/support/damage.ts'
import { referral, today } from '../clinic.ts'
import type { Json, Known } from './clinic.ts'
import { headers, paths, source } from './parts.ts'
import { type Door, type Meant, plain, wrong } from './wrong.ts'

export const clinicDoors = (known: Known): readonly Door[] => [
  { name: 'referrals, requests and links', share: 10, sends: forms(known) },
  { name: 'what the screens send', share: 12, sends: screens(known) },
  { name: 'files', share: 6, sends: files(known) },
  { name: 'coming back from elsewhere', share: 4, sends: comingBack },
]

const letter = { name: 'letter.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7 demo') }
const aReferral = referral('Fuzz')
const appointment = {
  name: 'Demo Uma',
  phone: '555-0199',
  reason: 'A twitch.',
  birthDate: '1970',
  preferred: 'Mondays',
}
const token = 'demodemodemodemodemodemo'

function forms(known: Known) {
  const sent: readonly (readonly [path: string, json: Json])[] = [
    ['front-door/referrals', { ...aReferral, attachments: [letter], screens: ['red-flags'] }],
    ['front-door/referrals', { ...aReferral, message: 'A demo message.', received: today() }],
    ['front-door/appointments', appointment],
    ['front-door/status', { token }],
    ['sign-in/link', { token }],
    ['setup', { token, clinic: 'Demo', name: 'Demo', login: 'demo', password: 'x', start: 'empty' }],
    [`requests/${known.request}/accept`, { patientId: 'nobody' }],
  ]
  const meant = fc.constantFrom(...sent).map(([path, json]): Meant => ({ method: 'POST', path: `/api/${path}`, json }))
  return wrong(meant, headers(known, { 'content-type': 'application/json' }))
}

/** Not asked: what ends the session of whoever sends, and what is slow by design, as walking through the whole trail is. */
const spared = new Set(['/api/sign-out', '/api/sign-in', '/api/me/password', '/api/audit/verify'])
const own = routes.filter(({ path }) => path.startsWith('/api/') && !path.includes('front-door') && !spared.has(path))

function screens(known: Known) {
  const date = today()
  const acts: readonly Json[] = [
    { ...evaluated(date) },
    { ...session(date), confirmed: true },
    { kind: 'history', date, recordedAfter: { why: 'late' }, entries: [] },
  ]
  const others: readonly Json[] = [
    aReferral,
    { name: 'Demo', birthDate: '1970', phone: '555-0101' },
    { values: { minimumReinjectionInterval: 90 } },
    { content: { side: 'left' } },
    { login: 'nobody', name: 'Demo', roles: ['nurse'], disabled: false },
    { lot: 'L-100' },
    { patientId: known.people[0], outcomes: ['read'], before: 10 },
    { version: '1.0.0', note: 'Demo', reason: 'other', agreed: false, phone: null },
    {
      id: 'a',
      rawId: 'a',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' },
    },
  ]
  const filled = (path: string, id: string): string =>
    path
      .replace('/api/accounts/:id', `/api/accounts/${known.account}`)
      .replace('/api/requests/:id', `/api/requests/${known.request}`)
      .replace(':id', id)
      .replace(/:\w+/g, 'some')
  const anywhere = fc.tuple(fc.constantFrom(...own), paths(known).ids, fc.constantFrom(...acts, ...others)).map(
    ([{ method, path }, id, json]): Meant => ({
      method,
      path: filled(path, id),
      ...(method === 'GET' ? {} : { json }),
    }),
  )
  const acting = fc
    .tuple(fc.constantFrom(...known.people), fc.constantFrom(...acts))
    .map(([id, json]): Meant => ({ method: 'POST', path: `/api/patients/${id}/acts`, json }))
  const asJson = headers(known, { 'content-type': 'application/json' })
  return wrong(fc.oneof({ weight: 2, arbitrary: anywhere }, { weight: 1, arbitrary: acting }), asJson)
}

const starts = fc.constantFrom(
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(200)]),
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from('%PDF-1.7'),
  Buffer.from('GIF89a'),
  Buffer.from('<svg onload=x>'),
  Buffer.alloc(0),
)

function files(known: Known) {
  const said = fc.constantFrom(
    '{"from":"home","agreed":true}',
    '{"from":"visit","agreed":true}',
    '{"from":"visit","agreed":true}',
    '{"from":"home","agreed":false}',
    '{',
    '[]',
    'null',
    '{"__proto__":{"agreed":true}}',
  )
  const clip = fc
    .record({
      id: fc.constantFrom(...known.people, 'nobody'),
      start: starts,
      some: sometimes(30, dents, []),
      rest: fc.uint8Array({ maxLength: 300 }),
    })
    .map(({ id, start, some, rest }) => ({
      method: 'POST',
      path: `/api/patients/${id}/attachments`,
      body: dented(Buffer.concat([start, rest]), some),
    }))
  const asBytes = fc
    .tuple(headers(known, { 'content-type': 'application/octet-stream' }), said)
    .map(([head, about]) => ({ ...head, 'x-facialis-about': about }))
  const content = fc.oneof(
    fc.base64String({ maxLength: 400 }),
    fc.constantFrom('====', 'A', '%PDF', '\u0000'),
    starts.map((one) => one.toString('base64')),
  )
  const attached = fc
    .record({
      name: anySigns,
      mediaType: fc.string({ maxLength: 20 }),
      content,
    })
    .map((one) => ({ ...letter, ...one }))
  const letters = fc
    .tuple(fc.constantFrom('/api/front-door/referrals', '/api/patients'), fc.array(attached, { maxLength: 12 }))
    .map(([path, attachments]): Meant => ({ method: 'POST', path, json: { ...aReferral, attachments } }))
  return fc.oneof(plain(clip, asBytes), wrong(letters, headers(known, { 'content-type': 'application/json' })))
}

/** Where browsers come back to, with parameters that anybody may have written. */
const returns = routes
  .filter(({ method, path, may }) => method === 'GET' && may === 'anyone' && /openid|smart/.test(path))
  .map(({ path }) => path)

const words = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'https://elsewhere.example',
    '//elsewhere.example',
    'javascript:x',
    '<script>',
    'a'.repeat(3000),
  ),
  fc.constantFrom('\r\nset-cookie: a=b', '\u0000', '"; url=//elsewhere.example'),
  anySigns,
)
const names = 'code state iss launch error error_description session_state scope __proto__ other'.split(' ')
const address = fc
  .tuple(fc.constantFrom(...returns), fc.array(fc.tuple(fc.constantFrom(...names), words), { maxLength: 5 }))
  .map(([path, pairs]) => ({
    method: 'GET',
    path: `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')}`,
  }))
/** What the browser kept meanwhile, as it was or made wrong. */
const kept = fc
  .tuple(
    fc.constantFrom('/board', '//elsewhere.example', '/\\elsewhere.example'),
    sometimes(30, blows, []),
    sometimes(15, dents, []),
  )
  .map(([back, some, more]) => {
    const json = struck({ state: 's', nonce: 'n', verifier: 'v', back, connecting: null }, some)
    return dented(Buffer.from(JSON.stringify(json) ?? ''), more)
      .toString('base64url')
      .slice(0, 6000)
  })
const comingBack = plain(
  address,
  fc.record({ cookie: kept.map((value) => `__Host-facialis-away=${value}`), 'x-forwarded-for': source }),
)
