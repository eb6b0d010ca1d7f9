import { describe, expect, it } from 'vitest'
import { bundlesTo, entry, finding, newPerson, person } from './bundles.ts'
import { fhir, type Json, oneHouse } from './support.ts'

const { house } = oneHouse()
const { send, many } = bundlesTo(house)

describe('a transaction', () => {
  it.each<[string, Json, number, string]>([
    [
      'what is no FHIR',
      entry('POST', 'Observation', finding(newPerson, { colour: 1 })),
      422,
      'Bundle.entry[1].resource.colour',
    ],
    [
      'a reference to nothing',
      entry('POST', 'Observation', finding('urn:uuid:0a1b2c3d-0000-4000-8000-00000000ffff')),
      422,
      'Bundle.entry[1].resource.subject.reference',
    ],
    [
      'a version that was not',
      entry('PUT', 'Observation/none', finding(newPerson, { id: 'none' }), {}, { ifMatch: 'W/"3"' }),
      412,
      'Bundle.entry[1].request.ifMatch',
    ],
    [
      'a version that is none',
      entry('PUT', 'Observation/none', finding(newPerson, { id: 'none' }), {}, { ifMatch: 'three' }),
      400,
      'Bundle.entry[1].request.ifMatch',
    ],
    ['no request', { resource: finding(newPerson) }, 400, 'Bundle.entry[1].request'],
    ['a method that is none', entry('TRACE', 'Observation', finding(newPerson)), 400, 'Bundle.entry[1].request.method'],
    ['a type that is not kept', entry('POST', 'Claim', { resourceType: 'Claim' }), 422, 'Bundle.entry[1].resource'],
    [
      'a person who is not here',
      entry('POST', 'Observation', finding('Patient/nobody')),
      422,
      'Bundle.entry[1].resource.subject.reference',
    ],
    ['a type that is read and never kept', entry('DELETE', 'Claim/1'), 404, 'Bundle.entry[1].request.url'],
    ['a way that is none for a type', entry('DELETE', 'Patient/1'), 405, 'Bundle.entry[1].request.method'],
    [
      'something to change that is not here',
      entry('PATCH', 'Observation/none', {
        resourceType: 'Binary',
        contentType: 'application/json-patch+json',
        data: 'W10=',
      }),
      404,
      'Bundle.entry[1].request.url',
    ],
    [
      'a condition that nobody knows',
      entry('POST', 'Observation', finding(newPerson), {}, { ifNoneExist: 'colour=red' }),
      400,
      'Bundle.entry[1].request.ifNoneExist',
    ],
    [
      'an address with such a condition',
      entry('PUT', 'Observation?colour=red', finding(newPerson)),
      400,
      'Bundle.entry[1].request.url',
    ],
    ['a bundle inside it', entry('POST', '$graphql', finding(newPerson)), 400, 'Bundle.entry[1].request.url'],
  ])('writes nothing at all when there is %s in it, and says where', async (_, wrong, status, where) => {
    const before = await many('Patient?name=bundle')
    const told = await send('transaction', [entry('POST', 'Patient', person, { fullUrl: newPerson }), wrong])
    expect([told.status, told.issues[0]?.expression]).toEqual([status, [where]])
    expect(await many('Patient?name=bundle')).toBe(before)
  })

  it('asks each entry for the version that was seen', async () => {
    const made = await send('transaction', [
      entry('POST', 'Patient', person, { fullUrl: newPerson }),
      entry('POST', 'Observation', finding(newPerson)),
    ])
    const [type, id] = made.bundle.entry[1]!.response!.location!.split('/')
    const one = (await fhir(house(), 'nurse', 'GET', `/${type}/${id}`)).body
    const change = (request: Json) =>
      send('transaction', [entry('PUT', `${type}/${id}`, { ...one, status: 'amended' }, {}, request)])
    expect((await change({})).status).toBe(428)
    expect((await change({ ifMatch: 'W/"2"' })).status).toBe(412)
    const racers = await Promise.all(Array.from({ length: 20 }, () => change({ ifMatch: 'W/"1"' })))
    expect(racers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)])
    const patch = {
      resourceType: 'Binary',
      contentType: 'application/json-patch+json',
      data: btoa('[{"op":"replace","path":"/status","value":"final"}]'),
    }
    expect((await send('transaction', [entry('PATCH', `${type}/${id}`, patch, {}, { ifMatch: 'W/"2"' })])).status).toBe(
      200,
    )
    expect(
      (
        await send(
          'transaction',
          [entry('DELETE', `${type}/${id}`, undefined, {}, { ifMatch: 'W/"3"' })],
          {},
          'neurologist',
        )
      ).status,
    ).toBe(200)
  })

  it('makes what is not there yet, refers to what is, and is done once when it is sent twice', async () => {
    const known = { ...person, identifier: [{ system: 'urn:demo', value: 'p7' }] }
    const entries = [
      entry('POST', 'Patient', known, { fullUrl: newPerson }, { ifNoneExist: 'identifier=urn:demo|p7' }),
      entry('POST', 'Observation', finding(newPerson, { code: { text: 'seven' } })),
      entry('POST', 'Observation', finding('Patient?identifier=urn:demo|p7', { code: { text: 'eight' } })),
    ]
    const key = { 'idempotency-key': 'bundle-1' }
    const first = await send('transaction', entries.slice(0, 2), key)
    expect(first.bundle.entry.map(({ response }) => response?.status)).toEqual(['201 Created', '201 Created'])
    expect((await send('transaction', entries.slice(0, 2), key)).text).toBe(first.text)
    const second = await send('transaction', entries)
    expect(second.bundle.entry.map(({ response }) => response?.status)).toEqual([
      '200 OK',
      '201 Created',
      '201 Created',
    ])
    expect(await many('Patient?identifier=urn:demo|p7')).toBe(1)
    expect(await many('Observation?patient.identifier=urn:demo|p7')).toBe(3)
  })

  it('is answered alike when it is sent again, also where entries were found by others and have changed since', async () => {
    const known = { ...person, identifier: [{ system: 'urn:demo', value: 'p9' }] }
    const condition = { ifNoneExist: `patient=${newPerson}&status=final` }
    const entries = [
      entry('POST', 'Patient', known, { fullUrl: newPerson }, { ifNoneExist: 'identifier=urn:demo|p9' }),
      entry('POST', 'Observation', finding(newPerson), {}, condition),
      entry('POST', 'Observation', finding(newPerson, { status: 'amended' })),
    ]
    await send('transaction', entries.slice(0, 2))
    const key = { 'idempotency-key': 'found-again' }
    const first = await send('transaction', entries, key)
    expect(first.bundle.entry.map(({ response }) => response?.status)).toEqual(['200 OK', '200 OK', '201 Created'])
    const [type, id] = first.bundle.entry[1]!.response!.location!.split('/')
    const since = finding(first.bundle.entry[0]!.response!.location!.split('/_')[0]!, { id, status: 'cancelled' })
    await send('transaction', [entry('PUT', `${type}/${id}`, since, {}, { ifMatch: 'W/"1"' })], {}, 'neurologist')
    expect((await send('transaction', entries, key)).text).toBe(first.text)
  })

  it.each([
    ['says a condition that is none', { ifNoneExist: 7 }, 'ifNoneExist'],
    ['misspells a condition', { ifNonExist: 'identifier=urn:demo|p7' }, 'ifNonExist'],
  ])('makes nothing for whoever %s', async (_, request, where) => {
    const before = await many('Patient?_tag:missing=true')
    const told = await send('transaction', [entry('POST', 'Patient', person, {}, request)])
    expect([told.status, told.issues[0]?.expression]).toEqual([400, [`Bundle.entry[0].request.${where}`]])
    expect(await many('Patient?_tag:missing=true')).toBe(before)
  })

  it('changes nothing twice, and has an end', async () => {
    const twice = [
      entry('PUT', 'Observation/same', finding('x', { id: 'same' })),
      entry('PUT', 'Observation/same', finding('x', { id: 'same' })),
    ]
    expect((await send('transaction', twice)).issues[0]?.details.coding?.[0]?.code).toBe('changed-twice')
    expect(
      (
        await send(
          'transaction',
          Array.from({ length: 501 }, () => entry('GET', 'Patient')),
        )
      ).status,
    ).toBe(413)
  })
})
