import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
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
  subject,
} from './bundles.ts'

const outcomeOf = (...resources: readonly Json[]) =>
  chartFromBundle(hemifacialSpasm, bundleOf(...resources), { zone: 'Europe/Vienna' })
const chartOf = (...resources: readonly Json[]) => {
  const outcome = outcomeOf(...resources)
  if (!outcome.ok) throw new Error(`${outcome.problem.sentence} (${outcome.problem.where})`)
  return outcome.value.chart
}
/** The last word stated of each fact. */
const said = (...resources: readonly Json[]): Record<string, unknown> =>
  Object.fromEntries(
    chartOf(...resources).observations.map(({ fact, value }) => [fact, 'word' in value ? value.word : value]),
  )
const entries = (...resources: readonly Json[]) =>
  chartOf(...resources).entries.map(({ kind, date, fields }) => ({ kind, dated: date !== null, fields }))

describe('a toxin known by its name only', () => {
  const ndc = (display: string): Json => ({
    coding: [{ system: 'http://hl7.org/fhir/sid/ndc', code: '1-2-3', display }],
  })

  it.each([
    [
      'the display of a code nobody here knows',
      { medicationCodeableConcept: ndc('BOTOX 100 UNT') },
      'onabotulinumtoxinA',
    ],
    ['its text', { medicationCodeableConcept: { text: 'Dysport (abobotulinumtoxinA)' } }, 'abobotulinumtoxinA'],
    [
      'a reference that leads nowhere',
      { medicationReference: { reference: 'Medication/x', display: 'Xeomin' } },
      'incobotulinumtoxinA',
    ],
    ['a general name', { medicationCodeableConcept: { text: 'botulinum toxin type A' } }, null],
    ['two names', { medicationCodeableConcept: { text: 'Botox or Dysport' } }, null],
  ])('was given, by %s', (_what, medication, product) => {
    const given = administration({ medicationCodeableConcept: undefined, ...medication })
    const named: Record<string, unknown> = product === null ? {} : { 'session.product': { word: product } }
    expect(entries(given)).toMatchObject([{ kind: 'session', dated: true, fields: named }])
    if (product === null) expect(entries(given)[0]?.fields).not.toHaveProperty('session.product')
  })

  it('stays without a day where none is told, also when somebody remembers it', () => {
    const taken = {
      resourceType: 'MedicationStatement',
      id: 'm',
      subject,
      status: 'completed',
      medicationCodeableConcept: { text: 'Botox' },
    }
    expect(entries(taken)).toMatchObject([{ kind: 'session', dated: false }])
  })

  it('keeps the code’s product when the words say another', () => {
    const coding = [
      { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'J0588', display: 'Botox' },
    ]
    expect(entries(administration({ medicationCodeableConcept: { coding } }))).toMatchObject([
      { fields: { 'session.product': { word: 'incobotulinumtoxinA' } } },
    ])
  })

  it('is no session where it was not given, or is another medicine', () => {
    const words = (text: string, status: string) => administration({ status, medicationCodeableConcept: { text } })
    expect(entries(words('Botox', 'not-done'), words('lidocaine', 'completed'))).toEqual([])
  })

  it.each([
    ['by name', { text: 'Botulinum toxin type A' }],
    ['by what is billed', concept('hcpcs', 'J0585')],
  ])('is an allergy %s', (_what, coded) => {
    const allergy = { resourceType: 'AllergyIntolerance', id: 'a', patient: subject, code: coded }
    expect(said(allergy)).toEqual({ 'chair.allergy': 'product' })
  })
})

describe('injections for migraine', () => {
  const migraine = procedure({ code: concept('cpt', '64615') })

  it('are a session for something else', () => {
    expect(entries(migraine)).toMatchObject([{ kind: 'session', fields: { 'session.indication': { word: 'other' } } }])
  })

  it('do not explain those of the face on the same day', () => {
    const kinds = entries(procedure({ code: concept('cpt', '64612'), reasonCode: undefined }), migraine)
    expect(kinds.map(({ fields }) => fields['session.indication'])).toContainEqual({ word: 'other' })
    expect(kinds).toHaveLength(2)
  })
})

