import { describe, expect, it } from 'vitest'
import { administration, concept, condition, type Json, subject } from './bundles.ts'
import { bare, entries, of, said, whys } from './outside.ts'

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
