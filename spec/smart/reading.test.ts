import { answersOf } from '@facialis/engine'
import { chartFromBundle } from '@facialis/fhir'
import { mayBeShut, ownGatesOf, prefetchOf } from '@facialis/fhir/cards/index.ts'
import { type Got, readRecord, scopesFor, typesAskedOf } from '@facialis/fhir/smart/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { parseDate } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Sample, samples } from '../cds-hooks/hooks.ts'
import { cases } from '../naive/arbitrary.ts'
import { base, type Json, type Records, recordsOf } from './records.ts'

const all = scopesFor(typesAskedOf(hemifacialSpasm), 'v2')
const without = (...types: readonly string[]) =>
  all.filter((scope) => !types.some((type) => scope.includes(`/${type}.`)))

async function readFrom({ get }: Records, scopes: readonly string[] | null = all, day = '2026-11-23') {
  const today = parseDate(day)?.lo ?? 0
  return readRecord(hemifacialSpasm, {
    get,
    base,
    scopes: scopes?.join(' ') ?? null,
    patientId: 'demo',
    zone: 'UTC',
    today,
  })
}

/** What was read. @throws when nothing may be shown */
async function read(records: Records, scopes: readonly string[] | null = all, day?: string) {
  const outcome = await readFrom(records, scopes, day)
  if (!outcome.ok) throw new Error(outcome.problem.sentence)
  return outcome.value
}

const gapsOf = (gaps: readonly Readonly<{ type: string; why: string }>[]) =>
  Object.fromEntries(gaps.map(({ type, why }) => [type, why]))

const subject = { reference: 'Patient/demo' }
const person = { resourceType: 'Patient', id: 'demo', name: [{ text: 'Demo Sample' }], birthDate: '1960-04-02' }
const problem = (id: string, more: Json = {}) => ({
  resourceType: 'Condition',
  id,
  subject,
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G70.00' }] },
  ...more,
})

const people = samples().map((sample) => [sample.id, sample] as const)
const resourcesIn = ({ entry }: Json) =>
  (entry as readonly Readonly<{ resource: Json & Readonly<{ resourceType: string }> }>[]).map(
    ({ resource }) => resource,
  )

describe('a record that is read page by page says what the same record says as one bundle', () => {
  it.each(people)('%s', async (_id, { day, bundle }) => {
    const { sent, gaps } = await read(recordsOf(resourcesIn(bundle)), all, day)
    const whole = chartFromBundle(hemifacialSpasm, bundle, { zone: 'UTC' })
    if (!whole.ok) throw new Error(whole.problem.sentence)
    const asking = { asOf: parseDate(day)?.lo ?? 0, policy: {} }
    expect(gaps).toEqual([])
    expect(answersOf(hemifacialSpasm, sent.chart, asking)).toEqual(
      answersOf(hemifacialSpasm, whole.value.chart, asking),
    )
  })
})

describe('what was not granted', () => {
  it('is not asked for, is named, and is not taken for none', async () => {
    const records = recordsOf([person, problem('1')])
    const { sent, gaps } = await read(records, without('Condition', 'MedicationRequest'))
    expect(records.asked.filter((path) => /^(Condition|MedicationRequest)/.test(path))).toEqual([])
    expect(gapsOf(gaps)).toEqual({ Condition: 'not granted', MedicationRequest: 'not granted' })
    expect(sent.chart.observations.map(({ fact }) => fact)).toEqual(['person.birthDate'])
    expect(sent.lacking.map(({ asked }) => asked.type)).toEqual(['Condition', 'MedicationRequest'])
  })

  it('leaves no gate open, whoever it is about and whatever it is', async () => {
    const types = typesAskedOf(hemifacialSpasm).slice(0, -3)
    const opened = new Set<string>()
    for (const [at, [, { day, bundle }]] of people.entries()) {
      const type = types[at % types.length] ?? ''
      const { sent, gaps } = await read(recordsOf(resourcesIn(bundle)), without(type), day)
      const answers = answersOf(hemifacialSpasm, sent.chart, { asOf: parseDate(day)?.lo ?? 0, policy: {} })
      expect(gaps.map((gap) => gap.type)).toContain(type)
      for (const gate of ownGatesOf(hemifacialSpasm)) {
        const answer = answers[gate.id] ?? ''
        if (answer !== 'blocked') opened.add(answer)
        expect(mayBeShut(gate, { answer }, gaps)).toBe(answer !== 'blocked')
      }
    }
    // Otherwise the promise is about nobody.
    expect([...opened].toSorted()).toEqual(['caution', 'permitted'])
  })

  it('is named, too, where access was given to some of a kind only', async () => {
    const narrowed = [...without('Observation'), 'patient/Observation.rs?category=laboratory']
    expect(gapsOf((await read(recordsOf([person]), narrowed)).gaps)).toEqual({ Observation: 'granted in part' })
  })
})

