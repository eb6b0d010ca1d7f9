import { describe, expect, it } from 'vitest'
import { evaluated } from '../journey.ts'
import { openHouse } from '../support.ts'
import { allPages, fhir, oneHouse, pressure, refusal } from './support.ts'

let ada: string
let ben: string
const { house, get } = oneHouse(async (opened) => {
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
