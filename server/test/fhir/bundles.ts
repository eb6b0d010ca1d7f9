import type { House, Person } from '../support.ts'
import { fhir, type Json } from './support.ts'

/** What is sent in bundles. */
export const person: Json = { resourceType: 'Patient', name: [{ text: 'Demo Bundle' }] }
export const finding = (subject: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'pulse' },
  subject: { reference: subject },
  ...more,
})
export const entry = (method: string, url: string, resource?: Json, more: Json = {}, request: Json = {}): Json => ({
  ...more,
  ...(resource ? { resource } : {}),
  request: { method, url, ...request },
})
export const elsewhere = (address: string): Readonly<{ fullUrl: string }> => ({
  fullUrl: `https://ehr.example/fhir/${address}`,
})
export const newPerson = 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000001'
export const newFinding = 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000002'

/** Sends bundles to the house of a test file, and counts what came of them. */
export const bundlesTo = (house: () => House) => ({
  send: (
    type: 'transaction' | 'batch',
    entries: readonly Json[],
    headers: Record<string, string> = {},
    who: Person = 'nurse',
  ) => fhir(house(), who, 'POST', '', { resourceType: 'Bundle', type, entry: entries }, { headers }),
  many: async (query: string) => (await fhir(house(), 'nurse', 'GET', `/${query}&_summary=count`)).bundle.total,
})
