import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { validation } from '../server/fhir/r4/definitions.ts'
import { compactDefinitions, compactPath } from './compact-definitions.ts'
import { fhirDefinitions } from './fhir-definitions.ts'

const subject = { reference: 'Patient/demo' }
const code = { text: 'x' }
const samples: readonly object[] = [
  { resourceType: 'Observation', status: 'final', code, subject },
  { resourceType: 'Observation', status: 'fine', code, subject },
  { resourceType: 'Observation', status: 'final', code, valueQuantity: { value: 1, unit: 'mm' }, valueString: 'both' },
  {
    resourceType: 'Observation',
    status: 'final',
    code,
    component: [{ code }],
    dataAbsentReason: code,
    valueString: 'x',
  },
  {
    resourceType: 'Patient',
    contact: [{ gender: 'male' }],
    name: [{ text: 'Demo', period: { start: '2026', end: '2025' } }],
  },
  { resourceType: 'Patient', gender: 'none', birthDate: '2026-13-01', multipleBirthInteger: 1.5 },
  {
    resourceType: 'Condition',
    subject,
    abatementDateTime: '2026',
    clinicalStatus: { coding: [{ system: 's', code: 'active' }] },
  },
  { resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject },
  { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: { resourceType: 'Patient', colour: 1 } }] },
  {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    contained: [{ resourceType: 'Practitioner', id: 'p', active: 'yes' }],
  },
  {
    resourceType: 'Provenance',
    target: [subject],
    recorded: '2026-11-23T09:00:00Z',
    agent: [{ who: { display: 'Demo' } }],
  },
  { resourceType: 'Group', type: 'person', actual: true, member: [{ entity: subject, period: {} }] },
]

it('what the server holds resources against is made from the definitions of R4, and finds what they find', async () => {
  expect(gunzipSync(readFileSync(compactPath)).toString(), 'run: npx node scripts/compact-definitions.ts').toBe(
    compactDefinitions(),
  )
  const compact = await validation()
  const ours = samples.map((one) => compact(one).map(({ where }) => where))
  const full = fhirDefinitions()
  const theirs = samples.map((one) => full(one).map(({ where }) => where))
  expect(ours).toEqual(theirs)
  expect(ours[0]).toEqual([])
  expect(ours[1]).not.toEqual([])
})
