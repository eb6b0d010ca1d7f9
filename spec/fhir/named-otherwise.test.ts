import { classify } from '@facialis/fhir'
import { withoutOtherKinds } from '@facialis/fhir/terms/other-kinds.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { concept, type Json, subject } from './bundles.ts'

const today = parseDate('2026-11-23')?.lo ?? 0
const look = (resource: Json) =>
  classify(
    hemifacialSpasm,
    facialToxin,
    { resourceType: 'Basic', subject, status: 'active', ...resource },
    { today, zone: 'UTC' },
  )
const ordered = (medicationCodeableConcept: Json) =>
  look({ resourceType: 'MedicationRequest', intent: 'order', medicationCodeableConcept })
const asked = (code: Json) => look({ resourceType: 'ServiceRequest', intent: 'order', code })
const coded = (system: string | undefined, code: string, display?: string): Json => ({
  coding: [{ system, code, display }],
})

describe('toxin by its code in a list nobody here knows', () => {
  it.each<[string, Json]>([
    ['a bill of another address', coded('urn:oid:2.16.840.1.113883.6.14', 'J0585')],
    ['in small letters', coded('http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'j0586')],
    ['with what a bill writes behind it', coded('http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'J0585-JZ')],
    ['of no list', coded(undefined, 'J0588')],
    ['a national list of classes', coded('http://fhir.de/CodeSystem/bfarm/atc', 'M03AX01')],
    ['a package', coded('http://hl7.org/fhir/sid/ndc', '0023-1145-01')],
  ])('is ordered: %s', (_, medicine) => expect(ordered(medicine).as).toBe('order'))

  it.each<[string, Json]>([
    ['with what a bill writes behind it', coded('http://www.ama-assn.org/go/cpt', '64612-50')],
    ['in a list of somebody’s own, without words', coded('urn:local', '64612')],
    ['among words', { text: 'CPT 64612, left' }],
  ])('is done there: %s', (_, code) => expect(asked(code).as).toBe('order'))

  it('is not another thing that has its number in a list of somebody’s own', () => {
    expect(asked(coded('urn:local', '64612', 'X-ray of the hand'))).toMatchObject({ as: 'none', mentioned: null })
    expect(ordered(coded('urn:local', '64612')).as).toBe('unnamed')
  })
})

describe('what is given against it', () => {
  it.each(['Botulinum antitoxin, heptavalent, equine', 'botulinum A/B immune globulin', 'Antitoxin, botulinum'])(
    'is not it, and somebody reads it: %s',
    (text) => expect(ordered({ text })).toMatchObject({ as: 'none', mentioned: 'now' }),
  )
  it.each([
    'botulinum toxin, not toxoid',
    'botulinum toxin A (antitoxin ready)',
    'Botox; botulinum antitoxin at hand',
    'botulinum and tetanus toxoid',
  ])('beside it takes nothing of it away: %s', (text) => expect(ordered({ text }).as).toBe('order'))
  it('is looked for only where there are words for it', () => {
    const text = 'botulinum antitoxin'
    expect(withoutOtherKinds({ text }, { ...facialToxin, stems: [] })).toEqual({ text })
  })
})

it.each<[string, Json]>([
  ['a plan', { resourceType: 'CarePlan', intent: 'plan', description: 'Botox to the left cheek' }],
  [
    'a task',
    { resourceType: 'Task', intent: 'order', input: [{ type: { text: 'what' }, valueString: 'Dysport 60 U' }] },
  ],
  [
    'what an observation says',
    { resourceType: 'Observation', status: 'final', code: { text: 'Medication given' }, valueString: 'Dysport 60' },
  ],
  [
    'a vial that lies inside and nothing looks for',
    {
      resourceType: 'ServiceRequest',
      intent: 'order',
      code: { text: 'Injection' },
      contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Botox' } }],
      supportingInfo: [{ reference: '#m' }],
    },
  ],
  ['an observation that is called so', { resourceType: 'Observation', status: 'final', code: { text: 'Botox given' } }],
  [
    'a word that mostly means it',
    { resourceType: 'MedicationRequest', intent: 'order', medicationCodeableConcept: { text: 'neurotoxin type A' } },
  ],
  [
    'its short name at the end of the words',
    { resourceType: 'MedicationRequest', intent: 'order', medicationCodeableConcept: { text: 'BoNT' } },
  ],
  [
    'the number by which it is billed, in an extension',
    {
      resourceType: 'ServiceRequest',
      intent: 'order',
      code: { text: 'procedure' },
      extension: [{ url: 'http://x.org', valueCoding: { system: 'http://www.ama-assn.org/go/cpt', code: '64612' } }],
    },
  ],
  [
    'the unit of a dose',
    {
      resourceType: 'MedicationRequest',
      intent: 'order',
      medicationCodeableConcept: { text: 'Saline' },
      dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 20, unit: 'Botox U' } }] }],
    },
  ],
  [
    'what somebody means to take',
    { resourceType: 'MedicationStatement', status: 'intended', medicationCodeableConcept: { text: 'Botox' } },
  ],
  ['a message', { resourceType: 'Communication', payload: [{ contentString: 'Botox to the left cheek, please' }] }],
  ['a flag', { resourceType: 'Flag', code: { text: 'Botox is due' } }],
  [
    'a code in an extension',
    {
      resourceType: 'Procedure',
      extension: [{ url: 'http://x.org', valueCodeableConcept: concept('hcpcs', 'J0585') }],
    },
  ],
])('toxin that is only named is read by somebody: in %s', (_, resource) =>
  expect(look(resource)).toMatchObject({ as: 'none', mentioned: 'now' }),
)

it.each<[string, Json]>([
  [
    'what somebody means to take for migraine',
    {
      resourceType: 'MedicationStatement',
      status: 'intended',
      medicationCodeableConcept: { text: 'Botox' },
      reasonCode: [concept('icd', 'G43.709')],
    },
  ],
  [
    'a plan for the neck',
    {
      resourceType: 'CarePlan',
      intent: 'plan',
      activity: [{ detail: { productCodeableConcept: { text: 'Botox' }, reasonCode: [concept('icd', 'G24.3')] } }],
    },
  ],
  [
    'an order by the number itself that nobody has signed',
    { resourceType: 'ServiceRequest', status: 'draft', intent: 'order', code: concept('cpt', '64612') },
  ],
  ['another number that holds it', { resourceType: 'ServiceRequest', intent: 'order', code: { text: 'kit 1646120' } }],
])('is read by nobody: %s', (_, resource) => expect(look(resource)).toMatchObject({ as: 'none', mentioned: null }))

it.each(['בוטולינום', 'بوتولینوم', '보툴리늄 독소', 'बोटुलिनम'])(
  'toxin is ordered in the letters of its country: %s',
  (text) => expect(ordered({ text }).as).toBe('order'),
)
