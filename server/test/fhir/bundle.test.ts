import { describe, expect, it } from 'vitest'
import type { Person } from '../support.ts'
import { fhir, type Json, oneHouse, refusal } from './support.ts'

const { house } = oneHouse()

const person: Json = { resourceType: 'Patient', name: [{ text: 'Demo Bundle' }] }
const finding = (subject: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'pulse' },
  subject: { reference: subject },
  ...more,
})
const entry = (method: string, url: string, resource?: Json, more: Json = {}, request: Json = {}): Json => ({
  ...more,
  ...(resource ? { resource } : {}),
  request: { method, url, ...request },
})
const elsewhere = (address: string): Readonly<{ fullUrl: string }> => ({
  fullUrl: `https://ehr.example/fhir/${address}`,
})
const send = (
  type: 'transaction' | 'batch',
  entries: readonly Json[],
  headers: Record<string, string> = {},
  who: Person = 'nurse',
) => fhir(house(), who, 'POST', '', { resourceType: 'Bundle', type, entry: entries }, { headers })
const many = async (query: string) => (await fhir(house(), 'nurse', 'GET', `/${query}&_summary=count`)).bundle.total

const newPerson = 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000001'
const newFinding = 'urn:uuid:0a1b2c3d-0000-4000-8000-000000000002'

