import { describe, expect, it } from 'vitest'
import { fhir, oneHouse, pressure } from './support.ts'

let ada: string
const { house, send, put, made } = oneHouse(async (opened) => {
  ada = await opened.patient()
})

describe('writing where others write too, or the same once more', () => {
  it('changes what is there only for who names the version they saw', async () => {
    const one = await made('nurse', pressure(ada))
    const changed = { ...one, status: 'amended' }
    const url = `/Observation/${one.id}`
    expect((await put('nurse', url, changed)).status).toBe(428)
    expect((await put('nurse', url, changed, 'W/"7"')).status).toBe(412)
    const malformed = await put('nurse', url, changed, 'seven')
    expect([malformed.status, malformed.issues[0]?.code, malformed.issues[0]?.expression]).toEqual([
      400,
      'invalid',
      ['http.If-Match'],
    ])
    const done = await put('nurse', url, changed, 'W/"1"')
    expect([done.status, done.headers.etag]).toEqual([200, 'W/"2"'])
    expect((await put('nurse', url, changed, 'W/"1"')).status).toBe(412)
    for (const method of ['PATCH', 'DELETE'] as const) {
      const body = method === 'PATCH' ? [] : undefined
      const as = 'application/json-patch+json'
      expect((await fhir(house(), 'neurologist', method, url, body, { as })).status).toBe(428)
      expect(
        (await fhir(house(), 'neurologist', method, url, body, { as, headers: { 'if-match': '"1"' } })).status,
      ).toBe(412)
      expect((await fhir(house(), 'neurologist', method, url, body, { as, headers: { 'if-match': 'x' } })).status).toBe(
        400,
      )
    }
    const gone = await fhir(house(), 'neurologist', 'DELETE', url, undefined, { headers: { 'if-match': 'W/"2"' } })
    expect(gone.status).toBe(204)
    expect((await fhir(house(), 'nurse', 'GET', url)).status).toBe(410)
    expect((await fhir(house(), 'nurse', 'GET', `${url}/_history/2`)).status).toBe(200)
    const history = await fhir(house(), 'nurse', 'GET', `${url}/_history`)
    expect(history.bundle.entry.map(({ response }) => response?.status.slice(0, 3))).toEqual(['204', '200', '201'])
  })

  it('makes one of several that are the same by a condition', async () => {
    const known = { identifier: [{ system: 'urn:demo', value: 'one' }] }
    const ask = () =>
      send('nurse', '/Observation', pressure(ada, known), { headers: { 'if-none-exist': 'identifier=urn:demo|one' } })
    const [first, second] = [await ask(), await ask()]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.id).toBe(first.body.id)
    await made('nurse', pressure(ada, known))
    const third = await ask()
    expect([third.status, third.issues[0]?.code]).toEqual([412, 'multiple-matches'])
    expect((await send('nurse', '/Observation', pressure(ada), { headers: { 'if-none-exist': '' } })).status).toBe(412)
  })

  it('makes exactly one, when many ask for the same at once', async () => {
    const known = pressure(ada, { identifier: [{ system: 'urn:demo', value: 'race' }] })
    const headers = { 'if-none-exist': 'identifier=urn:demo|race' }
    const all = await Promise.all(Array.from({ length: 16 }, () => send('nurse', '/Observation', known, { headers })))
    expect(all.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 15 }, () => 200), 201])
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1)
  })

  it('updates what a condition finds, and makes it when it finds nothing', async () => {
    const known = pressure(ada, { identifier: [{ system: 'urn:demo', value: 'two' }] })
    const url = '/Observation?identifier=urn:demo|two'
    const first = await put('nurse', url, known)
    expect(first.status).toBe(201)
    expect((await put('nurse', url, known)).status).toBe(428)
    const second = await put('nurse', url, { ...known, status: 'amended' }, 'W/"1"')
    expect([second.status, second.body.id]).toEqual([200, first.body.id])
    expect((await put('nurse', url, known, 'W/"1"')).status).toBe(412)
  })

  it('lets exactly one of many win who change one version', async () => {
    const one = await made('nurse', pressure(ada))
    const all = await Promise.all(
      Array.from({ length: 20 }, () => put('nurse', `/Observation/${one.id}`, { ...one, status: 'amended' }, 'W/"1"')),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 412)).toHaveLength(19)
  })

  it('does once what is sent twice with one key, and answers alike', async () => {
    const headers = { 'idempotency-key': 'once-1' }
    const first = await send('nurse', '/Observation', pressure(ada), { headers })
    const second = await send('nurse', '/Observation', pressure(ada), { headers })
    expect([second.status, second.text]).toEqual([201, first.text])
    const other = await send('nurse', '/Observation', pressure(ada, { status: 'amended' }), { headers })
    expect([other.status, other.issues[0]?.code]).toEqual([422, 'duplicate'])
    // A header is no path into the resource.
    expect(other.issues[0]?.expression).toEqual(['http.Idempotency-Key'])
  })
})
