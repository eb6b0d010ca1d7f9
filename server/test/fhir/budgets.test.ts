import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse } from './support.ts'

const { house } = oneHouse()

const list = (many: number): string => Array.from({ length: many }, (_, at) => `a${at}`).join()
const bundle = (entry: readonly Json[], type = 'batch') =>
  fhir(house(), 'nurse', 'POST', '', { resourceType: 'Bundle', type, entry })
const read = (url: string): Json => ({ request: { method: 'GET', url } })

describe('a search', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'knows no type called %s, nor does a batch',
    async (name) => {
      for (const beside of ['_include', '_revinclude']) {
        const url = `Patient?${beside}=${name}:x`
        expect((await fhir(house(), 'nurse', 'GET', `/${url}`)).status).toBe(400)
        const told = await bundle([read(url), read('Patient')])
        expect(told.bundle.entry.map(({ response }) => response?.status)).toEqual(['400 Bad Request', '200 OK'])
      }
    },
  )

  it.each([
    ['2,000 values in a list', `code=${list(2000)}`, 'http.code'],
    ['2,000 persons in a list', `subject=${list(2000)}`, 'http.subject'],
    ['2,000 ids', `_id=${list(2000)}`, 'http._id'],
    ['2,000 values behind a dot', `subject:Patient.name=${list(2000)}`, 'http.subject:Patient.name'],
    ['60 conditions', Array.from({ length: 60 }, () => 'code=a').join('&'), 'http.code'],
    ['30 things beside', Array.from({ length: 30 }, () => '_include=Observation:subject').join('&'), 'http._include'],
  ])('with %s is refused, and told where', async (_, query, where) => {
    const as = { as: 'application/x-www-form-urlencoded' }
    const told = await fhir(house(), 'nurse', 'POST', '/Observation/_search', query, as)
    expect([told.status, told.issues[0]?.code, told.issues[0]?.expression]).toEqual([400, 'too-costly', [where]])
  })
})

describe('the reads of one bundle', () => {
  it('are at most a hundred', async () => {
    const told = await bundle(Array.from({ length: 101 }, () => read('Patient')))
    expect([told.status, told.issues[0]?.expression]).toEqual([413, ['Bundle.entry']])
  })

  it.each(['batch', 'transaction'])(
    'of a %s answer with some thousand resources, and say what is too much',
    async (type) => {
      const person = { resourceType: 'Patient', name: [{ text: 'Demo Budget' }] }
      const make = { resource: person, request: { method: 'POST', url: 'Patient' } }
      expect(
        (
          await bundle(
            Array.from({ length: 60 }, () => make),
            'transaction',
          )
        ).status,
      ).toBe(200)
      const told = await bundle(
        Array.from({ length: 100 }, () => read('Patient?name=budget&_count=60')),
        type,
      )
      const statuses = told.bundle.entry.map(({ response }) => response?.status)
      expect(statuses.slice(0, 84)).toEqual(Array.from({ length: 84 }, () => '200 OK'))
      expect(statuses.slice(84)).toEqual(Array.from({ length: 16 }, () => '413 Content Too Large'))
      expect(told.bundle.entry[84]?.response?.outcome).toMatchObject({
        issue: [{ code: 'too-costly', expression: ['Bundle.entry[84].request.url'] }],
      })
    },
  )
})

it.each<[string, Json, string]>([
  ['extensions', { extension: Array.from({ length: 40_000 }, () => ({ url: 'a', valueString: 'b' })) }, 'extension'],
  ['codings', { code: { coding: Array.from({ length: 30_000 }, (_, at) => ({ code: `a${at}` })) } }, 'code'],
  ['components', { component: Array.from({ length: 20_000 }, () => ({ code: { text: 'a' } })) }, 'component'],
])('a resource of very many %s is refused before it is checked', async (_, more, where) => {
  const subject = { reference: `Patient/${await house().patient()}` }
  const sent = { resourceType: 'Observation', status: 'final', code: { text: 'pulse' }, subject, ...more }
  const told = await fhir(house(), 'nurse', 'POST', '/Observation', sent)
  expect([told.status, told.issues]).toMatchObject([422, [{ code: 'too-long', expression: [`Observation.${where}`] }]])
})
