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

const read = (bundle: unknown, zone = 'Europe/Vienna') => {
  const outcome = chartFromBundle(hemifacialSpasm, bundle, { zone })
  if (!outcome.ok) throw new Error(`${outcome.problem.sentence} (${outcome.problem.where})`)
  return outcome.value
}
/** What is stated of each fact, in order. */
const said = (...resources: readonly Json[]): Record<string, unknown> => {
  const facts: Record<string, unknown> = {}
  for (const { fact, value } of read(bundleOf(...resources)).chart.observations)
    facts[fact] =
      'word' in value ? value.word : 'number' in value ? value.number : 'date' in value ? formatSpan(value.date) : value
  return facts
}
const counts = (...resources: readonly Json[]) => read(bundleOf(...resources)).counts
const entries = (...resources: readonly Json[]) => read(bundleOf(...resources)).chart.entries
const problemOf = (bundle: unknown) => {
  const outcome = chartFromBundle(hemifacialSpasm, bundle, { zone: 'UTC' })
  return outcome.ok ? null : outcome.problem
}

const leftSpasm = concept('icd', 'G51.32')
const neurologist = {
  resourceType: 'PractitionerRole',
  id: 'n',
  code: [concept('snomed', '56397003')],
  practitioner: { reference: 'Practitioner/d' },
}

describe('a hemifacial spasm on the problem list', () => {
  it('is a probable, typical conclusion with its side, not signed by anybody known', () => {
    expect(said(condition(leftSpasm))).toEqual({
      'dx.phenotype': 'typical',
      'dx.class': 'probable',
      'hfs.side': 'left',
    })
    expect(counts(condition(leftSpasm)).unsigned).toBe(1)
  })

  it('takes its side from the body site when the code has none', () => {
    const site = { bodySite: [concept('snomed', '24028007')] }
    expect(said(condition(concept('snomed', '13753008'), site))).toMatchObject({ 'hfs.side': 'right' })
  })

  it('takes its onset as partial as it is', () => {
    expect(said(condition(leftSpasm, { onsetDateTime: '2021-05' }))).toMatchObject({ 'hfs.onset': '2021-05' })
  })

  it.each([
    ['the role of its asserter', { asserter: { reference: 'PractitionerRole/n' } }, [neurologist]],
    [
      'a role held by its asserter',
      { asserter: { reference: 'Practitioner/d' } },
      [neurologist, { resourceType: 'Practitioner', id: 'd' }],
    ],
    [
      'the qualification of its asserter',
      { asserter: { reference: 'Practitioner/e' } },
      [{ resourceType: 'Practitioner', id: 'e', qualification: [{ code: concept('snomed', '56397003') }] }],
    ],
  ])('is signed by %s', (_what, by, people) => {
    expect(said(condition(leftSpasm, by), ...people)).toMatchObject({ 'dx.signedBy': 'neurologist' })
  })

  it.each([
    [
      'a nurse of a neurology ward',
      {
        resourceType: 'PractitionerRole',
        id: 'n',
        code: [concept('snomed', '224535009')],
        specialty: [concept('snomed', '394591006')],
      },
    ],
    ['a role nobody sent', { resourceType: 'Practitioner', id: 'x' }],
  ])('is not signed by %s', (_what, person) => {
    expect(said(condition(leftSpasm, { asserter: { reference: 'PractitionerRole/n' } }), person)).not.toHaveProperty(
      'dx.signedBy',
    )
  })

  it.each(['provisional', 'differential', 'unconfirmed'])(
    'is no conclusion while %s, though its side is known',
    (status) => {
      const facts = said(
        condition(leftSpasm, { verificationStatus: code(status), asserter: { reference: 'PractitionerRole/n' } }),
        neurologist,
      )
      expect(facts).toEqual({ 'hfs.side': 'left' })
    },
  )

  it('is no present conclusion once resolved', () => {
    expect(said(condition(leftSpasm, { clinicalStatus: code('resolved') }))).not.toHaveProperty('dx.class')
  })

  it('is nothing when entered in error or refuted', () => {
    expect(said(condition(leftSpasm, { verificationStatus: code('entered-in-error') }))).toEqual({})
    expect(said(condition(leftSpasm, { verificationStatus: code('refuted') }))).toEqual({})
    expect(counts(condition(leftSpasm, { verificationStatus: code('entered-in-error') })).enteredInError).toBe(1)
  })
})

