import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { formatSpan } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import {
  administration,
  bundleOf,
  code,
  concept,
  condition,
  type Json,
  observation,
  procedure,
  report,
  subject,
} from './bundles.ts'

/** Bundles as other systems export them: what they mean, whatever way they say it. */
const read = (bundle: Json, zone = 'Europe/Vienna') => {
  const outcome = chartFromBundle(hemifacialSpasm, bundle, { zone })
  if (!outcome.ok) throw new Error(`${outcome.problem.sentence} (${outcome.problem.where})`)
  return outcome.value
}
const of = (...resources: readonly Json[]) => read(bundleOf(...resources))
const said = (...resources: readonly Json[]): Record<string, unknown> =>
  Object.fromEntries(
    of(...resources).chart.observations.map(({ fact, value }) => [fact, 'word' in value ? value.word : value]),
  )
const entries = (...resources: readonly Json[]) => of(...resources).chart.entries
const whys = (...resources: readonly Json[]) => (of(...resources).chart.ignored ?? []).map(({ why }) => why)
const answer = (word: string): Json => ({
  valueCodeableConcept: { coding: [{ system: 'https://facialis.invalid/answer', code: word }] },
})
const finding = (fact: string, word: string, more: Json = {}) =>
  observation(concept('fact', fact), { ...answer(word), ...more })
const bare = (system: string, bareCode: string): Json => ({
  medicationCodeableConcept: { coding: [{ system, code: bareCode }] },
})

