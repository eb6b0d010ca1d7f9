import { about, type Json } from './support.ts'

/** Toxin as other systems tell of it, ordered and given on the day of the clock. */
export const today = '2026-11-23'
const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets'
export const botox = { coding: [{ system: hcpcs, code: 'J0585' }] }
export const migraine = { reasonCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G43.709' }] }] }
export const cpt = (code: string): Json => ({ system: 'http://www.ama-assn.org/go/cpt', code })

export const order = (id: string, more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: botox,
  ...about(id),
  authoredOn: today,
  ...more,
})
/** Something that was given; what it was is yet to be said. */
export const administered = (id: string, more: Json): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  ...about(id),
  effectiveDateTime: today,
  dosage: { dose: { value: 20, unit: 'U' } },
  ...more,
})
export const given = (id: string, more: Json = {}): Json =>
  administered(id, { medicationCodeableConcept: botox, ...more })
export const condition = (id: string, code: unknown): Json => ({
  resourceType: 'Condition',
  code,
  subject: { reference: `Patient/${id}` },
})

/** A visit with something inside. */
export const visit = (id: string, inner: Json): Json => ({
  resourceType: 'Encounter',
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: `Patient/${id}` },
  contained: [{ ...inner, id: 'inner' }],
  extension: [{ url: 'http://example.org/done', valueReference: { reference: '#inner' } }],
})
/** As what was written down afterwards says of itself: late, or elsewhere. */
export const after = (why: string): Json => ({
  extension: [
    {
      url: 'https://facialis.invalid/StructureDefinition/recorded-after',
      extension: [{ url: 'why', valueCode: why }],
    },
  ],
})