describe('another record of the same person', () => {
  const replaced = {
    ...person,
    link: [
      { type: 'replaced-by', other: { reference: 'Patient/in-use' } },
      { type: 'replaces', other: { reference: 'Patient/old' } },
    ],
  }
  const others = [
    'the record that is in use instead of this one, Patient/in-use',
    'a record that was merged into this one, Patient/old',
  ]
  it.each([
    ['all was granted', all],
    ['nobody said what was granted', null],
    ['the person was granted in part', [...without('Patient'), 'patient/Patient.rs?_id=demo']],
  ])('is named, each of them, where %s', async (_, scopes) => {
    const { gaps } = await read(recordsOf([replaced, problem('1')]), scopes)
    expect(gaps.filter(({ why }) => why === 'another record').map(({ words }) => words)).toEqual(others)
    for (const gate of ownGatesOf(hemifacialSpasm)) expect(mayBeShut(gate, { answer: 'permitted' }, gaps)).toBe(true)
  })
})

const page = (entry: readonly unknown[]): Json => ({ resourceType: 'Bundle', type: 'searchset', entry })
const searchset = (entry: readonly unknown[], more: Json = {}): Got => ({ ok: true, json: { ...page(entry), ...more } })
const warning = (code: string) => ({
  search: { mode: 'outcome' },
  resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code }] },
})
const withWarning = (code: string) => searchset([{ resource: problem('1') }, warning(code)])

it('where nobody said what was granted, all is read, and every kind is named', async () => {
  const { sent, gaps } = await read(recordsOf([person, problem('1')]), null)
  expect(sent.chart.observations.map(({ provenance }) => provenance.source)).toContain('Condition/1')
  expect(gapsOf(gaps)).toEqual(
    Object.fromEntries(prefetchOf(hemifacialSpasm).map(({ type }) => [type, 'grant not said'])),
  )
})

