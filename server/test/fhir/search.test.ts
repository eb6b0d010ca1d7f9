import { prefetchOf } from '@facialis/fhir/cards/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { evaluated } from '../journey.ts'
import { adaSample, type Person } from '../support.ts'
import { idsIn, oneHouse, pressure } from './support.ts'

let ada: string
let ben: string
const { house, get, madeId } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient({ patient: { name: 'Demo Bén Sample', birthDate: '1965-01-02', phone: '555-0102' } })
  await opened.act('neurologist', ada, evaluated('2026-11-23'))
})

describe('searching', () => {
  const found = async (url: string, who: Person = 'nurse') => {
    const told = await get(who, url.replaceAll(':ada', ada).replaceAll(':ben', ben))
    if (told.status !== 200) throw new Error(told.text)
    return idsIn(told.bundle)
  }

  it('by ids first, and then by something else, goes by ids', async () => {
    const sorted = async (order: string) => idsIn((await get('nurse', `/Patient?_sort=${order}`)).bundle)
    for (const order of ['_id,birthdate', '_id,-birthdate']) expect(await sorted(order)).toEqual(await sorted('_id'))
  })

  it('tells who wrote a finding that another system sent, by its address and along with it', async () => {
    const id = await madeId('nurse', pressure(ada))
    const target = [{ reference: `Observation/${id}` }]
    const agent = [{ who: { display: 'Demo Practice Elsewhere' } }]
    const recorded = '2026-11-20T10:00:00Z'
    const written = await madeId('nurse', { resourceType: 'Provenance', target, agent, recorded })
    expect(await found(`/Provenance?target=Observation/${id}`)).toEqual([`Provenance/${written}`])
    const along = await get('nurse', `/Observation?_id=${id}&_revinclude=Provenance:target`)
    expect(idsIn(along.bundle, 'include')).toContain(`Provenance/${written}`)
  })

  it.each([
    ['by the beginning of a name, whatever the accents', '/Patient?name=ben', ['ben']],
    ['by another word of the name', '/Patient?name=SAM', ['ada', 'ben']],
    ['by the exact name only', '/Patient?name:exact=demo', []],
    ['by one of two names', '/Patient?name=nobody,ada', ['ada']],
    ['born in a year', '/Patient?birthdate=1970', ['ada']],
    ['born before', '/Patient?birthdate=lt1970', ['ben']],
    ['born from a day on', '/Patient?birthdate=ge1970-05-04', ['ada']],
    ['born after that day', '/Patient?birthdate=gt1970-05-04', []],
    ['born in another year', '/Patient?birthdate=ne1970', ['ben']],
    ['by number', '/Patient?phone=555-0101', ['ada']],
    ['by id', '/Patient?_id=:ben', ['ben']],
    ['without a gender', '/Patient?gender:missing=true', ['ada', 'ben']],
    ['with a gender', '/Patient?gender:missing=false', []],
    ['active', '/Patient?active=true', ['ada', 'ben']],
    ['not active', '/Patient?active:not=true', []],
    ['written today', '/Patient?_lastUpdated=2026-11-23', ['ada', 'ben']],
    ['written before', '/Patient?_lastUpdated=lt2026-11-23', []],
    ['by two things that must both hold', '/Patient?name=demo&birthdate=1965', ['ben']],
  ])('finds people %s', async (_, url, who) => {
    const named = { ada: `Patient/${ada}`, ben: `Patient/${ben}` } as Record<string, string>
    expect([...(await found(url))].sort()).toEqual(who.map((name) => named[name]!).sort())
  })

  it('finds what belongs to a person, by code with and without its system, and by chain', async () => {
    const system = encodeURIComponent('https://facialis.invalid/fact')
    const by = [
      `/Observation?patient=:ada&code=hfs.onset`,
      `/Observation?subject=Patient/:ada&code=${system}|hfs.onset`,
      `/Observation?patient.name=ada&code=hfs.onset`,
      `/Observation?subject:Patient.name=ada&code=hfs.onset`,
      `/Observation?subject:Patient=:ada&code=${system}|hfs.onset&status=final`,
      `/Observation?patient=:ada&code=hfs.onset&status=${encodeURIComponent('http://hl7.org/fhir/observation-status|final')}`,
    ]
    const [first, ...others] = await Promise.all(by.map((url) => found(url)))
    expect(first).toHaveLength(2)
    for (const one of others) expect(one).toEqual(first)
    expect(await found('/Observation?patient.name=nobody')).toEqual([])
    expect(await found(`/Observation?patient=:ada&code=${system}|`)).not.toEqual([])
  })

  it('finds by no date, not even by another one, what has none', async () => {
    const problem = {
      resourceType: 'Condition',
      subject: { reference: `Patient/${ben}` },
      code: { text: 'Demo problem' },
    }
    const [undated, dated] = [
      await madeId('neurologist', problem),
      await madeId('neurologist', { ...problem, onsetDateTime: '2019-05' }),
    ]
    const problems = (asked: string) => found(`/Condition?patient=:ben&${asked}`)
    expect(await problems('onset-date=ne2020')).toEqual([`Condition/${dated}`])
    expect(await problems('onset-date=ne2019')).toEqual([])
    expect(await problems('onset-date:missing=true')).toEqual([`Condition/${undated}`])
  })

  it('finds by a code of a finding or of a part of it, as who asks for all that tell of something does', async () => {
    const coded = (code: string) => ({ code: { coding: [{ system: 'http://loinc.org', code }] } })
    const whole = await madeId('nurse', pressure(ada, coded('85354-9')))
    const part = { ...coded('85354-9'), valueQuantity: { value: 80, unit: 'mmHg' } }
    const parted = await madeId('nurse', pressure(ada, { ...coded('55284-4'), component: [part] }))
    const both = [`Observation/${whole}`, `Observation/${parted}`].sort()
    const of = async (asked: string) => [...(await found(`/Observation?_count=500&${asked}`))].sort()
    for (const code of ['85354-9', 'http://loinc.org|85354-9', '85354-9,of-nothing'])
      expect(await of(`combo-code=${encodeURIComponent(code)}`)).toEqual(both)
    expect([...both, ...(await of('combo-code:not=85354-9'))].sort()).toEqual(await of(''))
    expect(await of('combo-code:missing=true')).toEqual([])
    expect((await get('nurse', '/Observation?_sort=combo-code')).status).toBe(400)
  })

  it('answers all that Facialis itself asks of the records of others', async () => {
    for (const { query } of prefetchOf(hemifacialSpasm)) {
      const told = await get('nurse', `/${query.replace('{{context.patientId}}', ada)}`)
      expect([query, told.status]).toEqual([query, 200])
    }
  })

  it('brings along what a resource refers to, and what refers to it', async () => {
    const told = await get('nurse', `/Observation?patient=${ada}&code=hfs.onset&_include=Observation:subject`)
    expect(idsIn(told.bundle, 'include')).toEqual([`Patient/${ada}`])
    const back = await get('nurse', `/Patient?_id=${ada}&_revinclude=Observation:patient&_revinclude=Provenance:target`)
    const types = new Set(idsIn(back.bundle, 'include').map((one) => one.split('/')[0]))
    expect(types).toEqual(new Set(['Observation', 'Provenance']))
  })

  it('counts, without sending anything', async () => {
    const told = await get('nurse', '/Patient?_summary=count')
    expect(told.bundle).toMatchObject({ total: 2, entry: [] })
    expect((await get('nurse', '/Patient?_total=accurate&_count=1')).bundle).toMatchObject({ total: 2 })
  })

  it('shows requests from the front door to those who answer them, and not to an imaging reader', async () => {
    await house().ask(null, 'POST', '/api/front-door/referrals', adaSample)
    const [mine] = await found('/Task?status=requested', 'coordinator')
    expect(mine).toMatch(/^Task\//)
    expect(await found('/Task?status=requested', 'reader')).toEqual([])
    const absent = await get('reader', '/Task/absent')
    for (const path of [`/${mine}`, `/${mine}/_history`, `/${mine}/_history/1`])
      expect((await get('reader', path)).text).toBe(absent.text)
    expect((await get('reader', '/Task/_history')).bundle.entry).toEqual([])
    expect((await get('reader', '/Task?_summary=count')).bundle.total).toBe(0)
  })
})
