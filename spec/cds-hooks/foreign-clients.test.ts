import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Hooks, type Json, openHooks, requestOf, subject } from './hooks.ts'

/**
 * Requests in the shapes that the specification shows and other clients send, about made-up people: bundles without a
 * type, orders of kinds nobody reads here, a server to call with a token for it, extensions.
 */
let hooks: Hooks
let lines = 0
const ehr = createServer((_request, response) => response.end('{}'))
let fhirServer = ''
beforeAll(async () => {
  hooks = await openHooks()
  ehr.on('connection', () => lines++)
  await new Promise<void>((done) => ehr.listen(0, '127.0.0.1', done))
  fhirServer = `http://127.0.0.1:${(ehr.address() as AddressInfo).port}/fhir`
})
afterAll(async () => {
  await hooks.close()
  ehr.close()
})

const text = (words: string): Json => ({ text: words })
const diet: Json = {
  resourceType: 'NutritionOrder',
  id: 'soft-diet',
  status: 'draft',
  patient: subject,
  dateTime: '2026-11-23',
  orderer: { display: 'Dr Demo' },
  oralDiet: { type: [{ coding: [{ system: 'http://snomed.info/sct', code: '226211001' }], text: 'Soft diet' }] },
}
const antibiotic: Json = {
  resourceType: 'MedicationRequest',
  id: 'antibiotic',
  meta: { lastUpdated: '2026-11-23T09:25:40.845-04:00' },
  status: 'draft',
  intent: 'order',
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '617993', display: 'Amoxicillin' }],
  },
  subject,
  dosageInstruction: [{ text: '5 mL twice a day', doseAndRate: [{ doseQuantity: { value: 5, unit: 'mL' } }] }],
}
const knee: Json = {
  resourceType: 'ServiceRequest',
  id: 'knee',
  status: 'draft',
  intent: 'plan',
  code: { coding: [{ system: 'http://loinc.org', code: '36801-9' }], ...text('MRA of the knee') },
  subject,
  reasonCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'S83.511' }] }],
}
const drafts = (...resources: readonly Json[]): Json => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
})

it.each([
  ['patient-view', { encounterId: '89284', userId: 'PractitionerRole/123' }],
  [
    'order-select',
    { selections: ['NutritionOrder/soft-diet', 'MedicationRequest/antibiotic'], draftOrders: drafts(diet, antibiotic) },
  ],
  ['order-select', { encounterId: '89284', selections: ['ServiceRequest/knee'], draftOrders: drafts(knee) }],
  ['order-sign', { userId: 'PractitionerRole/123', draftOrders: drafts(diet, antibiotic, knee) }],
] as const)(
  '%s about orders and people that are none of ours says nothing, and calls nobody',
  async (hook, context) => {
    const request = {
      ...requestOf(hook, {
        context,
        prefetch: Object.fromEntries([
          ['patient', { resourceType: 'Patient', id: 'demo', gender: 'male', birthDate: '1925-12-23', active: true }],
          ...['condition', 'serviceRequest', 'observation', 'questionnaireResponse'].map((key) => [key, null]),
        ]),
      }),
      fhirServer,
      fhirAuthorization: {
        access_token: 'demo-token',
        token_type: 'Bearer',
        expires_in: 300,
        scope: 'user/*.read',
        subject: 'cds',
      },
      extension: { 'com.example.timestamp': '2026-11-23T22:13:25Z' },
    }
    const { status, body } = await hooks.post(`/cds-services/facialis-${hook}`, request)
    expect([status, body]).toEqual([200, { cards: [] }])
    expect(lines).toBe(0)
    // Nor is the token kept anywhere.
    expect(JSON.stringify(await hooks.built.clinic.record.auditEntries({ limit: 20 }))).not.toContain('demo-token')
  },
)
