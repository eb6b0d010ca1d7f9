import { readRecord, scopesFor, typesAskedOf } from '@facialis/fhir/smart/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { parseDate } from '@facialis/language'
import { samples } from '../cds-hooks/hooks.ts'
import { base, type Json, type Records } from './records.ts'

/** What is granted where everything is that the pathway reads. */
export const all = scopesFor(typesAskedOf(hemifacialSpasm), 'v2')
export const without = (...types: readonly string[]) =>
  all.filter((scope) => !types.some((type) => scope.includes(`/${type}.`)))

/** The record of one made-up person, as far as a server gives it away. */
export async function readFrom({ get }: Records, scopes: readonly string[] | null = all, day = '2026-11-23') {
  const today = parseDate(day)?.lo ?? 0
  return readRecord(hemifacialSpasm, {
    get,
    base,
    scopes: scopes?.join(' ') ?? null,
    patientId: 'demo',
    zone: 'UTC',
    today,
  })
}

/** What was read. @throws when nothing may be shown */
export async function read(records: Records, scopes: readonly string[] | null = all, day?: string) {
  const outcome = await readFrom(records, scopes, day)
  if (!outcome.ok) throw new Error(outcome.problem.sentence)
  return outcome.value
}

export const gapsOf = (gaps: readonly Readonly<{ type: string; why: string }>[]) =>
  Object.fromEntries(gaps.map(({ type, why }) => [type, why]))

export const subject = { reference: 'Patient/demo' }
export const person = { resourceType: 'Patient', id: 'demo', name: [{ text: 'Demo Sample' }], birthDate: '1960-04-02' }
export const problem = (id: string, more: Json = {}) => ({
  resourceType: 'Condition',
  id,
  subject,
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G70.00' }] },
  ...more,
})

/** The people of the CDS Hooks specifications, by their ids. */
export const people = samples().map((sample) => [sample.id, sample] as const)
export const resourcesIn = ({ entry }: Json) =>
  (entry as readonly Readonly<{ resource: Json & Readonly<{ resourceType: string }> }>[]).map(
    ({ resource }) => resource,
  )