describe('other problems', () => {
  const sclerosis = concept('snomed', '24700007')
  it.each([
    ['multiple sclerosis', sclerosis, { 'rf.msHistory': 'yes', 'known.demyelination': 'present' }],
    ['multiple sclerosis in an expanded code', concept('icd', 'G35.D'), { 'rf.msHistory': 'yes' }],
    ['blepharospasm', concept('icd', 'G24.5'), { 'ph.bilateralSync': 'yes' }],
    ['facial myokymia', concept('snomed', '1070000'), { 'rf.myokymia': 'yes' }],
    ['an earlier Bell palsy', concept('snomed', '193093009'), { 'ph.priorPalsy': 'yes' }],
    ['a meningioma', concept('icd', 'D32.0'), { 'known.tumour': 'present' }],
    ['an aneurysm', concept('icd', 'I67.1'), { 'known.vascularMalformation': 'present' }],
    ['a cancer of the skin', concept('icd', 'C44.311'), { 'rf.cancer': 'yes' }],
  ])('%s raises what it has to', (_what, coded, facts) => {
    expect(said(condition(coded))).toMatchObject(facts)
  })

  it('keep counting when resolved, and say so: only a clinician answers for a flag', () => {
    const past = condition(concept('icd', 'C50.9'), { clinicalStatus: code('resolved') })
    expect(said(past)).toEqual({ 'rf.cancer': 'yes' })
    expect(counts(past).keptAdverse).toBe(1)
  })

  it('count against even when nobody confirmed them', () => {
    expect(said(condition(sclerosis, { verificationStatus: code('provisional') }))).toMatchObject({
      'rf.msHistory': 'yes',
    })
  })

  it('are a no when refuted, unless something else says yes', () => {
    const refuted = condition(sclerosis, { verificationStatus: code('refuted'), recordedDate: '2026-09-01' })
    expect(said(refuted)).toEqual({ 'rf.msHistory': 'no', 'known.demyelination': 'no' })
    expect(said(condition(sclerosis), refuted)).toMatchObject({ 'rf.msHistory': 'yes' })
  })

  it('in codes nobody confirmed are named', () => {
    expect(counts(condition(concept('icd', 'I67.1'))).unconfirmedCodes).toEqual(['icd10cm I67.1'])
  })
})