describe('a conclusion in a problem list', () => {
  const spasm = concept('icd', 'G51.32')
  const neurologist = { resourceType: 'PractitionerRole', id: 'n', code: [concept('snomed', '56397003')] }
  const by = { reference: 'PractitionerRole/n' }
  const refuted = (more: Json = {}) =>
    condition(spasm, { verificationStatus: code('refuted'), recordedDate: '2026-09-01', ...more })

  it('is not signed by whoever typed it in', () => {
    expect(said(condition(spasm, { recorder: by }), neurologist)).not.toHaveProperty(['dx.signedBy'])
  })

  it.each([
    ['later', refuted()],
    ['on no stated day', refuted({ recordedDate: undefined })],
  ])('is unlikely once refuted %s, and signed by nobody', (_when, newer) => {
    const facts = said(condition(spasm, { asserter: by }), newer, neurologist)
    expect(facts).toEqual({ 'hfs.side': 'left', 'dx.class': 'unlikely' })
  })

  it('stands when it was made again after that', () => {
    const facts = said(refuted(), condition(spasm, { recordedDate: '2026-10-01', asserter: by }), neurologist)
    expect(facts).toMatchObject({ 'dx.class': 'probable', 'dx.signedBy': 'neurologist' })
  })

  it('is taken back by the refuted copy of what we wrote ourselves, though its date is the old one', () => {
    const own = observation(concept('fact', 'dx.class'), {
      id: 'own',
      valueString: 'definite',
      effectiveDateTime: '2026-10-01',
    })
    const copy = refuted({ recordedDate: '2026-06-01', extension: [toldBy('own')] })
    expect(said(own, copy)).toEqual({ 'dx.class': 'unlikely' })
  })
})

const toldBy = (id: string): Json => ({
  url: 'https://facialis.invalid/StructureDefinition/told-by',
  valueReference: { reference: `Observation/${id}` },
})

describe('a problem that says an observation of ours tells it', () => {
  const sclerosis = (id: string) => condition(concept('icd', 'G35'), { extension: [toldBy(id)] })

  it('is read all the same when the observation states something else, or the opposite', () => {
    const side = observation(concept('fact', 'hfs.side'), { id: 'side', valueString: 'left' })
    const none = observation(concept('fact', 'rf.msHistory'), { id: 'ms', valueString: 'no' })
    expect(said(sclerosis('side'), side)).toMatchObject({ 'known.demyelination': 'present' })
    expect(said(sclerosis('ms'), none)).toMatchObject({ 'known.demyelination': 'present' })
  })

  it('is not read twice when the observation states the same', () => {
    const same = observation(concept('fact', 'rf.msHistory'), { id: 'ms', valueString: 'yes' })
    expect(said(sclerosis('ms'), same)).toEqual({ 'rf.msHistory': 'yes' })
  })
})

describe('what is not final', () => {
  const fact = (id: string, value: string): Json => ({ code: concept('fact', id), valueString: value })
  const study = (status: string) =>
    observation(
      { coding: [{ system: 'https://facialis.invalid/entry', code: 'study' }] },
      {
        status,
        component: [
          fact('mri.tumour', 'present'),
          fact('mri.demyelination', 'absent'),
          fact('study.report', 'structured'),
        ],
      },
    )

  it.each(['registered', 'preliminary', 'partial'])('may alarm and not reassure while a study is %s', (status) => {
    expect(entries(study(status))).toMatchObject([
      {
        kind: 'study',
        fields: {
          'mri.tumour': { word: 'present' },
          'mri.demyelination': { unknown: 'pending' },
          'study.report': { unknown: 'pending' },
        },
      },
    ])
  })

  it('alarms as a single finding outside a report', () => {
    const finding = observation(concept('fact', 'mri.tumour'), { status: 'preliminary', valueString: 'present' })
    expect(entries(finding)).toMatchObject([{ kind: 'study', fields: { 'mri.tumour': { word: 'present' } } }])
  })

  it('alarms as an answer about the person', () => {
    const flag = observation(concept('fact', 'rf.msHistory'), { status: 'preliminary', valueBoolean: true })
    const none = observation(concept('fact', 'rf.msHistory'), { status: 'preliminary', valueBoolean: false })
    expect(said(flag)).toEqual({ 'rf.msHistory': 'yes' })
    expect(said(none)).toEqual({ 'rf.msHistory': { unknown: 'pending' } })
  })
})