describe('a toxin', () => {
  const ndc = 'http://hl7.org/fhir/sid/ndc'
  it.each([
    ['a package number with strokes', bare(ndc, '0259-1610-01'), 'incobotulinumtoxinA'],
    ['a package number without', bare(ndc, '15054053006'), 'abobotulinumtoxinA'],
    ['its class', bare('http://www.whocc.no/atc', 'M03AX01'), null],
    [
      'its billing code',
      bare('https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'J0585'),
      'onabotulinumtoxinA',
    ],
  ])('is known by a bare code: %s', (_what, medicine, product) => {
    expect(entries(administration(medicine))[0]?.fields['session.product']).toEqual(
      product === null ? undefined : { word: product },
    )
  })

  it.each([
    [
      'a product beside it',
      { reference: 'Medication/m' },
      {},
      [{ resourceType: 'Medication', id: 'm', code: { text: 'Botox' } }],
    ],
    [
      'a product inside it',
      { reference: '#m' },
      { contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Botox' } }] },
      [],
    ],
    [
      'what a product is made of',
      { reference: '#m' },
      {
        contained: [
          {
            resourceType: 'Medication',
            id: 'm',
            ingredient: [{ itemCodeableConcept: { text: 'OnabotulinumtoxinA' } }],
          },
        ],
      },
      [],
    ],
  ])('is known by %s', (_what, medicationReference, more, others) => {
    const given = administration({ medicationCodeableConcept: undefined, medicationReference, ...more })
    expect(entries(given, ...others)[0]?.fields['session.product']).toEqual({ word: 'onabotulinumtoxinA' })
  })

  it.each(['[U]', 'U', 'unit', 'Units', 'UNT', 'IU', '[iU]'])('has its dose in %s', (unit) => {
    const dose = (name: string) => administration({ dosage: { dose: { value: 22.5, [name]: unit } } })
    for (const name of ['unit', 'code'])
      expect(entries(dose(name))[0]?.fields['session.units']).toEqual({ number: 2250 })
  })

  it.each(['mL', 'vial'])('in %s was given in a dose nobody knows, and that is listed', (unit) => {
    const given = administration({ dosage: { dose: { value: 2, unit } } })
    expect(entries(given)[0]?.fields['session.units']).toEqual({ unknown: 'asked-unanswered' })
    expect(whys(given)).toEqual([`a dose in ${unit} says nothing of U`])
  })

  it('handed out was not given, and is asked about', () => {
    const dispense = {
      resourceType: 'MedicationDispense',
      id: 'd',
      subject,
      status: 'completed',
      whenHandedOver: '2026-06-01',
    }
    const handed = { ...dispense, medicationCodeableConcept: { text: 'Dysport 300 U' } }
    expect(entries(handed)).toEqual([])
    expect(of(handed).counts.dispensed).toBe(1)
    expect(of(handed).chart.ignored).toEqual([
      { what: 'MedicationDispense/d', why: expect.stringContaining('ask whether') },
    ])
    expect(of({ ...dispense, medicationCodeableConcept: { text: 'Ibuprofen' } }).counts).toMatchObject({
      dispensed: 0,
      unknownCodes: 1,
    })
  })

  it('that may hide behind codes without a word is asked about once for all of them', () => {
    const hidden = administration(bare('http://www.nlm.nih.gov/research/umls/rxnorm', '999999'))
    const other = administration({
      medicationCodeableConcept: { coding: [{ system: 'x', code: '1', display: 'Lidocaine' }] },
    })
    expect(of(hidden, hidden, { ...hidden, id: 'again' }, other).counts.unnamedMedicines).toBe(2)
    expect(whys(hidden, { ...hidden, id: 'again' })).toHaveLength(1)
  })
})

describe('medicines by the words of their prescriptions', () => {
  const prescribed = (text: string, more: Json = {}): Json => ({
    resourceType: 'MedicationRequest',
    id: text,
    subject,
    status: 'active',
    intent: 'order',
    authoredOn: '2026-06-01',
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1', display: text }],
    },
    ...more,
  })
  it('make a session more careful while they are taken', () => {
    expect(said(prescribed('apixaban 5 MG Oral Tablet [Eliquis]'), prescribed('Aspirin 81 MG'))).toEqual({
      'chair.anticoagulant': 'doac',
      'chair.antiplatelet': 'yes',
    })
    expect(said(prescribed('apixaban 5 MG', { status: 'stopped' }), prescribed('atorvastatin 20 MG'))).toEqual({})
  })
  it('count warfarin as out of range until somebody says its value', () => {
    expect(said(prescribed('Warfarin Sodium 5 MG'))).toEqual({ 'chair.anticoagulant': 'warfarin-out-of-range' })
  })
})

describe('conditions that hold an injection', () => {
  it.each([
    ['a pregnancy', concept('snomed', '77386006'), { 'chair.pregnancy': 'pregnant-or-trying' }],
    ['a meningioma', concept('snomed', '302820008'), { 'known.tumour': 'present' }],
    ['a tumour of the hearing nerve', concept('snomed', '126949007'), { 'known.tumour': 'present' }],
  ])('are understood in the code a record has for them: %s', (_what, code, meaning) => {
    expect(said(condition(code))).toEqual(meaning)
  })
})

describe('whom a resource is about', () => {
  const sclerosis = concept('snomed', '24700007')
  it.each([
    ['a group', { subject: { reference: 'Group/study-arm' } }],
    ['a device', { subject: { type: 'Device', display: 'pump' } }],
    ['a relative', { subject: { reference: 'urn:uuid:r' } }],
  ])('is not always the person: %s', (_what, about) => {
    const relative = { resourceType: 'RelatedPerson', id: 'r', patient: subject }
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: condition(sclerosis, about) }, { fullUrl: 'urn:uuid:r', resource: relative }],
    }
    expect(read(bundle).chart.observations).toEqual([])
    expect(read(bundle).counts.aboutOthers).toBe(1)
  })

  it('is the person when a search by number says so', () => {
    const person = { resourceType: 'Patient', id: 'p', identifier: [{ system: 'urn:mrn', value: '7' }] }
    const mine = condition(sclerosis, { subject: { reference: 'Patient?identifier=urn:mrn|7' } })
    const others = condition(sclerosis, { subject: { reference: 'Patient?identifier=urn:mrn|8' } })
    expect(said(person, mine)).toHaveProperty(['rf.msHistory'])
    expect(chartFromBundle(hemifacialSpasm, bundleOf(person, mine, others), { zone: 'UTC' })).toMatchObject({
      ok: false,
      problem: { code: 'two-patients' },
    })
  })

  it('cannot be told through a modifier nobody reads', () => {
    const modified = condition(sclerosis, {
      modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }],
    })
    expect(said(modified)).toEqual({})
    expect(of(modified).counts.modified).toBe(1)
  })
})