describe('observations', () => {
  const ours = (fact: string): Json => concept('fact', fact)
  it.each([
    ['a boolean', observation(ours('ph.unilateral'), { valueBoolean: true }), { 'ph.unilateral': 'yes' }],
    [
      'a coded yes',
      observation(ours('ph.unilateral'), { valueCodeableConcept: concept('snomed', '373067005') }),
      { 'ph.unilateral': 'no' },
    ],
    [
      'a quantity in another unit',
      observation(ours('egfr'), { valueQuantity: { value: 1.2, unit: 'mL/s', code: 'mL/s' } }),
      { egfr: 72 },
    ],
    [
      'a quantity finer than is kept, rounded',
      observation(ours('egfr'), { valueQuantity: { value: 61.6, unit: 'mL/min/{1.73_m2}' } }),
      { egfr: 62 },
    ],
    [
      'a reason for absence',
      observation(ours('egfr'), { dataAbsentReason: code('asked-unknown') }),
      { egfr: { unknown: 'not-asked' } },
    ],
    [
      'a comparator',
      observation(ours('egfr'), { valueQuantity: { value: 60, unit: 'mL/min', comparator: '>' } }),
      { egfr: { unknown: 'asked-unanswered' } },
    ],
    [
      'a result that is still awaited',
      observation(ours('egfr'), { status: 'registered' }),
      { egfr: { unknown: 'pending' } },
    ],
    [
      'a preliminary result',
      observation(ours('ph.unilateral'), { status: 'preliminary', valueBoolean: true }),
      { 'ph.unilateral': { unknown: 'pending' } },
    ],
    [
      'one entered in error',
      observation(ours('ph.unilateral'), { status: 'entered-in-error', valueBoolean: true }),
      {},
    ],
  ])('with %s', (_what, resource, facts) => {
    expect(said(resource)).toEqual(facts)
  })

  it('in components are read one by one', () => {
    const parts = [
      { code: ours('ph.unilateral'), valueBoolean: true },
      { code: ours('ph.cn7Only'), valueBoolean: false },
    ]
    expect(said(observation({ text: 'examination' }, { component: parts }))).toEqual({
      'ph.unilateral': 'yes',
      'ph.cn7Only': 'no',
    })
  })

  it('of scores of one day make one score', () => {
    const made = entries(
      observation(ours('score.smc'), { valueString: 'III' }),
      observation(concept('loinc', '44261-6'), { valueInteger: 7 }),
    )
    expect(made).toMatchObject([
      { kind: 'score', fields: { 'score.smc': { word: 'III' }, 'phq9.total': { number: 7 } } },
    ])
  })

  it('about an injection are no injection', () => {
    const relief = observation(ours('session.relief'), { valueQuantity: { value: 70, unit: '%' } })
    expect(entries(relief)).toEqual([])
    expect(counts(relief).unattached).toBe(1)
  })

  it('about an injection that is there belong to it', () => {
    const given = administration({ id: 'given' })
    const relief = observation(ours('session.relief'), {
      valueQuantity: { value: 70, unit: '%' },
      partOf: [{ reference: 'MedicationAdministration/given' }],
      effectiveDateTime: '2026-07-01',
    })
    expect(entries(given, relief)).toMatchObject([
      {
        kind: 'session',
        fields: { 'session.relief': { number: 70 }, 'session.product': { word: 'onabotulinumtoxinA' } },
      },
    ])
  })
})

describe('imaging reports', () => {
  const finding = (fact: string, word: string, more: Json = {}): Json =>
    observation(concept('fact', fact), {
      valueCodeableConcept: { coding: [{ system: 'https://facialis.invalid/answer', code: word }] },
      ...more,
    })

  it('in words only wait to be entered: nothing is read out of the text', () => {
    const text = report({
      conclusion: 'No tumour. Normal brain.',
      text: { div: '<div>No mass lesion</div>' },
      presentedForm: [{ contentType: 'application/pdf' }],
    })
    expect(entries(text)).toMatchObject([
      { kind: 'study', fields: { 'study.report': { word: 'not-structured' }, 'study.modality': { word: 'mri' } } },
    ])
    expect(Object.keys(entries(text)[0]?.fields ?? {}).filter((field) => field.startsWith('mri.'))).toEqual([])
    expect(counts(text).reportsNotStructured).toBe(1)
  })

  it('with coded results become a structured read', () => {
    const clear = finding('mri.tumour', 'absent', { id: 'clear' })
    const [study] = entries(report({ result: [{ reference: 'Observation/clear' }] }), clear)
    expect(study?.fields).toMatchObject({
      'study.report': { word: 'structured' },
      'mri.tumour': { word: 'absent' },
      'study.signed': { word: 'yes' },
    })
    expect(entries(report({ result: [{ reference: 'Observation/clear' }] }), clear)).toHaveLength(1)
  })

  it('that contradict themselves keep what is adverse', () => {
    const results = [finding('mri.tumour', 'present', { id: 'a' }), finding('mri.tumour', 'absent', { id: 'b' })]
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const [study] = entries(report({ result: order.map((key) => ({ reference: `Observation/${key}` })) }), ...results)
      expect(study?.fields['mri.tumour']).toEqual({ word: 'present' })
    }
  })

  it('take coded conclusions', () => {
    expect(entries(report({ conclusionCode: [concept('icd', 'D32.0')] }))[0]?.fields['mri.tumour']).toEqual({
      word: 'present',
    })
  })

  it('not signed yet may alarm but not reassure', () => {
    const results = [finding('mri.tumour', 'absent', { id: 'a' }), finding('mri.aneurysm', 'present', { id: 'b' })]
    const [study] = entries(
      report({ status: 'preliminary', result: [{ reference: 'Observation/a' }, { reference: 'Observation/b' }] }),
      ...results,
    )
    expect(study?.fields).toMatchObject({
      'mri.tumour': { unknown: 'pending' },
      'mri.aneurysm': { word: 'present' },
      'study.signed': { word: 'no' },
    })
  })

  it('read the study they name, on the day it was taken', () => {
    const scan = {
      resourceType: 'ImagingStudy',
      id: 's',
      status: 'available',
      subject,
      started: '2026-05-20T09:00:00+02:00',
      procedureCode: [concept('loinc', '24587-8')],
    }
    const made = entries(scan, report({ imagingStudy: [{ reference: 'ImagingStudy/s' }] }))
    expect(made).toHaveLength(1)
    expect(made[0]?.date && formatSpan(made[0].date)).toBe('2026-05-20')
    expect(entries(scan)).toMatchObject([{ fields: { 'study.report': { word: 'none' } } }])
  })

  it('of a knee are no study of the head', () => {
    expect(
      entries({
        resourceType: 'ImagingStudy',
        id: 's',
        status: 'available',
        subject,
        modality: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'MR' }],
      }),
    ).toEqual([])
  })

  it('that disagree all stand', () => {
    const one = report({ effectiveDateTime: '2024-01-01', conclusionCode: [concept('icd', 'G35')] })
    expect(entries(one, report({}), report({ effectiveDateTime: '2026-08' }))).toHaveLength(3)
  })
})

