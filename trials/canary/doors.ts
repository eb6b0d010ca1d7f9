import { evaluated } from '@facialis/server/test/journey.ts'
import { requestOf } from '../../spec/cds-hooks/hooks.ts'
import { referral, today } from '../clinic.ts'
import type { Sent } from '../sender.ts'

/** What no log, no address and no refusal may repeat: each stands nowhere else. */
export const canaries = [
  'Zebrafinch',
  'Quillfeather',
  '1931-07-19',
  '555-0193777',
  'axolotl@example.org',
  'Wombatnote',
  'Marmotmessage',
  'Ocelotletter',
  'Pangolinreason',
] as const

/** The canaries that stand in a text, also as addresses and base 64 write them. */
export const seenIn = (text: string): readonly string[] => {
  const asAddress = unfolded(text)
  return canaries.filter(
    (one) =>
      text.includes(one) || asAddress.includes(one) || text.includes(Buffer.from(one).toString('base64').slice(0, -4)),
  )
}

function unfolded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const name = 'Demo Zebrafinch Quillfeather'
export const person = {
  ...referral('Canary'),
  patient: { name, birthDate: '1931-07-19', phone: '555-0193777', email: 'axolotl@example.org' },
  message: 'Marmotmessage',
  attachments: [{ name: 'Ocelotletter.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7 Wombatnote') }],
}

/** Where a word of ours or of the standard belongs, a refusal may quote what stands there to whoever sent it. */
export type Door = Sent & Readonly<{ mayQuote?: true }>
const quoting = (one: Sent): Door => ({ ...one, mayQuote: true })