describe('one resource', () => {
  const old = finding('hfs.side', 'left', { id: 'side', meta: { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' } })
  const recent = finding('hfs.side', 'right', {
    id: 'side',
    meta: { versionId: '2', lastUpdated: '2026-02-01T00:00:00Z' },
  })
  it('in two versions is the newer, wherever it stands', () => {
    for (const order of [
      [old, recent],
      [recent, old],
    ])
      expect(said(...order)).toEqual({ 'hfs.side': 'right' })
  })

  it.each<[string, object, object]>([
    ['tells its version', {}, {}],
    ['of which one alone tells its version', { meta: { versionId: '2' } }, {}],
    [
      'of which each tells it in another way',
      { meta: { versionId: '2' } },
      { meta: { lastUpdated: '2026-01-01T00:00:00Z' } },
    ],
    [
      'is of another moment',
      { meta: { lastUpdated: '2026-01-01T00:00:00Z' } },
      { meta: { lastUpdated: '2026-01-01T01:00:00+01:00' } },
    ],
    ['is of another version', { meta: { versionId: '2' } }, { meta: { versionId: '2' } }],
  ])(
    'that says two things, and never %s, is refused with its id and both places, whichever comes first',
    (_, one, other) => {
      const sides = [
        finding('hfs.side', 'left', { id: 'side', ...one }),
        finding('hfs.side', 'right', { id: 'side', ...other }),
      ]
      const sentence = expect.stringMatching(/^"Observation\/side" is here twice with two contents, /)
      for (const order of [sides, sides.toReversed()])
        expect(chartFromBundle(hemifacialSpasm, bundleOf(...order), { zone: 'UTC' })).toMatchObject({
          ok: false,
          problems: [1, 0].map((at) => ({ code: 'same-id', where: `Bundle.entry[${at}].resource`, sentence })),
        })
    },
  )

  it('that says one thing twice, in another order, is one', () => {
    const side = finding('hfs.side', 'left', { id: 'side' })
    expect(said(side, Object.fromEntries(Object.entries(side).toReversed()) as typeof side)).toEqual({
      'hfs.side': 'left',
    })
  })

  it('of one id on two servers is two', () => {
    const flag = (fact: string, base: string) => ({
      fullUrl: `${base}/Observation/1`,
      resource: finding(fact, 'yes', { id: '1', subject: undefined }),
    })
    const entry = [flag('rf.cancer', 'https://a.example/fhir'), flag('rf.trauma', 'https://b.example/fhir')]
    const { chart } = read({ resourceType: 'Bundle', type: 'searchset', entry })
    expect(chart.observations.map(({ fact }) => fact)).toEqual(['rf.cancer', 'rf.trauma'])
  })

  it('in the answer of a search kept inside a collection is read', () => {
    const inner = { ...bundleOf(finding('hfs.side', 'left')), type: 'searchset' }
    expect(said(inner)).toEqual({ 'hfs.side': 'left' })
    const history = { ...inner, type: 'history' }
    expect(chartFromBundle(hemifacialSpasm, bundleOf(history), { zone: 'UTC' })).toMatchObject({
      ok: false,
      problem: { code: 'bundle-type', where: 'Bundle.entry[0].resource.type' },
    })
  })
})

describe('a problem that ended', () => {
  const spasm = concept('icd', 'G51.32')
  it.each([
    ['in remission', { clinicalStatus: code('remission') }],
    ['on a day', { abatementDateTime: '2026-03' }],
    ['in words', { clinicalStatus: undefined, abatementString: 'after surgery' }],
  ])('%s is no present conclusion', (_what, more) => {
    expect(said(condition(spasm, more))).not.toHaveProperty(['dx.class'])
  })

  it('on both sides has both', () => {
    const sites = { bodySite: [concept('snomed', '7771000'), concept('snomed', '24028007')] }
    expect(said(condition(concept('snomed', '13753008'), sites))).toMatchObject({ 'hfs.side': 'both' })
  })

  it('is signed by a colleague inside it', () => {
    const contained = [{ resourceType: 'PractitionerRole', id: 'n', code: [concept('snomed', '56397003')] }]
    expect(said(condition(spasm, { contained, asserter: { reference: '#n' } }))).toMatchObject({
      'dx.signedBy': 'neurologist',
    })
  })

  it('concluded by the person alone is no conclusion', () => {
    expect(said(condition(spasm, { asserter: subject }))).toEqual({ 'hfs.side': 'left' })
    expect(whys(condition(spasm, { asserter: subject }))).toContainEqual('dx.class is not for the person to answer')
  })
})

describe('an imaging report', () => {
  it('keeps what stands inside it apart from what stands inside another', () => {
    const inside = (word: string): Json => ({
      result: [{ reference: '#1' }],
      contained: [finding('mri.tumour', word, { id: '1' })],
    })
    const made = entries(report(inside('absent')), report({ ...inside('present'), effectiveDateTime: '2026-07-01' }))
    expect(made.map(({ fields }) => fields['mri.tumour'])).toEqual([{ word: 'absent' }, { word: 'present' }])
  })

  it('finds what stands in a panel of its results', () => {
    const panel = observation({ text: 'findings' }, { id: 'panel', hasMember: [{ reference: 'Observation/mass' }] })
    const mass = finding('mri.tumour', 'present', { id: 'mass' })
    const made = entries(mass, panel, report({ result: [{ reference: 'Observation/panel' }] }))
    expect(made).toHaveLength(1)
    expect(made[0]?.fields).toMatchObject({ 'mri.tumour': { word: 'present' }, 'study.report': { word: 'structured' } })
  })

  it('alarms by a coded result of another system', () => {
    const asValue = observation({ text: 'finding' }, { id: 'f', valueCodeableConcept: concept('icd', 'D33.3') })
    const asCode = (value: string) =>
      observation(concept('icd', 'I67.1'), { id: 'g', valueCodeableConcept: concept('snomed', value) })
    const results = { result: [{ reference: 'Observation/f' }, { reference: 'Observation/g' }] }
    expect(entries(report(results), asValue, asCode('373066001'))[0]?.fields).toMatchObject({
      'mri.tumour': { word: 'present' },
      'mri.aneurysm': { word: 'present' },
    })
    expect(entries(report(results), asValue, asCode('373067005'))[0]?.fields).not.toHaveProperty(['mri.aneurysm'])
  })

  const role = { resourceType: 'PractitionerRole', id: 'r', code: [concept('snomed', '66862007')] }
  const scan = {
    resourceType: 'ImagingStudy',
    id: 's',
    subject,
    status: 'available',
    started: '2026-06-01',
    procedureCode: [concept('loinc', '24590-2')],
  }
  const reader = {
    resultsInterpreter: [{ reference: 'PractitionerRole/r' }],
    imagingStudy: [{ reference: 'ImagingStudy/s' }],
  }
  const mass = report({
    id: 'first',
    ...reader,
    issued: '2026-06-02T10:00:00Z',
    conclusionCode: [concept('icd', 'D33.3')],
  })
  const clear = (more: Json = {}) =>
    report({ id: 'second', ...reader, status: 'amended', issued: '2026-06-03T10:00:00Z', ...more })
  const replaced = (...resources: readonly Json[]) =>
    entries(role, scan, ...resources).find(({ id }) => id === 'DiagnosticReport/second')?.supersedes

  it('amended, of the same scan, later and by name takes the place of the one before', () => {
    expect(replaced(mass, clear())).toEqual(['DiagnosticReport/first'])
  })

  it('does so, too, when it says so itself or a Provenance does', () => {
    const says = clear({
      status: 'final',
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/diagnosticReport-replaces',
          valueReference: { reference: 'DiagnosticReport/first' },
        },
      ],
    })
    const provenance = {
      resourceType: 'Provenance',
      target: [{ reference: 'DiagnosticReport/second' }],
      entity: [{ role: 'revision', what: { reference: 'DiagnosticReport/first' } }],
    }
    expect(replaced(mass, says)).toEqual(['DiagnosticReport/first'])
    expect(replaced(mass, clear({ status: 'final' }), provenance)).toEqual(['DiagnosticReport/first'])
  })

  it.each([
    ['only added to', { status: 'appended' }],
    ['a second report without a word of the first', { status: 'final' }],
    ['signed by nobody', { resultsInterpreter: undefined }],
    ['signed by a hospital', { resultsInterpreter: [{ reference: 'Organization/h', display: 'Hospital' }] }],
    ['not signed on any day', { issued: undefined }],
    ['issued before it', { issued: '2026-06-01T10:00:00Z' }],
    ['of another scan', { imagingStudy: undefined, effectiveDateTime: '2026-05-01' }],
  ])('stands beside it when it is %s', (_what, more) => {
    expect(replaced(mass, clear(more))).toEqual([])
  })

  it('is said once of each to stand beside the others, however many there are of one number', () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      report({ id: `r${at}`, status: 'amended', identifier: [{ value: '1' }], issued: `2026-06-02T10:00:${10 + at}Z` }),
    )
    const beside = whys(...many).filter((why) => why.includes('does not take the place of'))
    expect(beside).toHaveLength(49)
    expect(beside.at(-1)).toMatch(/Both count, and so do 48 more of which it claims the same\.$/)
  })
})