describe('what a server answers instead', () => {
  const refusals: readonly (readonly [string, Got, string])[] = [
    ['a refusal', { ok: false, why: 'not permitted' }, 'not permitted'],
    ['nothing, in time', { ok: false, why: 'no answer' }, 'no answer'],
    ['a page for people', { ok: false, why: 'not readable' }, 'not readable'],
    ['a list that is none', { ok: true, json: [problem('1')] }, 'not a bundle'],
    [
      'entries that are none',
      { ok: true, json: { resourceType: 'Bundle', type: 'searchset', entry: 'x' } },
      'not a bundle',
    ],
    [
      'a failure inside a bundle',
      {
        ok: true,
        json: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [{ resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] } }],
        },
      },
      'cut short',
    ],
    ...[
      'suppressed',
      'incomplete',
      'forbidden',
      'security',
      'throttled',
      'timeout',
      'too-costly',
      'transient',
      'exception',
    ].map((code) => [`a warning that something is ${code}`, withWarning(code), 'cut short'] as const),
    ['an outcome that says nothing', searchset([{ resource: { resourceType: 'OperationOutcome' } }]), 'cut short'],
    ['nothing in the place of an entry', searchset([{ resource: problem('1') }, null]), 'cut short'],
    ['a number in the place of an entry', searchset([{ resource: problem('1') }, 7]), 'cut short'],
    ['an entry without a resource', searchset([{ resource: problem('1') }, { fullUrl: 'x' }]), 'cut short'],
    [
      'no list of the pages that follow',
      searchset([{ resource: problem('1') }], { link: { relation: 'next' } }),
      'cut short',
    ],
    ['a page that follows, and is none', searchset([{ resource: problem('1') }], { link: ['next'] }), 'cut short'],
    ['how many there are in a word', searchset([{ resource: problem('1') }], { total: '25' }), 'not readable'],
    ['a resource called its own remark', searchset([{ ...warning('x'), resource: problem('1') }]), 'cut short'],
    [
      'a page in a page, of which others follow',
      searchset([{ resource: { ...page([{ resource: problem('1') }]), link: [{ relation: 'next', url: 'x' }] } }]),
      'cut short',
    ],
    ['a page in a page that failed', searchset([{ resource: page([warning('timeout')]) }]), 'cut short'],
    ['a history', { ok: true, json: { resourceType: 'Bundle', type: 'history', entry: [] } }, 'not a bundle'],
    [
      'fewer than it says there are',
      { ok: true, json: { resourceType: 'Bundle', type: 'searchset', total: 2, entry: [{ resource: problem('1') }] } },
      'cut short',
    ],
    [
      'the next page on another server',
      {
        ok: true,
        json: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [],
          link: [{ relation: 'next', url: 'https://elsewhere.example/fhir/Condition?page=2' }],
        },
      },
      'cut short',
    ],
    [
      'the same page for ever',
      {
        ok: true,
        json: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [],
          link: [{ relation: 'next', url: `${base}/Condition?page=2` }],
        },
      },
      'cut short',
    ],
  ]
  it.each(refusals)('%s is a gap with its reason', async (_name, answer, why) => {
    const records = recordsOf([person], { instead: { Condition: answer } })
    const { gaps, sent } = await read(records)
    expect(gapsOf(gaps)).toEqual({ Condition: why })
    expect(sent.lacking.map(({ asked }) => asked.type)).toEqual(['Condition'])
    expect(records.asked.filter((path) => path.startsWith('Condition')).length).toBeLessThanOrEqual(2)
  })

  it('what came beside its word that there is more counts, on every page', async () => {
    const next = { link: [{ relation: 'next', url: `${base}/Condition?page=2` }] }
    const instead = {
      'Condition?page=2': searchset([{ resource: problem('2') }]),
      Condition: searchset([{ resource: problem('1') }, warning('suppressed')], next),
    }
    const { gaps, sent } = await read(recordsOf([person], { instead }))
    expect(gapsOf(gaps)).toEqual({ Condition: 'cut short' })
    expect(sent.counts).toMatchObject({ resources: 3, understood: 3 })
  })

  it('a remark that keeps nothing back is no gap, and is not counted among what was found', async () => {
    const instead = (total: number) => ({
      Condition: searchset([{ resource: problem('1') }, { resource: warning('informational').resource }], { total }),
    })
    expect((await read(recordsOf([person], { instead: instead(1) }))).gaps).toEqual([])
    expect(gapsOf((await read(recordsOf([person], { instead: instead(2) }))).gaps)).toEqual({ Condition: 'cut short' })
  })

  it('pages without an end are given up, and the kind is named', async () => {
    const many = Array.from({ length: 200 }, (_, at) => problem(`${at}`))
    const records = recordsOf([person, ...many], { ofPage: 1 })
    expect(gapsOf((await read(records)).gaps)).toEqual({ Condition: 'too many' })
    expect(records.asked.length).toBeLessThan(80)
  })

  it('a page that is longer than any record is read to its bound, and the kind is named', async () => {
    const many = Array.from({ length: 200_000 }, () => ({ resource: { resourceType: 'Condition', subject } }))
    const { gaps, sent } = await read(recordsOf([person], { instead: { Condition: searchset(many) } }))
    expect(gapsOf(gaps)).toEqual({ Condition: 'too many' })
    expect(sent.counts.resources).toBe(4001)
  })

  it('a server that does not take the narrow question is asked the wide one', async () => {
    const records = recordsOf([person], {
      instead: { 'Observation?patient=demo&combo-code': { ok: false, why: 'not taken' } },
    })
    expect((await read(records)).gaps).toEqual([])
    // What stands between makes one slash of two, and then nothing is found, without a word.
    expect(records.asked.filter((path) => path.includes('//'))).toEqual([])
    expect(records.asked.find((path) => path.startsWith('Observation?patient=demo&combo-code'))).toContain(
      'combo-code=https%3A%2F%2Ffacialis.invalid%2Ffact%7C,',
    )
    expect(records.asked).toContain('Observation?patient=demo&_count=100')
  })
})

