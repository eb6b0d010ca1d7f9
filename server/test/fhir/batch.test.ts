import { describe, expect, it } from 'vitest'
import { bundlesTo, entry, finding, newFinding, person } from './bundles.ts'
import { fhir, oneHouse } from './support.ts'

const { house } = oneHouse()
const { send, many } = bundlesTo(house)

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

  it('is asked by the whole address as by what stands behind the base, where that is ours', async () => {
    const { headers } = await fhir(house(), 'nurse', 'POST', '/Patient', { ...person, name: [{ text: 'Demo Whole' }] })
    const [one = ''] = (headers.location ?? '').split('/_history')
    const base = one.replace(/\/Patient\/.*/, '')
    const told = await send('batch', [
      entry('GET', one),
      entry('GET', `${base}/Patient?name=whole`),
      entry('PUT', one, { ...person, id: one.split('/').at(-1), gender: 'other' }, {}, { ifMatch: 'W/"1"' }),
      entry('GET', one.replace(base, 'https://elsewhere.example/fhir')),
    ])
    const statuses = told.bundle.entry.map(({ response }) => response?.status.slice(0, 3))
    expect(statuses).toEqual(['200', '200', '200', '404'])
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
    expect(other.issues[0]?.expression).toEqual(['http.Idempotency-Key'])
  })

  it('is no other bundle', async () => {
    const told = await fhir(house(), 'nurse', 'POST', '', { resourceType: 'Bundle', type: 'collection' })
    expect([told.status, told.issues[0]?.expression]).toEqual([400, ['Bundle.type']])
  })
})