describe('what was done', () => {
  it('is one session when procedure and medicine tell of the same day', () => {
    const made = entries(
      procedure({ bodySite: [concept('snomed', '7771000')], reasonCode: [concept('icd', 'G51.32')] }),
      administration({ dosage: { dose: { value: 22.5, unit: 'U' } } }),
    )
    expect(made).toHaveLength(1)
    expect(made[0]?.fields).toMatchObject({
      'session.units': { number: 2250 },
      'session.side': { word: 'left' },
      'session.indication': { word: 'hfs' },
      'session.product': { word: 'onabotulinumtoxinA' },
    })
  })

  it('adds up the muscles of one session', () => {
    const dose = (value: number): Json => administration({ dosage: { dose: { value, unit: '[U]' } } })
    expect(entries(dose(5), dose(7.5), dose(10))).toMatchObject([{ fields: { 'session.units': { number: 2250 } } }])
  })

  it('keeps two products, and two days, apart', () => {
    expect(
      entries(administration({}), administration({ medicationCodeableConcept: concept('hcpcs', 'J0588') })),
    ).toHaveLength(2)
    expect(entries(administration({}), administration({ effectiveDateTime: '2026-06-02' }))).toHaveLength(2)
  })

  it.each([
    ['procedure without a reason', procedure({}), undefined],
    ['procedure for another reason', procedure({ reasonCode: [concept('icd', 'G43.709')] }), { word: 'other' }],
    [
      'medicine given into the bladder',
      administration({ dosage: { site: concept('snomed', '89837001') } }),
      { word: 'other' },
    ],
  ])('a %s says what it was for, or nothing', (_what, resource, indication) => {
    expect(entries(resource)[0]?.fields['session.indication']).toEqual(indication)
  })

  it('reads lot and expiry of the vial', () => {
    const medication = {
      resourceType: 'Medication',
      id: 'm',
      code: concept('hcpcs', 'J0585'),
      batch: { lotNumber: 'C1234', expirationDate: '2027-03' },
    }
    const [session] = entries(
      administration({
        medicationCodeableConcept: undefined,
        medicationReference: { reference: '#m' },
        contained: [medication],
      }),
    )
    expect(session?.fields).toMatchObject({
      'session.lot': { text: 'C1234' },
      'session.product': { word: 'onabotulinumtoxinA' },
    })
  })

  it.each([
    ['not done', procedure({ status: 'not-done' }), 'notDone'],
    ['entered in error', administration({ status: 'entered-in-error' }), 'enteredInError'],
  ])('is nothing when %s', (_what, resource, count) => {
    expect(entries(resource)).toEqual([])
    expect(counts(resource)).toMatchObject({ [count]: 1 })
  })

  it('is not what was only ordered', () => {
    const order = {
      resourceType: 'MedicationRequest',
      id: 'o',
      subject,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: concept('hcpcs', 'J0585'),
    }
    expect(entries(order)).toEqual([])
    expect(counts(order).orders).toBe(1)
  })

  it('reads decompression as an operation', () => {
    expect(
      entries(
        procedure({
          code: concept('cpt', '61458'),
          performedPeriod: { start: '2025-03-01T22:30:00Z', end: '2025-03-02T01:00:00Z' },
          performedDateTime: undefined,
        }),
      ),
    ).toMatchObject([{ kind: 'operation', fields: { 'operation.kind': { word: 'mvd' } } }])
  })

  it('reads an imaging request with its day and urgency', () => {
    const order = {
      resourceType: 'ServiceRequest',
      id: 'o',
      subject,
      status: 'active',
      intent: 'order',
      priority: 'asap',
      code: concept('loinc', '24590-2'),
      authoredOn: '2026-06-01',
      occurrenceDateTime: '2026-06-20',
    }
    expect(entries(order)).toMatchObject([
      { kind: 'imaging-order', fields: { 'order.modality': { word: 'mri' }, 'order.urgency': { word: 'soon' } } },
    ])
  })
})