describe('a screen', () => {
  const screen = (more: Json) =>
    observation(
      { coding: [{ system: 'https://facialis.invalid/screen', code: 'red-flags' }] },
      { valueBoolean: true, ...more },
    )

  it('is done when a clinician says so', () => {
    expect(chartOf(screen({ performer: [{ reference: 'Practitioner/a' }] })).screens).toHaveLength(1)
  })

  it.each([
    ['registered only', { status: 'registered' }],
    ['preliminary', { status: 'preliminary' }],
    ['marked as absent', { valueBoolean: undefined, dataAbsentReason: code('not-performed') }],
    ['answered with no', { valueBoolean: undefined, valueString: 'no' }],
    ['filled in by the person', { performer: [{ reference: 'Patient/p' }] }],
  ])('is not done when %s', (_what, more) => {
    expect(chartOf(screen(more)).screens).toEqual([])
  })

  it('is not done by a form the person filled in', () => {
    const form = (author: string): Json => ({
      resourceType: 'QuestionnaireResponse',
      id: 'q',
      subject,
      status: 'completed',
      authored: '2026-06-01',
      author: { reference: author },
      item: [{ linkId: 'screen.red-flags', answer: [{ valueBoolean: true }] }],
    })
    expect(chartOf(form('Practitioner/a')).screens).toHaveLength(1)
    expect(chartOf(form('Patient/p')).screens).toEqual([])
  })
})

describe('a code written wrongly', () => {
  it.each([
    ['a string', 'G35', 'Bundle.entry[0].resource.code'],
    ['codings that are no list', { coding: { code: 'G35' } }, 'Bundle.entry[0].resource.code.coding'],
    ['a coding that is none', { coding: ['G35'] }, 'Bundle.entry[0].resource.code.coding[0]'],
  ])('is a problem and says where: %s', (_what, wrong, where) => {
    expect(outcomeOf(condition({}, { code: wrong }))).toMatchObject({
      ok: false,
      problem: { code: 'wrong-type', where },
    })
  })
})

describe('a problem that makes advice more careful', () => {
  it.each([
    ...['C71.9', 'C79.31', 'C79.32', 'D32.0', 'D32.9', 'D33.0', 'D33.3', 'D33.9', 'D42.9', 'D43.2'].map(
      (icd) => [icd, 'known.tumour'] as const,
    ),
    ...['Q28.2', 'Q28.3', 'I67.1', 'I60.9'].map((icd) => [icd, 'known.vascularMalformation'] as const),
    ...['I61.0', 'I63.511', 'G93.2', 'G93.5', 'Q07.01'].map((icd) => [icd, 'known.otherLesion'] as const),
    ...['G35', 'G35.A'].map((icd) => [icd, 'known.demyelination'] as const),
  ])('%s is %s, in either edition', (icd, fact) => {
    const who = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: icd }] }
    expect(said(condition(concept('icd', icd)))).toMatchObject({ [fact]: 'present' })
    expect(said(condition(who))).toMatchObject({ [fact]: 'present' })
  })

  it('still counts cancer in the head as cancer', () => {
    expect(said(condition(concept('icd', 'C71.9')))).toMatchObject({ 'rf.cancer': 'yes' })
  })

  it.each([concept('snomed', '91637004'), concept('icd', 'G70.01')])('holds for myasthenia at the chair', (coded) => {
    expect(said(condition(coded))).toEqual({ 'chair.neuromuscular': 'yes' })
  })

  it('holds for relapsing multiple sclerosis', () => {
    expect(said(condition(concept('snomed', '426373005')))).toMatchObject({ 'rf.msHistory': 'yes' })
  })
})
