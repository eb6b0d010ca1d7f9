import { describe, expect, it } from 'vitest'
import { evaluated } from '../journey.ts'
import { fhir, idsIn, oneHouse } from './support.ts'

let ada: string
const { house, get } = oneHouse(async (opened) => {
  ada = await opened.patient()
  await opened.patient({ patient: { name: 'Demo Bén Sample', birthDate: '1965-01-02', phone: '555-0102' } })
  await opened.act('neurologist', ada, evaluated('2026-11-23'))
})

describe('an answer to a search', () => {
  it.each([
    ['an unknown parameter', '/Patient?eyes=blue', 'http.eyes'],
    ['a date that is none', '/Patient?birthdate=yesterday', 'http.birthdate'],
    ['an unknown modifier', '/Patient?name:sounds=x', 'http.name:sounds'],
    ['a modifier of an id', '/Patient?_id:not=x', 'http._id:not'],
    ['an unknown order', '/Patient?_sort=eyes', 'http._sort'],
    ['an unknown order behind ids', '/Patient?_sort=_id,eyes', 'http._sort'],
    ['ids that go down', '/Patient?_sort=-_id', 'http._sort'],
    ['an include that leads nowhere', '/Patient?_include=Patient:eyes', 'http._include'],
    ['a count that is none', '/Patient?_count=many', 'http._count'],
    ['a page of somebody else', '/Patient?_page=AAAA', 'http._page'],
    ['a page of a history that begins nowhere', '/Patient/_history?_page=1~a', 'http._page'],
    ['a value left empty', '/Patient?name=', 'http.name'],
    ['an id left empty', '/Patient?_id=', 'http._id'],
    ['a list of no ids', '/Patient?_id=,', 'http._id'],
    ['an instant left empty', '/Patient?_lastUpdated=', 'http._lastUpdated'],
    ['an empty id behind a chain', '/Observation?patient._id=', 'http.patient._id'],
    ['a chain to nowhere', '/Observation?code.name=x', 'http.code.name'],
    ['a summary of no known kind', '/Patient?_summary=short', 'http._summary'],
  ])('refuses %s and says where', async (_, url, where) => {
    const told = await get('nurse', url)
    expect(told.status).toBe(400)
    expect(told.issues).toMatchObject([{ severity: 'error', expression: [where] }])
  })

  it('leaves out an unknown parameter only when told to, and says so', async () => {
    const told = await get('nurse', '/Patient?eyes=blue', { prefer: 'handling=lenient' })
    expect(idsIn(told.bundle)).toHaveLength(2)
    expect(JSON.stringify(told.bundle.entry.at(-1))).toContain('Left out, because they are not known here: eyes')
    // Who reads the bundle sees from its own address by what was searched, and so what to sort out themselves.
    expect(told.bundle.link[0]?.url).toMatch(/\/fhir\/Patient$/)
  })

  it.each(['_summary=true', '_summary=text', '_summary=data', '_elements=name,birthDate'])(
    'sends who would do with less (%s) all of each resource all the same, and says that it was not heeded',
    async (less) => {
      for (const address of ['/Patient', '/Patient/_history', `/Patient/${ada}/*`, `/Patient/${ada}/$everything`]) {
        const [told, plain] = [await get('nurse', `${address}?_pretty=true&${less}`), await get('nurse', address)]
        expect([told.status, told.bundle.entry], address).toEqual([200, plain.bundle.entry])
        expect(told.bundle.link[0]?.url, address).not.toContain(less.split('=')[0])
      }
      const told = await get('nurse', `/Patient/${ada}?${less}`)
      expect(told.body).toEqual((await get('nurse', `/Patient/${ada}`)).body)
    },
  )

  it.each([
    ['/Patient?eyes=blue&_sort=family&_count=9999', '_sort=family&_count=500'],
    ['/Patient/:id/*?eyes=blue&_type=Patient&_count=9999', '_type=Patient&_count=500'],
    ['/Patient/:id/$everything?_type=Patient&_count=9999', '_type=Patient&_count=2000'],
    ['/AuditEvent?_sort=-date&_count=9999', '_sort=-date&_count=500'],
  ])('says of %s how it was answered', async (asked, answered) => {
    const [id] = idsIn((await get('nurse', '/Patient?_count=1')).bundle)
    const url = asked.replace(':id', String(id).replace('Patient/', ''))
    const who = url.startsWith('/AuditEvent') ? 'privacy' : 'nurse'
    const told = await get(who, url, { prefer: 'handling=lenient' })
    const self = told.bundle.link.find(({ relation }) => relation === 'self')?.url ?? ''
    expect(self.split('?')[1]).toBe(answered)
  })

  it.each([
    ['_include:iterate=Patient:link', 'brings nothing further along'],
    ['_revinclude:recurse=Observation:subject', 'brings nothing further along'],
  ])('says of %s that this is not done, and leaves it out when told to', async (asked, said) => {
    const told = await get('nurse', `/Patient?${asked}`)
    expect([told.status, told.issues[0]?.details.text]).toEqual([400, expect.stringContaining(said)])
    const lenient = await get('nurse', `/Patient?${asked}`, { prefer: 'handling=lenient' })
    expect(idsIn(lenient.bundle)).toHaveLength(2)
    const [name] = asked.split('=')
    expect(JSON.stringify(lenient.bundle.entry.at(-1))).toContain(`Left out, because they are not known here: ${name}`)
  })

  it('says that a search is sent as a form, and names nothing that nobody sent', async () => {
    const told = await fhir(house(), 'nurse', 'POST', '/Patient/_search', { name: 'Sample' })
    expect([told.status, told.issues[0]?.details.text]).toEqual([422, expect.stringContaining('is sent as a form')])
    expect(told.issues[0]?.expression).toBeUndefined()
  })

  it('takes a search that is sent, and writes nothing of it into the address of the next page', async () => {
    const told = await fhir(house(), 'nurse', 'POST', '/Patient/_search?_count=1', 'name=Sample', {
      as: 'application/x-www-form-urlencoded',
    })
    expect(idsIn(told.bundle)).toHaveLength(1)
    const next = told.bundle.link.find(({ relation }) => relation === 'next')!.url
    expect(next).not.toMatch(/sample/i)
    const second = await get('nurse', next.slice(next.indexOf('/fhir') + 5))
    expect(idsIn(second.bundle)).toHaveLength(1)
    expect(idsIn(second.bundle)).not.toEqual(idsIn(told.bundle))
    // A page belongs to who asked for the first one.
    expect((await get('neurologist', next.slice(next.indexOf('/fhir') + 5))).status).toBe(400)
  })
})