describe('people, allergies, consents and forms', () => {
  it('are read', () => {
    const patient = {
      resourceType: 'Patient',
      id: 'p',
      birthDate: '1960-02',
      name: [{ given: ['Demo', 'Ada'], family: 'Sample' }],
    }
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: subject,
      verificationStatus: code('confirmed'),
      code: concept('snomed', '782555009'),
    }
    const consent = {
      resourceType: 'Consent',
      id: 'c',
      patient: subject,
      status: 'active',
      dateTime: '2026-05-05',
      provision: { code: [concept('cpt', '64612')] },
    }
    expect(said(patient, allergy, consent)).toEqual({
      'person.birthDate': '1960-02',
      'chair.allergy': 'milk-protein',
      'consent.toxin': '2026-05-05',
    })
    expect(read(bundleOf(patient)).patient).toEqual({
      reference: 'Patient/p',
      name: 'Demo Ada Sample',
      birthDate: '1960-02',
    })
  })

  it('answers are known by link, by definition, or by the code of the form', () => {
    const form = {
      resourceType: 'Questionnaire',
      id: 'f',
      item: [{ linkId: '3', code: [{ system: 'https://facialis.invalid/fact', code: 'ph.downwardSpread' }] }],
    }
    const answers = {
      resourceType: 'QuestionnaireResponse',
      id: 'q',
      subject,
      status: 'completed',
      authored: '2026-06-01T10:00:00Z',
      questionnaire: 'Questionnaire/f',
      item: [
        { linkId: 'group', item: [{ linkId: 'ph.unilateral', answer: [{ valueBoolean: true }] }] },
        { linkId: '2', definition: 'https://example.org/form#ph.cn7Only', answer: [{ valueBoolean: false }] },
        { linkId: '3', answer: [{ valueBoolean: true }] },
        { linkId: 'screen.red-flags', answer: [{ valueBoolean: true }] },
        { linkId: 'rf.cancer' },
      ],
    }
    expect(said(form, answers)).toEqual({ 'ph.unilateral': 'yes', 'ph.cn7Only': 'no', 'ph.downwardSpread': 'yes' })
    expect(read(bundleOf(form, answers)).chart.screens).toMatchObject([{ screen: 'red-flags' }])
  })
})

