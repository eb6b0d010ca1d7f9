import { recognise } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { concept, type Json, subject } from './bundles.ts'

const today = parseDate('2026-11-23')?.lo ?? 0
const snomed = 'http://snomed.info/sct'
const icd = 'http://hl7.org/fhir/sid/icd-10-cm'
const german = 'http://fhir.de/CodeSystem/bfarm/icd-10-gm'
const older = 'http://hl7.org/fhir/sid/icd-9-cm'

const coded = (system: string | undefined, code: string, display?: string): Json => ({
  coding: [{ system, code, display }],
})
/** What the gate takes an order of toxin for that is given these reasons. */
const orderedFor = (reasonCode: readonly Json[], more: Json = {}, found: Json | null = null) =>
  recognise(
    hemifacialSpasm,
    facialToxin,
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      subject,
      medicationCodeableConcept: concept('hcpcs', 'J0585'),
      reasonCode,
      ...more,
    },
    { today, zone: 'UTC', find: () => found as never },
  )

describe('a reason that nobody can know is none, and the order stands before the gate', () => {
  it.each<[string, readonly Json[]]>([
    ['a code of a list of somebody’s own, without words', [coded('urn:local', 'x1')]],
    ['its words are its code again', [coded('urn:local', 'X1', 'x1')]],
    ['its words say that it is unknown', [coded('urn:local', 'x1', 'Reason: not specified')]],
    ['its words are signs', [coded('urn:local', 'x1', '--')]],
    ['a code for a place or a product', [coded('http://loinc.org', '8480-6')]],
    ['no code of its list', [coded(icd, 'see note')]],
    ['an illness nobody specified', [coded(icd, 'R69', 'Illness, unspecified')]],
    ['a number that is measured, under its name', [coded('http://loinc.org', '8480-6', 'Systolic pressure')]],
    ['a twitch of nobody knows what', [coded(icd, 'r253')]],
    ['a movement of nobody knows what', [coded(icd, 'R25.9', 'Unspecified abnormal involuntary movements')]],
    ['a spasm of some muscle', [coded(icd, 'M62.838')]],
    ['why somebody is seen', [coded(icd, 'Z79.899', 'Other long term drug therapy')]],
    ['"unknown", which has a number', [coded(snomed, '261665006', 'Unknown')]],
    ['one that is another, and one that nobody knows', [coded(icd, 'G43.709'), coded('urn:local', 'x1')]],
  ])('%s', (_, reasons) => expect(orderedFor(reasons)).toBe('order'))
})

describe('the spasm is heard', () => {
  it.each<[string, readonly Json[]]>([
    ['by its code in a national list', [coded(german, 'G51.3', 'Gesichtszucken')]],
    ['by its code in a list of somebody’s own', [coded('urn:local', 'g5132', 'Left side')]],
    ['by its code with a digit too many', [coded(icd, 'G51.310', 'Right')]],
    ['by the kind it is one of', [coded(icd, 'G51.9')]],
    ['by its place in the older list', [coded(older, '3518', 'Other facial nerve disorders')]],
    ['in an expression that says the side, too', [coded(snomed, '13753008:272741003=7771000', 'Left')]],
    ['in an expression of the international edition', [coded('http://id.who.int/icd/release/11/mms', '8B88.2&XK8G')]],
    ['in an expression with its term', [coded(snomed, '13753008 |spasm|')]],
    ['in a usual short word', [coded('urn:local', '7', 'HFS left')]],
    ['in other languages', [coded('urn:local', '7', 'Fazialisspasmus')]],
    ['beside another', [coded(icd, 'G43.709'), { text: 'and for the hemifacial spasm' }]],
    ['as looks', [coded('urn:local', '8', 'Glabellar lines')]],
  ])('%s', (_, reasons) => expect(orderedFor(reasons)).toBe('order'))
})

describe('another reason is no matter of the gate', () => {
  it.each<[string, readonly Json[]]>([
    ['in a list of somebody’s own, in words', [coded('urn:local', 'x1', 'Cervical dystonia')]],
    ['in words beside its code', [{ ...coded('urn:local', 'x1'), text: 'Chronische Migräne' }]],
    ['in a national list', [coded(german, 'G24.3', 'Torticollis spasticus')]],
    ['in one that is known, without words', [coded(icd, 'g24.3')]],
    ['in the older one', [coded(older, '333.83')]],
    ['in an expression', [coded(snomed, '59026006:272741003=7771000')]],
    ['beside why somebody is seen', [coded(icd, 'G24.3'), coded(icd, 'Z79.899')]],
    ['once coded and once in words', [coded(icd, 'G24.3'), { text: 'neck pain' }]],
  ])('%s', (_, reasons) => expect(orderedFor(reasons)).toBe('other-indication'))
})

it('a problem behind the order is its reason only where it is a problem, and is so', () => {
  const behind = (found: Json) => orderedFor([], { reasonReference: [{ reference: 'X/1' }] }, found)
  const migraine = { resourceType: 'Condition', id: '1', code: coded(icd, 'G43.709') }
  const status = (code: string) => ({ verificationStatus: { coding: [{ code }] } })
  expect(behind(migraine)).toBe('other-indication')
  for (const code of ['refuted', 'entered-in-error', 'differential'])
    expect(behind({ ...migraine, ...status(code) })).toBe('order')
  expect(behind({ ...migraine, resourceType: 'Observation' })).toBe('order')
  expect(behind({ ...migraine, subject })).toBe('other-indication')
  expect(behind({ ...migraine, subject: { reference: 'Patient/another' } })).toBe('order')
})

it('what is done for migraine alone is for migraine, whether it is ordered, about to be done, or done', () => {
  const codes = (...many: string[]) => ({
    code: { coding: many.map((code) => ({ system: 'http://www.ama-assn.org/go/cpt', code })) },
  })
  const asked = { resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject }
  const done = { resourceType: 'Procedure', status: 'completed', performedDateTime: '2026-11-23', subject }
  const about = { ...done, status: 'preparation' }
  const forSpasm = { reasonCode: [coded(icd, 'G51.3')] }
  const as = (one: Json) => recognise(hemifacialSpasm, facialToxin, one as never, { today, zone: 'UTC' })
  for (const one of [asked, done, about]) expect(as({ ...one, ...codes('64615') })).toBe('other-indication')
  expect([asked, done, about].map((one) => as({ ...one, ...codes('64615', '64612') }))).toEqual([
    'order',
    'prospective',
    'order',
  ])
  expect([asked, done, about].map((one) => as({ ...one, ...codes('64615'), ...forSpasm }))).toEqual([
    'order',
    'prospective',
    'order',
  ])
})

it('what is about to be done is asked for like an order, whatever day it names', () => {
  const prepared = (more: Json) =>
    recognise(
      hemifacialSpasm,
      facialToxin,
      { resourceType: 'Procedure', status: 'preparation', code: concept('cpt', '64612'), subject, ...more },
      { today, zone: 'UTC' },
    )
  for (const day of [undefined, '2026-11-20', '2026-11-23', '2026-12-01'])
    expect(prepared({ performedDateTime: day })).toBe('order')
  expect(prepared({ reasonCode: [coded(icd, 'G24.5')] })).toBe('other-indication')
  expect(prepared({ code: { text: 'electromyography' } })).toBe('none')
})
