import { parametersOf } from '@facialis/server/search-indexing/parameters.ts'
import fc from 'fast-check'
import { anySigns, sometimes } from '../../spec/support/damage.ts'
import type { Known } from './clinic.ts'

/** A source of its own for each request, so that no throttle answers in place of what is tried. */
export const source: fc.Arbitrary<string> = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `10.${parts.join('.')}`)

const one = (text: string): fc.Arbitrary<string> => fc.constant(text)
const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 20,
})

/** Headers as a good client sends them, with something of what bad ones add. */
export const headers = (
  known: Known,
  more: Readonly<Record<string, string>> = {},
): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc
    .tuple(
      source,
      sometimes<Readonly<Record<string, string>>>(
        25,
        fc.oneof(
          fc.record({
            'if-match': fc.oneof(fc.constantFrom('W/"1"', '"2"', 'W/"9999999999"', '*', '', '""'), visible),
          }),
          fc.record({ 'if-none-match': fc.oneof(fc.constantFrom('W/"1"', '*', ','), visible) }),
          fc.record({
            'if-modified-since': fc.oneof(fc.constantFrom('Thu, 01 Jan 1970 00:00:00 GMT', '9'.repeat(40)), visible),
          }),
          fc.record({
            'if-none-exist': fc.oneof(fc.constantFrom('identifier=a|b', '', '?', 'name=%', '_id=1,2'), visible),
          }),
          fc.record({
            prefer: fc.oneof(
              fc.constantFrom(
                'return=minimal',
                'return=OperationOutcome',
                'handling=lenient',
                'respond-async',
                'return=',
              ),
              visible,
            ),
          }),
          fc.record({
            accept: fc.oneof(fc.constantFrom('*/*', 'application/fhir+xml', 'text/html;q=a', ',;,', ''), visible),
          }),
          fc.record({ 'idempotency-key': fc.oneof(fc.constantFrom('k', 'k2', 'x'.repeat(200), ''), visible) }),
          fc.record({
            'content-type': fc.oneof(
              fc.constantFrom(
                'text/xml',
                'application/json; charset=utf-16',
                'application/json;charset=',
                'multipart/form-data',
                '',
              ),
              visible,
            ),
          }),
          fc.record({ 'content-encoding': fc.constantFrom('gzip', 'br', 'identity', 'x') }),
          fc.record({ 'x-facialis-confirmed': fc.constantFrom('1', '0', '') }),
          fc.record({ origin: fc.constantFrom('null', 'https://elsewhere.example', 'x') }),
          fc.record({
            cookie: fc.oneof(
              fc.constantFrom('__Host-facialis=', '__Host-facialis=%', ';;;=', '__Host-facialis=x'),
              visible,
            ),
          }),
        ),
        {},
      ),
    )
    .map(([from, extra]) => ({ 'x-facialis': '1', cookie: known.cookie, 'x-forwarded-for': from, ...more, ...extra }))

/** Places, most of which exist. */
export function paths({ people, addresses }: Known) {
  const oddIds = [
    'absent',
    '1',
    '-',
    '.',
    '..',
    'a'.repeat(64),
    'a'.repeat(65),
    'bad%20id',
    '%00',
    '%E0%A4%A',
    '__proto__',
  ]
  const ids = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...people) },
    { weight: 1, arbitrary: fc.constantFrom(...oddIds) },
  )
  const count = fc.constantFrom(
    '',
    '?_count=2',
    '?_count=0',
    '?_count=x',
    '?_since=2020',
    '?_since=x',
    '?_page=1~a',
    '?_type=Task,X',
    '?_format=xml',
    '?_page=1~Task~%00',
  )
  const person = fc.constantFrom(...people)
  const address = fc.constantFrom(...addresses)
  const any = fc.oneof(
    address,
    fc
      .tuple(address, fc.constantFrom('1', '2', '0', '-1', '1e9', 'x', '99999999999'))
      .map(([a, version]) => `${a}/_history/${version}`),
    fc.tuple(address, count).map(([a, more]) => `${a}/_history${more}`),
    fc
      .tuple(fc.constantFrom('Observation', 'Task', 'Patient', 'Nothing'), count)
      .map(([type, more]) => `${type}/_history${more}`),
    fc.tuple(person, count).map(([id, more]) => `Patient/${id}/$everything${more}`),
    fc
      .tuple(ids, fc.constantFrom('hemifacial-spasm', 'other'))
      .map(([id, plan]) => `PlanDefinition/${plan}/$apply?subject=Patient/${id}`),
    fc.constantFrom(
      'metadata',
      'metadata?_format=xml',
      '$export',
      '$export?_type=X',
      'Group/x/$export',
      '$export-status/x',
      '$export-file/x/..',
      '$graphql',
      '',
      '/',
      '?',
      '%',
      'Patient/$match',
    ),
  )
  return { ids, any }
}

const modifiers = [
  '',
  ':missing',
  ':not',
  ':exact',
  ':contains',
  ':identifier',
  ':Patient',
  ':text',
  ':in',
  ':x',
  '.identifier',
  '.name',
  ':Patient.birthdate',
  '.a.b',
]
const values = [
  'true',
  'x',
  'a|b',
  '|',
  'http://loinc.org|',
  'ge2020',
  'lt2020-13',
  'ap2020',
  'eq',
  '2020-02-30',
  '9999-12-31T23:59:60Z',
  '0000',
  'Patient/1',
  'Patient/',
  '$',
  '\\,',
  ',,,',
  '\\',
  'é',
  '%',
  "' or 1=1 --",
  '\u0000',
  'ge2020-01-01T00:00:00+14:00',
  '-1',
  '1e400',
  'a'.repeat(5000),
  ',a'.repeat(150),
  '*',
  '_',
  '\ud83d\ude00',
]
const general = [
  '_id',
  '_lastUpdated',
  '_count',
  '_sort',
  '_include',
  '_revinclude',
  '_summary',
  '_total',
  '_elements',
  '_page',
  '_tag',
  '_profile',
  '_type',
  '_since',
  '_format',
  '_has:Observation:patient:code',
  '_query',
  '_text',
  '',
]
const beside = [
  'Observation:patient',
  'Observation:*',
  '*',
  'Task:patient:Patient',
  'Provenance:target',
  'x:y:z:w',
  '-_lastUpdated',
  '-date,code',
  'count',
  'accurate',
  '1',
  '501',
  '0',
  '-1',
]

const remembered = new Map<string, fc.Arbitrary<string>>()
/** What may stand behind `?` when a type is searched. */
export function searches(type: string): fc.Arbitrary<string> {
  const known = remembered.get(type) ?? searchesOf(type)
  remembered.set(type, known)
  return known
}

function searchesOf(type: string): fc.Arbitrary<string> {
  const names = (parametersOf[type] ?? []).map(({ name }) => name)
  const pair = fc.tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...names, 'x') },
      { weight: 2, arbitrary: fc.constantFrom(...general) },
    ),
    fc.oneof({ weight: 3, arbitrary: one('') }, { weight: 2, arbitrary: fc.constantFrom(...modifiers) }),
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values, ...beside) }, { weight: 1, arbitrary: anySigns }),
    fc.boolean(),
  )
  return fc
    .array(pair, { maxLength: 5 })
    .map((pairs) =>
      pairs
        .map(
          ([name, word, value, raw]) =>
            `${name}${word}=${raw && /^[\x21-\x7e]*$/.test(value) ? value : encodeURIComponent(value.toWellFormed())}`,
        )
        .join('&'),
    )
}