describe('a transaction', () => {
  it('makes several resources that refer to each other, in any order', async () => {
    const told = await send('transaction', [
      entry('POST', 'Observation', finding(newPerson, { derivedFrom: [{ reference: newFinding }] })),
      entry('POST', 'Observation', finding(newPerson), { fullUrl: newFinding }),
      entry('POST', 'Patient', person, { fullUrl: newPerson }),
      entry('GET', 'Patient?name=bundle'),
    ])
    expect(told.status).toBe(200)
    expect(told.bundle.type).toBe('transaction-response')
    const responses = told.bundle.entry.map(({ response }) => response)
    expect(responses.map((one) => one?.status)).toEqual(['201 Created', '201 Created', '201 Created', '200 OK'])
    const [first, second, third] = responses.map((one) => one?.location?.replace(/\/_history.*/, ''))
    expect((await fhir(house(), 'nurse', 'GET', `/${first}`)).body).toMatchObject({
      subject: { reference: third },
      derivedFrom: [{ reference: second }],
    })
    const event = await house().built.clinic.record.auditEntries({ patientId: third!.split('/')[1]!, limit: 9 })
    expect(event.filter(({ action }) => action === 'fhir-transaction')).toMatchObject([
      { changes: expect.arrayContaining([expect.objectContaining({ type: 'Patient' })]) },
    ])
  })

  it('takes what another system calls Patient/[id] for its own, not for somebody who happens to have that id here', async () => {
    const here = await house().patient()
    const there = 'https://ehr.example/fhir'
    const told = await send('transaction', [
      entry('POST', 'Observation', finding(`Patient/${here}`), { fullUrl: `${there}/Observation/1` }),
      entry('POST', 'Observation', finding(`Patient/${here}/_history/3`), { fullUrl: `${there}/Observation/2` }),
      entry('POST', 'Patient', person, { fullUrl: `${there}/Patient/${here}` }),
      entry('POST', 'Observation', finding(`Patient/${here}`)),
    ])
    const [first, second, third, fourth] = told.bundle.entry.map(({ response }) =>
      response?.location?.replace(/\/_history.*/, ''),
    )
    const subjectOf = async (at?: string) => (await fhir(house(), 'nurse', 'GET', `/${at}`)).body.subject
    for (const one of [first, second]) expect(await subjectOf(one)).toEqual({ reference: third })
    expect(await subjectOf(fourth)).toEqual({ reference: `Patient/${here}` })
  })

  it.each<[string, (id: string) => readonly Json[]]>([
    [
      'it does not send along',
      (id) => [entry('POST', 'Observation', finding(`Patient/${id}`), elsewhere('Observation/1'))],
    ],
    [
      'it sends along under the address of one version',
      (id) => [
        entry('POST', 'Observation', finding(`Patient/${id}`), elsewhere('Observation/1')),
        entry('POST', 'Patient', person, elsewhere(`Patient/${id}/_history/1`)),
      ],
    ],
    [
      'it tells by the id it has there, under no address',
      (id) => [entry('POST', 'Observation', finding(`Patient/${id}`)), entry('POST', 'Patient', { ...person, id })],
    ],
  ])('is refused with its place where Patient/[id] may be somebody of another server whom %s', async (_, entries) => {
    const here = (await fhir(house(), 'nurse', 'POST', '/Patient', person)).body.id
    const told = await send('transaction', entries(here))
    expect([told.status, told.issues[0]?.expression?.[0]]).toEqual([
      422,
      expect.stringMatching(/^Bundle\.entry\[0\]\.resource\.subject/),
    ])
    expect(told.issues[0]?.details.text).toMatch(/fullUrl/)
    expect(await many(`Observation?patient=${here}`)).toBe(0)
  })

  it.each(['a_b', '1?at=1', '1#top'])('takes an entry at [another server]/Observation/%s for theirs', async (id) => {
    const here = await house().patient()
    const told = await send('transaction', [
      entry('POST', 'Observation', finding(`Patient/${here}`), elsewhere(`Observation/${id}`)),
    ])
    expect(refusal(told)).toEqual([422, 'no-such-person'])
  })

  it.each(['transaction', 'batch'] as const)(
    'says, as a %s, that a condition finds what is about somebody else, and does not take it for theirs',
    async (type) => {
      const here = (await fhir(house(), 'nurse', 'POST', '/Patient', person)).body.id
      const kept = await fhir(house(), 'nurse', 'POST', '/Observation', finding(`Patient/${here}`))
      const theirs = (condition: string, subject = `Patient/${here}`): readonly Json[] => [
        entry('POST', 'Patient', person, { ...elsewhere(`Patient/${here}`) }),
        entry('POST', 'Observation', finding(subject), elsewhere('Observation/1'), { ifNoneExist: condition }),
      ]
      for (const condition of [`patient=Patient/${here}`, `subject=${here}`, `_id=${kept.body.id}`]) {
        const told = await send(type, theirs(condition))
        const outcome = type === 'transaction' ? told.body : told.bundle.entry[1]?.response?.outcome
        expect(outcome, condition).toMatchObject({
          issue: [
            {
              details: { coding: [{ code: 'found-of-another' }] },
              expression: ['Bundle.entry[1].request.ifNoneExist'],
            },
          ],
        })
      }
      const ours = { ifNoneExist: `_id=${kept.body.id}` }
      const merging = { ...person, link: [{ other: { reference: `Patient/${here}` }, type: 'replaces' }] }
      const inUse = (await fhir(house(), 'coordinator', 'POST', '/Patient', merging)).body.id
      for (const id of [here, inUse]) {
        const again = await send(type, [entry('POST', 'Observation', finding(`Patient/${id}`), {}, ours)])
        expect(again.bundle.entry[0]?.response?.status).toBe('200 OK')
      }
      const ofAGroup = await send(type, [entry('POST', 'Observation', finding('Group/7'), {}, ours)])
      expect(type === 'transaction' ? ofAGroup.status : ofAGroup.bundle.entry[0]?.response?.status).toEqual(
        type === 'transaction' ? 412 : '412 Precondition Failed',
      )
    },
  )

  it('finds whom a version of theirs names, and takes one set of ids for one where something is kept under its own', async () => {
    const here = (await fhir(house(), 'nurse', 'POST', '/Patient', person)).body.id
    const told = await send('transaction', [
      entry(
        'POST',
        'Observation',
        finding(`${elsewhere(`Patient/${here}`).fullUrl}/_history/3`),
        elsewhere('Observation/1'),
      ),
      entry('POST', 'Patient', person, elsewhere(`Patient/${here}`)),
    ])
    expect(told.status).toBe(200)
    expect(await many(`Observation?patient=${here}`)).toBe(0)
    const mirrored = { ...finding(`Patient/${here}`), id: 'kept-alike' }
    expect(
      (
        await send('transaction', [
          entry('PUT', 'Observation/kept-alike', mirrored, elsewhere('Observation/kept-alike')),
        ])
      ).status,
    ).toBe(200)
    expect(await many(`Observation?patient=${here}`)).toBe(1)
  })

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

  it('takes no name for two entries: nobody could say which of them a reference means', async () => {
    const named = (text: string) =>
      entry('POST', 'Observation', finding('x', { code: { text } }), { fullUrl: newPerson })
    const told = await send('transaction', [named('one'), named('two')])
    expect(told.issues[0]).toMatchObject({
      details: { coding: [{ code: 'named-twice' }] },
      expression: ['Bundle.entry[1].fullUrl'],
    })
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

describe('a batch', () => {
  it('does what it can, and says of each entry what became of it', async () => {
    const told = await send('batch', [
      entry('POST', 'Patient', { ...person, name: [{ text: 'Demo Batch' }] }),
      entry('POST', 'Observation', finding('Patient/nobody')),
      entry('GET', 'Patient?name=batch'),
      entry('GET', 'Patient/nobody'),
      entry('GET', 'Patient?eyes=blue'),
      { request: 7 },
    ])
    expect(told.bundle.type).toBe('batch-response')
    expect(told.bundle.entry.map(({ response }) => response?.status.slice(0, 3))).toEqual([
      '201',
      '422',
      '200',
      '404',
      '400',
      '400',
    ])
    expect(told.bundle.entry[2]?.resource).toMatchObject({ resourceType: 'Bundle', type: 'searchset' })
    expect(told.bundle.entry[1]?.response?.outcome).toMatchObject({
      issue: [{ expression: ['Bundle.entry[1].resource.subject.reference'] }],
    })
  })

  it('files nothing under whoever has an id here under which it sends somebody along, whichever comes first', async () => {
    const { body: here } = await fhir(house(), 'nurse', 'POST', '/Patient', person)
    const [theirs, about] = [entry('POST', 'Patient', { ...person, id: here.id }), finding(`Patient/${here.id}`)]
    for (const entries of [
      [entry('POST', 'Observation', about), theirs],
      [theirs, entry('POST', 'Observation', about, { fullUrl: newFinding })],
    ]) {
      const told = await send('batch', entries)
      expect(told.bundle.entry.map(({ response }) => response?.status.slice(0, 3)).sort()).toEqual(['201', '422'])
    }
    expect(await many(`Observation?patient=${here.id}`)).toBe(0)
  })

  it('reads the history, and everything of a person, and says what it does not read', async () => {
    const { body } = await fhir(house(), 'nurse', 'POST', '/Patient', person)
    const told = await send('batch', [
      entry('GET', `Patient/${body.id}/_history`),
      entry('GET', 'Patient/_history?_count=1'),
      entry('GET', '_history?_count=1'),
      entry('GET', `Patient/${body.id}/$everything`),
      entry('GET', `Patient/${body.id}/_history/1`),
      entry('GET', 'Patient/_search?name=demo'),
      entry('GET', 'PlanDefinition/hemifacial-spasm/$apply?subject=x'),
    ])
    expect(told.bundle.entry.map(({ response }) => response?.status.slice(0, 3))).toEqual([
      ...Array.from({ length: 5 }, () => '200'),
      ...Array.from({ length: 2 }, () => '400'),
    ])
    expect(told.bundle.entry.map(({ resource }) => resource?.type ?? resource?.resourceType)).toEqual([
      'history',
      'history',
      'history',
      'searchset',
      'Patient',
      undefined,
      undefined,
    ])
  })

  it('finds by an address that holds a question mark what a search by itself finds', async () => {
    const system = 'https://hospital.example/list?of=people'
    const named = { ...person, identifier: [{ system, value: 'q1' }] }
    await send('batch', [entry('POST', 'Patient', named)])
    const told = await send('batch', [
      entry('GET', `Patient?identifier=${system}|q1`),
      entry('PUT', `Patient?identifier=${system}|q1`, named, {}, { ifMatch: 'W/"1"' }),
    ])
    expect(told.bundle.entry.map(({ response }) => response?.status)).toEqual(['200 OK', '200 OK'])
    expect(told.bundle.entry[0]?.resource).toMatchObject({ entry: [{ resource: { identifier: [{ value: 'q1' }] } }] })
    expect(await many(`Patient?identifier=${system}|q1`)).toBe(1)
  })

  it('is done once under one key, and of another one under the same key nothing is done', async () => {
    const key = { 'idempotency-key': 'batch-1' }
    const entries = [entry('POST', 'Patient', { ...person, language: 'nl' })]
    const first = await send('batch', entries, key)
    expect((await send('batch', entries, key)).text).toBe(first.text)
    const other = await send('batch', [entry('GET', 'Patient/nobody'), ...entries], key)
    expect([other.status, other.issues[0]?.code]).toEqual([422, 'duplicate'])
  })

  it('is no other bundle', async () => {
    const told = await fhir(house(), 'nurse', 'POST', '', { resourceType: 'Bundle', type: 'collection' })
    expect([told.status, told.issues[0]?.expression]).toEqual([400, ['Bundle.type']])
  })
})
