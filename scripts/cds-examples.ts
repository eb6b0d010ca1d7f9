import { readFileSync } from 'node:fs'
import { prefetchOf } from '@facialis/fhir/cards/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'

type Json = Readonly<Record<string, unknown>>

/** The example bundle as a client would send it at a hook: its resources by prefetch key, null where there are none. */
function exampleCall(hook: string, context: Json): string {
  const path = new URL('../docs/examples/typical-left-bundle.json', import.meta.url)
  const { entry } = JSON.parse(readFileSync(path, 'utf8')) as {
    entry: readonly { resource: { resourceType: string; id: string } }[]
  }
  const patient = entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource
  const prefetch = prefetchOf(hemifacialSpasm).map(({ key, type }) => {
    const of = entry.filter(({ resource }) => resource.resourceType === type)
    if (type === 'Patient') return [key, patient]
    return [key, of.length === 0 ? null : { resourceType: 'Bundle', type: 'searchset', total: of.length, entry: of }]
  })
  const request = {
    hook,
    hookInstance: '3f1d3c0a-6f0b-4c7e-9d53-0c5f4f1f2a11',
    context: { userId: 'Practitioner/demo-doctor', patientId: patient?.id, ...context },
    prefetch: Object.fromEntries(prefetch),
  }
  return `${JSON.stringify(request, null, 2)}\n`
}

const subject = { reference: 'Patient/demo-typical' }
const orders = [
  {
    resourceType: 'MedicationRequest',
    id: 'demo-toxin',
    status: 'draft',
    intent: 'order',
    subject,
    medicationCodeableConcept: { text: 'OnabotulinumtoxinA 100 units' },
    reasonCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] }],
  },
  {
    resourceType: 'ServiceRequest',
    id: 'demo-mri',
    status: 'draft',
    intent: 'order',
    subject,
    code: { coding: [{ system: 'http://loinc.org', code: '24590-2' }], text: 'MRI of the brain' },
  },
]

export const patientViewExample = (): string => exampleCall('patient-view', {})
export const orderSignExample = (): string =>
  exampleCall('order-sign', {
    draftOrders: { resourceType: 'Bundle', entry: orders.map((resource) => ({ resource })) },
  })