describe('one resource that is not written as it should be', () => {
  it('is left out and its kind is named; the others count', async () => {
    const { gaps, sent } = await read(
      recordsOf([person, problem('1'), problem('2', { onsetDateTime: 'the day before' }), problem('3', { code: 7 })]),
    )
    expect(gapsOf(gaps)).toEqual({ Condition: 'malformed' })
    expect(sent.chart.observations.map(({ provenance }) => provenance.source)).toContain('Condition/1')
  })

  it('or is there twice with two contents: neither counts, whichever comes first', async () => {
    const twice = [problem('2'), problem('2', { clinicalStatus: { coding: [{ code: 'resolved' }] } })]
    for (const order of [twice, twice.toReversed()]) {
      const { gaps, sent } = await read(recordsOf([person, problem('1'), ...order]))
      expect(gapsOf(gaps)).toEqual({ Condition: 'malformed' })
      const sources = sent.chart.observations.map(({ provenance }) => provenance.source)
      expect(sources).toContain('Condition/1')
      expect(sources).not.toContain('Condition/2')
    }
  })

  it('about somebody else is no slip: nothing is shown', async () => {
    const foreign = problem('2', { subject: { reference: 'Patient/another' } })
    expect(await readFrom(recordsOf([person, foreign]))).toMatchObject({ ok: false, problem: { code: 'two-patients' } })
    const elsewhere = problem('2', { subject: { reference: 'https://other.example/fhir/Patient/demo' } })
    const lookalike = problem('2', { subject: { reference: `${base}-of-others/Patient/demo` } })
    for (const one of [elsewhere, lookalike])
      for (const [records, scopes] of [
        [[person, one, problem('1')], all],
        [[one], without('Patient')],
      ] as const)
        expect(await readFrom(recordsOf(records), scopes)).toMatchObject({
          ok: false,
          problem: { code: 'two-patients', sentence: expect.stringContaining('/Patient/demo') },
        })
    for (const reference of [`${base}/Patient/demo`, 'HTTPS://ehr.example:443/fhir/Patient/demo/_history/2'])
      expect(gapsOf((await read(recordsOf([person, problem('1', { subject: { reference } })]))).gaps)).toEqual({})
    const wrong = { ...person, id: 'another' }
    const instead = { 'Patient/demo': { ok: true as const, json: wrong } }
    expect(await readFrom(recordsOf([], { instead }))).toMatchObject({
      ok: false,
      problem: { code: 'another-patient' },
    })
  })
})

it('whatever a server answers, it is read or named, and nothing is thrown', async () => {
  const part = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record({ resource: fc.oneof(fc.constantFrom(person, problem('1')), fc.jsonValue({ maxDepth: 3 })) }),
    fc.record({
      resource: fc.record({ resourceType: fc.constantFrom('Condition', 'Observation'), code: fc.jsonValue() }),
    }),
  )
  const bundle = fc.record({
    resourceType: fc.constant('Bundle'),
    type: fc.constantFrom('searchset', 'batch'),
    entry: fc.oneof(fc.array(part), fc.jsonValue()),
    link: fc.oneof(fc.jsonValue(), fc.constant([{ relation: 'next', url: 'Condition?page=2' }])),
    total: fc.jsonValue(),
  })
  const answers = fc.dictionary(
    fc.constantFrom('Condition', 'Observation', 'Patient', 'Procedure'),
    fc.oneof(bundle, fc.jsonValue()),
  )
  await fc.assert(
    fc.asyncProperty(answers, async (json) => {
      const instead = Object.fromEntries(
        Object.entries(json).map(([type, one]) => [type, { ok: true as const, json: one }]),
      )
      const outcome = await readFrom(recordsOf([person], { instead }))
      if (!outcome.ok) expect(['two-patients', 'another-patient']).toContain(outcome.problem.code)
      else expect(outcome.value.sent.lacking.length).toBeLessThanOrEqual(outcome.value.gaps.length)
    }),
    { numRuns: 150 },
  )
})