describe('a bundle', () => {
  it('turns instants into days where the site is', () => {
    const late = observation(concept('fact', 'ph.unilateral'), {
      valueBoolean: true,
      effectiveDateTime: '2026-06-01T23:30:00Z',
    })
    const dayIn = (zone: string) => read(bundleOf(late), zone).chart.observations[0]?.date
    expect(dayIn('Europe/Vienna')?.lo).toBe((dayIn('America/New_York')?.lo ?? 0) + 1)
  })

  it.each(['collection', 'searchset', 'document', 'transaction', 'batch'])('of type %s is read', (type) => {
    expect(read({ ...bundleOf(condition(leftSpasm)), type }).chart.observations).not.toEqual([])
  })

  it.each(['history', 'message', 'batch-response', undefined])('of type %s is refused', (type) => {
    expect(problemOf({ ...bundleOf(condition(leftSpasm)), type })).toMatchObject({
      code: 'bundle-type',
      where: 'Bundle.type',
    })
  })

  it.each([
    [
      'two Patient resources',
      bundleOf({ resourceType: 'Patient', id: 'p' }, { resourceType: 'Patient', id: 'q' }),
      ['Patient/p', 'Patient/q'],
    ],
    [
      'a stray reference',
      bundleOf({ resourceType: 'Patient', id: 'p' }, condition(leftSpasm, { subject: { reference: 'Patient/q' } })),
      ['Patient/p', 'Patient/q'],
    ],
    [
      'two references and no Patient',
      bundleOf(condition(leftSpasm), condition(leftSpasm, { subject: { reference: 'urn:uuid:2' } })),
      ['Patient/p', 'urn:uuid:2'],
    ],
    [
      'one number on two servers',
      bundleOf(
        condition(leftSpasm, { subject: { reference: 'https://a.example/Patient/1' } }),
        condition(leftSpasm, { subject: { reference: 'https://b.example/Patient/1' } }),
      ),
      ['https://b.example/Patient/1'],
    ],
  ])('about two people is refused: %s', (_what, bundle, names) => {
    const problem = problemOf(bundle)
    expect(problem?.code).toBe('two-patients')
    for (const name of names) expect(problem?.sentence).toContain(name)
  })

  it.each([
    ['no Patient but one subject', bundleOf(condition(leftSpasm), condition(leftSpasm))],
    [
      'absolute and relative names',
      {
        ...bundleOf(),
        entry: [
          { fullUrl: 'https://a.example/fhir/Patient/p', resource: { resourceType: 'Patient', id: 'p' } },
          { resource: condition(leftSpasm) },
          { resource: condition(leftSpasm, { subject: { reference: 'https://a.example/fhir/Patient/p/_history/3' } }) },
        ],
      },
    ],
    [
      'urn names',
      {
        ...bundleOf(),
        entry: [
          { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient' } },
          { resource: condition(leftSpasm, { subject: { reference: 'urn:uuid:1' } }) },
        ],
      },
    ],
    [
      'an identifier',
      bundleOf(
        { resourceType: 'Patient', id: 'p', identifier: [{ system: 's', value: '7' }] },
        condition(leftSpasm, { subject: { identifier: { system: 's', value: '7' } } }),
      ),
    ],
  ])('about one person is read: %s', (_what, bundle) => {
    expect(problemOf(bundle)).toBeNull()
  })

  it.each([
    [
      'a date that is none',
      condition(leftSpasm, { recordedDate: '01.06.2026' }),
      'bad-date',
      'Bundle.entry[0].resource.recordedDate',
    ],
    [
      'a value of the wrong kind',
      observation(concept('fact', 'hfs.side'), { valueQuantity: { value: 1, unit: '1' } }),
      'wrong-type',
      'Bundle.entry[0].resource.valueQuantity',
    ],
    [
      'a unit that cannot convert',
      administration({ dosage: { dose: { value: 20, unit: 'mg' } } }),
      'bad-unit',
      'Bundle.entry[0].resource.dosage.dose',
    ],
  ])('names the place of %s', (_what, resource, problemCode, where) => {
    expect(problemOf(bundleOf(resource))).toMatchObject({ code: problemCode, where })
  })

  it('does not mind what is wrong in resources that are none of its business', () => {
    const noise = observation(concept('loinc', '718-7'), {
      valueQuantity: { value: 'high' },
      effectiveDateTime: 'yesterday',
    })
    expect(counts(noise)).toMatchObject({ unknownCodes: 1 })
    expect(counts({ resourceType: 'Claim', id: 'c', subject })).toMatchObject({ otherTypes: 1 })
  })

  it('counts a resource sent twice once', () => {
    const given = administration({ dosage: { dose: { value: 10, unit: 'U' } } })
    expect(entries(given, given)).toMatchObject([{ fields: { 'session.units': { number: 1000 } } }])
  })
})
