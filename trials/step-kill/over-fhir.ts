import type { Product } from '../product.ts'
import type { Request } from './request.ts'

type Json = Readonly<Record<string, unknown>>
type Made = Readonly<{ id: string; meta: Readonly<{ versionId: string }> }>

const system = 'https://hospital.example/people'
const person = (value: string): Json => ({
  resourceType: 'Patient',
  identifier: [{ system, value }],
  name: [{ text: `Demo ${value}` }],
  birthDate: '1966-06-06',
})
const weight = (subject: string): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  subject: { reference: subject },
  valueQuantity: { value: 71, unit: 'kg' },
})
const bundle = (type: 'transaction' | 'batch', value: string): Json => ({
  resourceType: 'Bundle',
  type,
  entry: [
    { fullUrl: 'urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a', resource: person(value), request: made('Patient') },
    ...(type === 'transaction'
      ? [{ resource: weight('urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a'), request: made('Observation') }]
      : [{ resource: person(`${value} too`), request: made('Patient') }]),
  ],
})
const made = (url: string): Json => ({ method: 'POST', url })

/** What another system writes: single resources, with and without conditions, and bundles. */
export async function overFhir(product: Product, cookie: string): Promise<readonly Request[]> {
  const make = async (type: string, body: Json): Promise<Made> => {
    const { status, body: answer } = await product.ask<Made>('POST', `/fhir/${type}`, { cookie, body })
    if (status !== 201) throw new Error(`${type}: ${status} ${JSON.stringify(answer)}`)
    return answer
  }
  const [known, other] = [await make('Patient', person('known')), await make('Patient', person('other'))]
  const weighed = await make('Observation', weight(`Patient/${known.id}`))
  const at = (type: string, { id, meta }: Made) => ({
    path: `/fhir/${type}/${id}`,
    ifMatch: Number(meta.versionId),
  })
  const asking = { method: 'POST', cookie, status: 200 } as const
  const patch = { headers: { 'content-type': 'application/json-patch+json' } }
  return [
    { ...asking, what: 'a transaction of another system', path: '/fhir', body: bundle('transaction', 'new') },
    { ...asking, what: 'a batch of another system', path: '/fhir', body: bundle('batch', 'each') },
    {
      ...asking,
      what: 'a resource is made unless it is there, with a key',
      path: '/fhir/Patient',
      headers: { 'if-none-exist': `identifier=${system}|keyed`, 'idempotency-key': 'demo-key' },
      body: person('keyed'),
      status: 201,
    },
    {
      ...asking,
      what: 'a resource is corrected',
      method: 'PUT',
      ...at('Observation', weighed),
      body: { ...weight(`Patient/${known.id}`), id: weighed.id, status: 'amended' },
    },
    {
      ...asking,
      ...patch,
      what: 'a resource is patched',
      method: 'PATCH',
      ...at('Observation', weighed),
      body: [{ op: 'replace', path: '/status', value: 'amended' }],
    },
    { ...asking, what: 'a resource is deleted', method: 'DELETE', ...at('Observation', weighed), status: 204 },
    {
      ...asking,
      what: 'two records are said to be one person’s',
      method: 'PUT',
      ...at('Patient', other),
      body: {
        ...person('other'),
        id: other.id,
        active: false,
        link: [{ type: 'replaced-by', other: { reference: `Patient/${known.id}` } }],
      },
    },
  ]
}
