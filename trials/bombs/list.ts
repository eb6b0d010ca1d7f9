import { gzipSync } from 'node:zlib'
import type { Known } from '../fuzz/clinic.ts'
import type { Sent } from '../sender.ts'

/** Something small to send and large to take. */
export type Bomb = Readonly<{ name: string; sent: () => Sent }>

const text = (size: number): string => 'x'.repeat(size)
const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))
/** Sixty-four megabytes in sixty-four thousand bytes. */
const packed = (): Buffer => gzipSync(Buffer.alloc(64 * 1024 * 1024))
const tower = (depth: number, open: string): string => open.repeat(depth)

/** What is refused, each for its own reason, by whichever way it comes in. */
export function bombs(known: Known): readonly Bomb[] {
  const [person = ''] = known.people
  const subject = { reference: `Patient/${person}` }
  const address = known.addresses.find((one) => one.startsWith('Observation/')) ?? ''
  const signedIn = { 'x-facialis': '1', cookie: known.cookie }
  const by =
    (method: string, path: string, type: string) =>
    (name: string, body: () => string | Buffer | null, more: Readonly<Record<string, string>> = {}): Bomb => ({
      name,
      sent: () => {
        const made = body()
        const headers = { ...signedIn, ...(made === null ? {} : { 'content-type': type }), ...more }
        return { method, path, headers, body: made === null ? null : Buffer.from(made) }
      },
    })
  const fhir = 'application/fhir+json'
  const observation = by('POST', '/fhir/Observation', fhir)
  const bundle = by('POST', '/fhir', fhir)
  const patch = (name: string, body: () => string): Bomb =>
    by('PATCH', `/fhir/${address}`, 'application/json-patch+json')(name, body, { 'if-match': 'W/"1"' })
  const act = by('POST', `/api/patients/${person}/acts`, 'application/json')
  const referral = by('POST', '/api/front-door/referrals', 'application/json')
  const hook = by('POST', '/cds-services/facialis-patient-view', 'application/json')
  const feedback = by('POST', '/cds-services/facialis-patient-view/feedback', 'application/json')
  const clip = by('POST', `/api/patients/${person}/attachments`, 'application/octet-stream')
  const form = by('POST', '/fhir/Observation/_search', 'application/x-www-form-urlencoded')
  const get = (path: string) => by('GET', path, '')
  const nothing = () => null

  const good = { resourceType: 'Observation', status: 'final', code: { text: 'Demo' }, subject }
  const anObservation = (more: object) => () => JSON.stringify({ ...good, ...more })
  const aBundle = (type: string, entry: unknown) => () => JSON.stringify({ resourceType: 'Bundle', type, entry })
  const make = (resource: object, more: object = {}) => ({
    resource,
    request: { method: 'POST', url: 'Observation', ...more },
  })
  const when = (effectiveDateTime: string) => anObservation({ effectiveDateTime })
  const asked = { hook: 'patient-view', hookInstance: 'a', context: { userId: 'u', patientId: 'demo' } }
  const aReferral = (more: object) => () =>
    JSON.stringify({
      patient: { name: 'Demo Bomb', birthDate: null },
      side: 'left',
      referrer: { name: 'Demo Dr Rowan Refer' },
      facts: {},
      ...more,
    })
  const anAct = (more: object) => () => JSON.stringify({ kind: 'visit', date: '2026-11-01', ...more })

  return [
    observation('a tower of lists', () => tower(1_000_000, '[')),
    observation('a tower of objects', () => tower(200_000, '{"a":')),
    bundle('a tower of lists in a bundle', () => `{"resourceType":"Bundle","entry":${tower(7_000_000, '[')}`),
    act('a tower of lists to an act', () => tower(200_000, '[')),
    hook('a tower of objects to a hook', () => tower(400_000, '{"prefetch":')),
    observation('extensions within extensions', () => {
      let extension: unknown = { url: 'urn:x', valueString: 'x' }
      for (let depth = 0; depth < 60; depth += 1) extension = { url: 'urn:x', extension: [extension] }
      return JSON.stringify({ ...good, extension: [extension] })
    }),
    observation('a million keys', () => `{"resourceType":"Observation",${many(150_000, (at) => `"k${at}":1`).join()}}`),
    bundle(
      'a million keys in a bundle',
      () => `{"resourceType":"Bundle",${many(1_000_000, (at) => `"k${at}":1`).join()}}`,
    ),
    hook('two hundred thousand keys of prefetch', () =>
      JSON.stringify({ ...asked, hook: 'other', prefetch: Object.fromEntries(many(200_000, (at) => [`k${at}`, 1])) }),
    ),
    act('ten thousand facts', anAct({ facts: Object.fromEntries(many(10_000, (at) => [`ph.${at}`, true])) })),
    bundle(
      'eight million entries',
      () => `{"resourceType":"Bundle","type":"batch","entry":[${'0,'.repeat(7_900_000)}0]}`,
    ),
    bundle(
      'a bundle of 501',
      aBundle(
        'transaction',
        many(501, () => make(good)),
      ),
    ),
    bundle(
      'a bundle of 500 that are all wrong',
      aBundle(
        'transaction',
        many(500, () => make({ ...good, status: 7, code: [] })),
      ),
    ),
    bundle(
      'a bundle of 500, the last of them wrong',
      aBundle(
        'transaction',
        many(500, (at) => make(at === 499 ? { ...good, status: 'x' } : good)),
      ),
    ),
    bundle(
      'a bundle that reads 500 times',
      aBundle(
        'batch',
        many(500, () => ({ request: { method: 'GET', url: 'Observation' } })),
      ),
    ),
    bundle(
      '500 that ask whether there is one already',
      aBundle(
        'transaction',
        many(500, (at) =>
          make(at === 499 ? { ...good, subject: 'x' } : good, { ifNoneExist: `identifier=urn:x|${at}` }),
        ),
      ),
    ),
    bundle(
      'a transaction of sixteen megabytes',
      aBundle(
        'transaction',
        many(480, (at) => make({ ...good, note: [{ text: text(32_000) }], status: at === 479 ? 'x' : 'final' })),
      ),
    ),
    bundle('a bundle that is too large', () => Buffer.alloc(17 * 1024 * 1024, 'x')),
    observation('a resource that is too large', anObservation({ note: [{ text: text(2_200_000) }] })),
    observation('a word of two million letters where a code stands', anObservation({ status: text(2_000_000) })),
    observation('a million spaces where a code stands', anObservation({ status: `a${' '.repeat(1_000_000)}` })),
    observation('a word of a million a’s and spaces', anObservation({ status: `${'a '.repeat(900_000)}\t` })),
    observation(
      'fifty thousand codings that are none',
      anObservation({ code: { coding: many(50_000, () => ({ code: 7 })) } }),
    ),
    observation(
      'twenty thousand components without a code',
      anObservation({ component: many(20_000, () => ({ valueString: 'x' })) }),
    ),
    observation(
      'ten thousand contained that are none',
      anObservation({ contained: many(10_000, () => ({ resourceType: 'X' })) }),
    ),
    observation(
      'a number of a million digits',
      () => `{"resourceType":"Observation","valueInteger":${'9'.repeat(1_000_000)},"status":"x"}`,
    ),
    observation(
      'numbers beyond all numbers',
      anObservation({
        valueQuantity: { value: '1e999999999' },
        component: many(5000, () => ({ valueInteger: 1e308 })),
      }),
    ),
    observation(
      'bytes in base 64 with a hole in them',
      anObservation({ extension: [{ url: 'urn:x', valueBase64Binary: `${'AAAA '.repeat(300_000)}!` }] }),
    ),
    observation(
      'an address without end',
      anObservation({
        extension: [{ url: `urn:${'%'.repeat(500_000)} x`, valueUri: `http://${'a.'.repeat(300_000)} ` }],
      }),
    ),
    observation(
      'a division that is no text',
      anObservation({ text: { status: 'generated', div: `${'<div>'.repeat(200_000)}` }, status: 'x' }),
    ),
    observation('a date of many digits', when(`2020-${'1'.repeat(1_000_000)}`)),
    observation('a date of many fractions', when(`2020-01-01T00:00:00.${'1'.repeat(1_000_000)}`)),
    observation('a poisoned prototype', () => '{"__proto__":{"isDoctor":true},"resourceType":"Observation"}'),
    observation(
      'a poisoned constructor',
      () => '{"constructor":{"prototype":{"isDoctor":true}},"resourceType":"Observation"}',
    ),
    patch('a patch that doubles, forty times', () =>
      JSON.stringify([
        { op: 'add', path: '/note', value: [{ text: 'x' }] },
        ...many(40, () => ({ op: 'copy', from: '/note', path: '/note/-' })),
      ]),
    ),
    patch('a patch of a hundred thousand', () =>
      JSON.stringify(many(30_000, () => ({ op: 'add', path: '/note', value: [{ text: 'x' }] }))),
    ),
    patch('a patch that leads deep', () => JSON.stringify([{ op: 'add', path: '/a'.repeat(400_000), value: 1 }])),
    patch('a patch at a far place of a list', () =>
      JSON.stringify([{ op: 'add', path: '/note/4294967294', value: { text: 'x' } }]),
    ),
    act('a note without end', anAct({ note: text(200_000) })),
    act('a hundred entries', anAct({ entries: many(100, () => ({ kind: 'visit', fields: {} })) })),
    referral(
      'an e-mail address without end',
      aReferral({
        patient: { name: 'Demo', birthDate: null, email: `${'a.'.repeat(100_000)}@${'a.'.repeat(100_000)}` },
      }),
    ),
    referral(
      'a telephone number without end',
      aReferral({ patient: { name: 'Demo', birthDate: null, phone: `${'1 '.repeat(200_000)}x` } }),
    ),
    referral(
      'a name of half a million spaces',
      aReferral({ patient: { name: `x${' '.repeat(500_000)}x`, birthDate: null } }),
    ),
    referral(
      'a letter that is too large',
      aReferral({ attachments: [{ name: 'a.pdf', mediaType: 'application/pdf', content: 'A'.repeat(12_000_000) }] }),
    ),
    referral(
      'letters that are too large together',
      aReferral({
        attachments: many(11, () => ({ name: 'a.pdf', mediaType: 'application/pdf', content: 'A'.repeat(2_600_000) })),
      }),
    ),
    hook('more of a prefetch than is read', () => Buffer.alloc(6 * 1024 * 1024, '"x')),
    hook('two thousand and one resources', () =>
      JSON.stringify({
        ...asked,
        prefetch: { condition: { resourceType: 'Bundle', entry: many(2001, () => ({ resource: {} })) } },
      }),
    ),
    hook('a patient without end', () =>
      JSON.stringify({ ...asked, context: { userId: 'u', patientId: text(4_000_000) } }),
    ),
    feedback('five hundred and one things said of cards', () =>
      JSON.stringify({
        feedback: many(501, () => ({ card: 'a', outcome: 'accepted', outcomeTimestamp: '2026-11-23T10:05:31Z' })),
      }),
    ),
    clip('a video of 65 megabytes', () => Buffer.alloc(65 * 1024 * 1024), {
      'x-facialis-about': '{"from":"home","agreed":true}',
    }),
    clip('words about a file, nested', () => 'x', { 'x-facialis-about': tower(30_000, '[') }),
    form('a form of a thousand conditions', () => many(1000, () => 'code=x').join('&')),
    form('a form of a hundred thousand names', () => many(60_000, (at) => `${at}`).join('&')),
    form('a form of percent signs', () => `code=${'%'.repeat(240_000)}&x`),
    get(`/fhir/Observation?code=${'a,'.repeat(20_000)}`)('a list of twenty thousand values', nothing),
    get(`/fhir/Observation?${'_include=Observation:*&'.repeat(2000)}`)('two thousand includes', nothing),
    get(`/fhir/Observation?_sort=${'date,'.repeat(10_000)}`)('ten thousand ways to sort', nothing),
    get(`/fhir/Observation?date=ge2020-01-01T00:00:00.${'1'.repeat(50_000)}x`)('a moment of many digits', nothing),
    get(`/fhir/Observation?_page=${text(60_000)}`)('a page that is none', nothing),
    get(`/fhir/Observation?${'patient.'.repeat(8000)}name=x`)('a chain of thousands', nothing),
    get(`/fhir/${'Patient/'.repeat(9000)}`)('a path of thousands', nothing),
    get(`/fhir/Patient/${'%25'.repeat(20_000)}`)('an address that unfolds', nothing),
    get('/fhir/Observation')('headers of more than is heard', nothing, { 'x-more': text(120_000) }),
    get('/fhir/Observation')(
      'three thousand headers',
      nothing,
      Object.fromEntries(many(3000, (at) => [`x-${at}`, 'a'])),
    ),
    get('/api/board')('cookies without end', nothing, { cookie: 'a=b; '.repeat(15_000) }),
    get('/cds-services')('a token of ninety thousand letters', nothing, {
      authorization: `Bearer ${text(90_000)}`,
      'x-forwarded-for': '10.0.0.1',
    }),
    get('/cds-services')('a token of dots', nothing, {
      authorization: `Bearer ${'.'.repeat(90_000)}`,
      'x-forwarded-for': '10.0.0.1',
    }),
    get('/fhir/Observation')('what is spoken, in thousands of words', nothing, { accept: 'a/b;q=0.1,'.repeat(6000) }),
    observation('a tower of lists, packed', () => packed(), { 'content-encoding': 'gzip' }),
    bundle('megabytes of nothing, packed', () => packed(), { 'content-encoding': 'gzip' }),
    clip('the same as a video', () => packed(), { 'content-encoding': 'gzip' }),
  ]
}