/** Every way in, with the canaries in everything that can be said there; some of it is refused, which must not repeat them. */
export function sent(patientId: string, cookie: string): readonly Door[] {
  const ask = (method: string, path: string, body?: unknown, type = 'application/json', more = {}): Sent => ({
    method,
    path,
    headers: { 'x-facialis': '1', cookie, ...(body === undefined ? {} : { 'content-type': type }), ...more },
    body: body === undefined ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  })
  const acts = `/api/patients/${patientId}/acts`
  const subject = { reference: `Patient/${patientId}` }
  const human = {
    resourceType: 'Patient',
    id: 'demo',
    name: [{ family: 'Quillfeather', given: ['Zebrafinch'] }],
    birthDate: '1931-07-19',
  }
  const observation = {
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Wombatnote' },
    subject,
    note: [{ text: 'Pangolinreason' }],
  }
  const fhir = 'application/fhir+json'
  const words = 'Zebrafinch Quillfeather'
  const asked = encodeURIComponent(words)
  return [
    ask('POST', '/api/front-door/referrals', person),
    ask('POST', '/api/front-door/referrals', { ...person, side: words }),
    ask('POST', '/api/front-door/referrals', { ...person, [words]: 'Wombatnote' }),
    quoting(
      ask('POST', '/api/front-door/referrals', {
        ...person,
        facts: { [words]: 'Wombatnote', 'hfs.onset': 'Pangolinreason' },
      }),
    ),
    ask('POST', '/api/front-door/appointments', {
      name,
      phone: '555-0193777',
      email: 'axolotl@example.org',
      reason: 'Pangolinreason',
      birthDate: '1931-07-19',
    }),
    ask('POST', '/api/front-door/appointments', { name, phone: 'Wombatnote', reason: 'Pangolinreason' }),
    ask('POST', '/api/front-door/status', { token: 'ZebrafinchQuillfeather' }),
    ask('POST', '/api/patients', person),
    ask('POST', '/api/patients', { ...person, patient: { name: `${name}\u0000`, birthDate: '1931-07-19' } }),
    ask('POST', '/api/patients/duplicates', { name, birthDate: '1931-07-19', phone: '555-0193777' }),
    ask('POST', acts, { ...evaluated(today()), note: 'Wombatnote' }),
    ask('POST', acts, { kind: 'visit', date: 'Pangolinreason', note: 'Wombatnote' }),
    ask('POST', acts, { kind: words, date: today(), note: 'Wombatnote' }),
    quoting(ask('POST', acts, { kind: 'visit', date: today(), facts: { 'hfs.side': 'Wombatnote', [words]: true } })),
    quoting(
      ask('POST', acts, {
        kind: 'visit',
        date: today(),
        entries: [{ kind: 'Wombatnote', fields: { [words]: 'Pangolinreason' } }],
      }),
    ),
    ask('POST', acts, '{"note": "Wombatnote Zebrafinch", '),
    ask('PUT', '/api/drafts/evaluate', { content: { note: 'Wombatnote' } }, undefined, { 'if-match': '"0"' }),
    ask('POST', '/api/lots/recall', { lot: 'Pangolinreason' }),
    ask('GET', `/api/patients/${asked}`),
    ask('GET', `/api/requests/${asked}`),
    ask('GET', `/api/${asked}?name=${asked}`),
    ask('GET', `/fhir/Patient?name=${asked}&birthdate=1931-07-19`),
    quoting(ask('GET', `/fhir/Patient?${asked}=1931-07-19`)),
    ask('GET', `/fhir/Patient?birthdate=Pangolinreason&name:Wombatnote=${asked}`),
    quoting(ask('GET', `/fhir/Patient?_sort=${asked}`)),
    ask('GET', `/fhir/Patient/${asked}`),
    ask('GET', `/fhir/${asked}`),
    ask('POST', '/fhir/Patient/_search', `name=${asked}&phone=555-0193777`, 'application/x-www-form-urlencoded'),
    ask('POST', '/fhir/Patient', human, fhir),
    quoting(
      ask('POST', '/fhir/Patient', { ...human, gender: 'Wombatnote', birthDate: 'Pangolinreason', [words]: 1 }, fhir),
    ),
    ask('POST', '/fhir/Patient', human, fhir, { 'if-none-exist': `name=${asked}` }),
    ask('POST', '/fhir/Observation', observation, fhir),
    ask(
      'POST',
      '/fhir/Observation',
      { ...observation, status: 'Wombatnote', effectiveDateTime: 'Pangolinreason' },
      fhir,
    ),
    ask('POST', '/fhir/Observation', { ...observation, subject: { reference: `Patient?name=${asked}` } }, fhir),
    quoting(
      ask(
        'POST',
        '/fhir',
        {
          resourceType: 'Bundle',
          type: 'transaction',
          entry: [{ resource: { ...observation, status: words }, request: { method: 'POST', url: 'Observation' } }],
        },
        fhir,
      ),
    ),
    ask(
      'POST',
      '/fhir',
      {
        resourceType: 'Bundle',
        type: 'batch',
        entry: [
          { request: { method: 'GET', url: `Patient?name=${asked}` } },
          { request: { method: 'GET', url: `Patient?${asked}=x` } },
        ],
      },
      fhir,
    ),
    quoting(
      ask(
        'PATCH',
        `/fhir/Patient/${patientId}`,
        [{ op: 'replace', path: '/Zebrafinch', value: 'Wombatnote' }],
        'application/json-patch+json',
        { 'if-match': 'W/"1"' },
      ),
    ),
    ask('GET', `/fhir/Patient/${patientId}/$everything`),
    ask('POST', '/cds-services/facialis-patient-view', requestOf('patient-view', { prefetch: { patient: human } })),
    quoting(
      ask('POST', '/cds-services/facialis-patient-view', {
        ...requestOf('patient-view', { prefetch: { patient: { ...human, birthDate: 'Pangolinreason' } } }),
        hook: 'Zebrafinch',
      }),
    ),
    ask('POST', '/cds-services/facialis-order-sign/feedback', {
      feedback: [
        {
          card: words,
          outcome: 'Wombatnote',
          overrideReason: { userComment: 'Pangolinreason' },
          outcomeTimestamp: '1931-07-19',
        },
      ],
    }),
    ask('POST', `/api/patients/${patientId}/attachments`, 'Wombatnote', 'application/octet-stream', {
      'x-facialis-about': `{"from":"Zebrafinch","agreed":true}`,
    }),
    ask('GET', `/api/patients/${patientId}`),
    ask('GET', '/api/board'),
    ask('GET', `/${asked}?name=${asked}`),
  ]
}
