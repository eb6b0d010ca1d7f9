import { recognise } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { parseDate } from '@facialis/language'
import { concept, type Json, subject } from './bundles.ts'

export const today = parseDate('2026-11-23')?.lo ?? 0
/** As what a resource is seen on that day, by the gate. */
export const seen = (resource: Json, more: Partial<Parameters<typeof recognise>[3]> = {}) =>
  recognise(hemifacialSpasm, facialToxin, { resourceType: 'Basic', ...resource }, { today, zone: 'UTC', ...more })

export const request = (more: Json): Json => ({
  resourceType: 'MedicationRequest',
  id: 'o',
  subject,
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: concept('hcpcs', 'J0585'),
  ...more,
})
export const recordedAfter = (why: string): Json => ({
  extension: [
    {
      url: 'https://facialis.invalid/StructureDefinition/recorded-after',
      extension: [{ url: 'why', valueCode: why }],
    },
  ],
})
export const spasm = { reasonCode: [concept('icd', 'G51.32')] }
export const migraine = { reasonCode: [concept('icd', 'G43.709')] }
export const words = (text: string): Json => ({ medicationCodeableConcept: { text } })