describe('an operation', () => {
  it('for another nerve is not one for the spasm', () => {
    const decompressed = (icd: string) =>
      procedure({ code: concept('cpt', '61458'), reasonCode: [concept('icd', icd)] })
    expect(entries(decompressed('G50.0'))).toEqual([])
    expect(whys(decompressed('G50.0'))).toEqual(['operation for another reason'])
    expect(entries(decompressed('G51.32'))).toHaveLength(1)
    expect(entries(procedure({ code: concept('cpt', '61458') }))).toHaveLength(1)
  })
})

describe('near midnight', () => {
  it.each([
    ['2026-06-01T23:30:00-05:00', '2026-06-02'],
    ['2026-05-31T22:30:00Z', '2026-06-01'],
    ['2016-12-31T23:59:60Z', '2017-01-01'],
  ])('%s is the day it was where the site is', (effectiveDateTime, day) => {
    const [given] = entries(administration({ effectiveDateTime }))
    expect(given?.date && formatSpan(given.date)).toBe(day)
  })
})

describe('an absent answer', () => {
  it.each([
    ['a reason for absence', { dataAbsentReason: code('unknown') }],
    ['nothing at all', {}],
    ['an answer in codes nobody reads', { valueCodeableConcept: concept('snomed', '1') }],
  ])('is unknown and never a no: %s', (_what, more) => {
    expect(said(observation(concept('fact', 'rf.cancer'), more))['rf.cancer']).toHaveProperty('unknown')
  })
})
