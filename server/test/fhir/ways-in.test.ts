import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { bringingInto, own } from './files.ts'
import { fhir, type Json, oneHouse, type Told } from './support.ts'

const { house } = oneHouse()
const bring = bringingInto(house)

/** One person four times over, for each way in: what came by one would else be history for the next. */
const ways = ['alone', 'batch', 'transaction', 'file'] as const
type Way = (typeof ways)[number]
const whose = (way: Way): string => `of-${way}`
const me = 'whoever-it-is'

/** Whoever brings files in may write whatever a file holds; this account may as much. */
const everything = { login: 'everything' }
beforeAll(async () => {
  const roles = ['administrator', 'clinician', 'surgeon', 'nurse', 'coordinator', 'imaging-reader'] as const
  await house().hire(everything.login, { roles })
  await bring(
    ways.map((way) => ({ resourceType: 'Patient', id: whose(way), name: [{ text: 'Demo Same' }], birthDate: '1960' })),
  )
})

const day = fc.constantFrom('2020', '2026-05-04', '2026-11-22', '2026-11-23', '2026-11-23T10:00:00Z', '2027-01-01')
const text = fc.constantFrom(
  'Botox',
  'Botox',
  'onabotulinumtoxinA 25 units',
  'pulse',
  'carbamazepine',
  'hemifacial spasm',
  '',
)
const coding = fc.constantFrom<Json>(
  { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'J0585' },
  { system: 'http://snomed.info/sct', code: '73211009' },
  { system: `${own}/fact`, code: 'dx.signedBy' },
  { code: 7 },
)
const seldom = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one })
const concept: fc.Arbitrary<Json> = fc
  .tuple(text, seldom(coding))
  .map(([words, one]) => ({ text: words, ...(one === undefined ? {} : { coding: [one] }) }))
const subject = fc.oneof(
  { weight: 5, arbitrary: fc.constant(`Patient/${me}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      `Patient/${me}/_history/1`,
      'Patient/nobody',
      'Group/1',
      '#inside',
      'https://ehr.example/fhir/Patient/7',
      'urn:uuid:0a1b2c3d-0000-4000-8000-000000000009',
      'Patient?identifier=urn:demo|none',
    ),
  },
)

type Drawn = Readonly<{ code: Json; on: string; words: string; intent: string }>
/** What of it says what, in each type; and as what it is finished. */
const kinds: readonly (readonly [type: string, status: string, (drawn: Drawn) => Json])[] = [
  ['Observation', 'final', ({ code, on }) => ({ code, effectiveDateTime: on })],
  ['DiagnosticReport', 'final', ({ code, on }) => ({ code, effectiveDateTime: on })],
  [
    'MedicationAdministration',
    'completed',
    ({ code, on }) => ({ medicationCodeableConcept: code, effectiveDateTime: on }),
  ],
  ['MedicationStatement', 'active', ({ code, on }) => ({ medicationCodeableConcept: code, effectiveDateTime: on })],
  [
    'MedicationRequest',
    'active',
    ({ code, on, intent }) => ({ medicationCodeableConcept: code, intent, authoredOn: on }),
  ],
  ['Procedure', 'completed', ({ code, on }) => ({ code, performedDateTime: on })],
  ['ServiceRequest', 'active', ({ code, on, intent }) => ({ code, intent, authoredOn: on })],
  ['Communication', 'completed', ({ on, words }) => ({ sent: on, payload: [{ contentString: words }] })],
  ['Flag', 'active', ({ code }) => ({ code })],
]
const resource: fc.Arbitrary<Json> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    drawn: fc.record({
      code: concept,
      on: day,
      words: text,
      intent: fc.constantFrom('order', 'order', 'plan', 'proposal'),
    }),
    reference: subject,
    status: seldom(fc.constantFrom('entered-in-error', 'stopped', 'fine')),
    note: seldom(text),
    wrong: seldom(fc.constantFrom<Json>({ colour: 'blue' }, { meta: { tag: [{ system: `${own}/x`, code: 'y' }] } })),
  })
  .map(({ kind: [resourceType, finished, saying], drawn, reference, status, note, wrong }) => ({
    resourceType,
    status: status ?? finished,
    subject: { reference },
    ...saying(drawn),
    ...(note === undefined ? {} : { note: [{ text: note }] }),
    ...wrong,
  }))

/** What is said of it, with its place in it and whoever it is about under one name. */
const said = (way: Way, code: unknown, sentence: unknown, place: unknown): string =>
  `${code}: ${sentence} (${place})`.replaceAll(whose(way), me)

function verdict(way: Way, type: string, status: number, [issue]: Told['issues']): string {
  const place = issue?.expression?.[0]?.replace('Bundle.entry[0].resource', type)
  return status < 300 ? 'taken' : said(way, issue?.details.coding?.[0]?.code, issue?.details.text, place)
}

async function byItself(one: Json, type: string): Promise<string> {
  const { status, issues } = await fhir(house(), everything, 'POST', `/${type}`, one)
  return verdict('alone', type, status, issues)
}

async function inBundle(way: 'batch' | 'transaction', one: Json, type: string): Promise<string> {
  const entry = [{ resource: one, request: { method: 'POST', url: type } }]
  const { status, issues, bundle } = await fhir(house(), everything, 'POST', '', {
    resourceType: 'Bundle',
    type: way,
    entry,
  })
  const answer = bundle.entry?.[0]?.response
  if (answer === undefined) return verdict(way, type, status, issues)
  const outcome = answer.outcome as { issue?: Told['issues'] } | undefined
  return verdict(way, type, Number.parseInt(answer.status, 10), outcome?.issue ?? [])
}

async function fromFile(one: Json): Promise<string> {
  const { refused } = await bring([one])
  return refused.map(({ code, sentence, place }) => said('file', code, sentence, place))[0] ?? 'taken'
}

it('the same resource is judged alike, in the same words and at the same place, by itself, in a bundle and from a file', async () => {
  const verdicts = new Set<string>()
  const alike = fc.asyncProperty(resource, async (one) => {
    const of = (way: Way) => JSON.parse(JSON.stringify(one).replaceAll(me, whose(way))) as Json
    const type = String(one.resourceType)
    const alone = await byItself(of('alone'), type)
    verdicts.add(alone.split(':', 1)[0] ?? '')
    expect(await inBundle('batch', of('batch'), type)).toBe(alone)
    expect(await inBundle('transaction', of('transaction'), type)).toBe(alone)
    expect(await fromFile(of('file'))).toBe(alone)
  })
  // What was taken is history for what comes next: nothing is tried again in a smaller form.
  await fc.assert(alike, { numRuns: 120, endOnFailure: true })
  expect(verdicts.size).toBeGreaterThan(3)
})