it('reads for any pathway what that pathway reads, and asks for nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ pathway, asking }) => {
      const records = recordsOf([person, problem('1')])
      const scopes = scopesFor(typesAskedOf(pathway), 'v1').join(' ')
      const whose = { get: records.get, base, scopes, patientId: 'demo', zone: 'UTC', today: asking.asOf }
      const outcome = await readRecord(pathway, whose)
      expect(outcome).toMatchObject({ ok: true, value: { gaps: [] } })
      const asked = new Set(records.asked.map((path) => /^\w+/.exec(path)?.[0]))
      expect([...asked].filter((type) => !typesAskedOf(pathway).includes(type ?? ''))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

describe('what the record only refers to', () => {
  const order = {
    resourceType: 'MedicationAdministration',
    id: 'given',
    status: 'completed',
    subject,
    medicationReference: { reference: 'Medication/toxin' },
    effectiveDateTime: '2026-11-02',
    performer: [{ actor: { reference: `${base}/Practitioner/nora` } }],
  }
  const medicine = {
    resourceType: 'Medication',
    id: 'toxin',
    code: { coding: [{ system: 'http://www.whocc.no/atc', code: 'M03AX01' }] },
  }
  const nora = { resourceType: 'Practitioner', id: 'nora' }

  it('is looked up: which medicine it was, and who stands behind it', async () => {
    const records = recordsOf([person, order, medicine, nora])
    const { sent, gaps } = await read(records)
    expect(gaps).toEqual([])
    expect(sent.chart.entries.map(({ kind }) => kind)).toEqual(['session'])
    expect(records.asked).toContain('PractitionerRole?practitioner=nora')
  })

  it('is named where it may not be looked up', async () => {
    const records = recordsOf([person, order, medicine, nora])
    const { gaps } = await read(records, without('Medication', 'Practitioner', 'PractitionerRole'))
    expect(gapsOf(gaps)).toEqual({
      Medication: 'not granted',
      Practitioner: 'not granted',
      PractitionerRole: 'not granted',
    })
  })

  it('is named where access was given to some of it only', async () => {
    const narrowed = ['Medication', 'Practitioner', 'PractitionerRole'].map((type) => `patient/${type}.rs?code=1`)
    const scopes = [...without('Medication', 'Practitioner', 'PractitionerRole'), ...narrowed]
    const { sent, gaps } = await read(recordsOf([person, order, medicine, nora]), scopes)
    expect(sent.chart.entries.map(({ kind }) => kind)).toEqual(['session'])
    expect(gapsOf(gaps)).toEqual({
      Medication: 'granted in part',
      Practitioner: 'granted in part',
      PractitionerRole: 'granted in part',
    })
  })

  it.each<readonly [string, Json, readonly Json[]]>([
    ['on another server', { reference: 'https://pharmacy.example/fhir/Medication/7' }, []],
    [
      'on another server, by an id that another medicine has here',
      { reference: 'https://pharmacy.example/fhir/Medication/toxin' },
      [
        { ...order, id: 'harmless', medicationReference: { reference: 'Medication/toxin' } },
        { ...medicine, code: { text: 'Ibuprofen' } },
      ],
    ],
    ['by a number only', { identifier: { system: 'https://pharmacy.example', value: '7' } }, []],
    ['by an address that nothing has', { reference: 'urn:uuid:4d8b7a0e-6f0c-4f44-9a53-3d2a3c0d7a11' }, []],
    ['inside a resource that does not hold it', { reference: '#m' }, []],
    ['by an id that is written as none may be', { reference: 'Medication/with_underscore' }, []],
  ])('is named where nobody can tell which medicine it was: %s', async (_where, medicationReference, beside) => {
    const { bundle, day } = new Map(people).get('typical-left-after-the-scan') as Sample
    const given = { ...order, effectiveDateTime: '2026-11-18', medicationReference }
    const others = beside as readonly (Json & Readonly<{ resourceType: string }>)[]
    const { sent, gaps } = await read(recordsOf([...resourcesIn(bundle), given, nora, ...others]), all, day)
    expect(gapsOf(gaps)).toEqual({ Medication: 'not readable' })
    const answers = answersOf(hemifacialSpasm, sent.chart, { asOf: parseDate(day)?.lo ?? 0, policy: {} })
    for (const gate of ownGatesOf(hemifacialSpasm)) {
      const answer = answers[gate.id] ?? ''
      expect(mayBeShut(gate, { answer }, gaps), gate.id).toBe(answer !== 'blocked')
    }
    expect(answers.botulinum).not.toBe('blocked')
  })

  it('is not followed out of the server', async () => {
    const elsewhere = {
      ...order,
      medicationReference: { reference: 'https://elsewhere.example/fhir/Medication/toxin' },
    }
    const records = recordsOf([person, elsewhere])
    await read(records)
    expect(records.asked.filter((path) => path.includes('Medication/'))).toEqual([])
  })
})
