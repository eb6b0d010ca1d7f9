import { describe, expect, it } from 'vitest'
import { code, concept, condition, type Json, observation, procedure, report, subject } from './bundles.ts'
import { entries, finding, said, whys } from './outside.ts'

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
