import { servedTypes } from '@facialis/server/search-indexing/parameters.ts'
import fc from 'fast-check'
import { dented, dents, odd, sometimes } from '../../spec/support/damage.ts'
import { about, goodResources, goodTransactions, type Known } from './clinic.ts'
import { headers, paths, searches } from './parts.ts'
import { type Door, type Meant, plain, wrong } from './wrong.ts'

export const fhirDoors = (known: Known): readonly Door[] => [
  { name: 'resources', share: 26, sends: resources(known) },
  { name: 'bundles', share: 10, sends: bundles(known) },
  { name: 'searches and other reads', share: 18, sends: reads(known) },
]

const good = ({ people }: Known) =>
  fc.tuple(fc.constantFrom(...goodResources), fc.constantFrom(...people)).map(([one, id]) => about(one, id))
const otherTypes = ['Binary', 'Bundle', 'patient', '__proto__', 'Patient$', '%00', ...servedTypes]
const query = fc.constantFrom(...servedTypes).chain(searches)

const patch = fc.array(
  fc.record({
    op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'other'),
    path: fc.constantFrom(
      '/status',
      '/note',
      '/note/0',
      '/subject/reference',
      '/',
      '',
      '/-',
      '/a~1b',
      '/id',
      '/__proto__/x',
      '/status/x',
      '/status/0',
      '/note/length',
      '/toString',
    ),
    from: fc.constantFrom('/note', '/status', '/status/0', '/code', ''),
    value: odd,
  }),
  { maxLength: 4 },
)

function resources(known: Known) {
  const { ids } = paths(known)
  const there = fc.constantFrom(...known.addresses)
  const writing = fc
    .record({
      resource: good(known),
      other: sometimes(10, fc.constantFrom(...otherTypes), null),
      id: ids,
      query,
      how: fc.constantFrom('create', 'create', 'create', 'update', 'update where'),
    })
    .map(({ resource, other, id, query, how }): Meant => {
      const type = `/fhir/${other ?? resource.resourceType}`
      if (how === 'create') return { method: 'POST', path: type, json: resource }
      return { method: 'PUT', path: how === 'update' ? `${type}/${id}` : `${type}?${query}`, json: resource }
    })
  const patching = fc
    .tuple(there, patch)
    .map(([address, json]): Meant => ({ method: 'PATCH', path: `/fhir/${address}`, json }))
  const deleting = fc.constantFrom(...known.addresses, ...otherTypes.map((type) => `${type}/some`))
  const asFhir = headers(known, { 'content-type': 'application/fhir+json' })
  return fc.oneof(
    { weight: 8, arbitrary: wrong(writing, asFhir) },
    { weight: 2, arbitrary: wrong(patching, headers(known, { 'content-type': 'application/json-patch+json' })) },
    {
      weight: 1,
      arbitrary: plain(
        deleting.map((address) => ({ method: 'DELETE', path: `/fhir/${address}` })),
        asFhir,
      ),
    },
  )
}

function bundles(known: Known) {
  const { any, ids } = paths(known)
  const entry = fc.record({
    fullUrl: fc.constantFrom('urn:uuid:1', 'urn:uuid:2', 'http://elsewhere.example/Patient/1', 'Patient/1', '#a', ''),
    resource: good(known),
    request: fc.record(
      {
        method: fc.constantFrom('POST', 'POST', 'PUT', 'GET', 'DELETE', 'PATCH', 'HEAD'),
        url: fc.oneof(
          any,
          fc.constantFrom('Observation', 'Condition', 'Patient'),
          ids.map((id) => `Observation/${id}`),
        ),
        ifMatch: fc.constantFrom('W/"1"', '"1"', '*', 'x'),
        ifNoneExist: fc.constantFrom('identifier=x|1', '_id=1', 'name=', '%'),
      },
      { requiredKeys: ['method', 'url'] },
    ),
  })
  const made = fc.record({
    resourceType: fc.constant('Bundle'),
    type: fc.constantFrom('batch', 'transaction', 'transaction', 'collection'),
    entry: fc.array(entry, { maxLength: 5 }),
  })
  const all = fc.oneof({ weight: 3, arbitrary: made }, { weight: 1, arbitrary: fc.constantFrom(...goodTransactions) })
  return wrong(
    all.map((json): Meant => ({ method: 'POST', path: '/fhir', json })),
    headers(known, { 'content-type': 'application/fhir+json' }),
  )
}

function reads(known: Known) {
  const { any } = paths(known)
  const everybodys = fc.constantFrom(...servedTypes).chain((type) => searches(type).map((text) => ({ type, text })))
  const inCompartment = fc
    .tuple(fc.constantFrom(...known.people, 'some'), fc.constantFrom('*', ...servedTypes))
    .chain(([id, type]) => searches(type).map((text) => ({ type: `Patient/${id}/${type}`, text })))
  const typed = fc.oneof({ weight: 2, arbitrary: everybodys }, { weight: 1, arbitrary: inCompartment })
  const searched = typed.map(({ type, text }) => ({ method: 'GET', path: `/fhir/${type}?${text}` }))
  const posted = fc.tuple(typed, sometimes(30, dents, [])).map(([{ type, text }, some]) => ({
    method: 'POST',
    path: `/fhir/${type}/_search`,
    body: dented(Buffer.from(text), some),
  }))
  const others = fc
    .tuple(fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS'), any)
    .map(([method, path]) => ({ method, path: `/fhir/${path}` }))
  return fc.oneof(
    { weight: 3, arbitrary: plain(searched, headers(known)) },
    {
      weight: 2,
      arbitrary: plain(posted, headers(known, { 'content-type': 'application/x-www-form-urlencoded' })),
    },
    { weight: 2, arbitrary: plain(others, headers(known)) },
  )
}
