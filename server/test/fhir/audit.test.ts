import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validation } from '../../fhir/r4/definitions.ts'
import { cleanUp, type House, openHouse, password } from '../support.ts'
import { fhir, type Json } from './support.ts'

let house: House
let ada: string
let ben: string
beforeAll(async () => {
  house = await openHouse()
  ada = await house.patient()
  ben = await house.patient({ patient: { name: 'Demo Ben Sample', birthDate: '1961-02-11', phone: '555-0199' } })
  for (let look = 0; look < 12; look++) await house.ask('nurse', 'GET', `/api/patients/${ada}`)
  await house.act('neurologist', ada, { kind: 'toxin-order', date: '2026-11-23' })
  await fhir(house, 'nurse', 'POST', '/Observation', {
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'Pulse' },
    subject: { reference: `Patient/${ben}` },
  })
  await fhir(house, 'nurse', 'GET', `/Patient/${ben}`)
  const doctor = await house.hire('doctor', { roles: ['researcher'], profession: 'neurologist' })
  const emergency = { name: 'Demo Ada Sample', birthDate: '1970-05-04', cause: 'other', words: 'Called to help.' }
  await house.ask(doctor, 'POST', '/api/emergency/open', { ...emergency, current: password })
})
afterAll(cleanUp)

const trail = (query = '') => fhir(house, 'privacy', 'GET', `/AuditEvent${query === '' ? '' : `?${query}`}`)
const found = async (query: string): Promise<readonly Json[]> =>
  (await trail(query)).bundle.entry.map(({ resource }) => resource as Json)
const deeds = (events: readonly Json[]) => events.map((one) => (one.subtype as { code: string }[])[0]?.code)

describe('the audit trail over FHIR', () => {
  it('is valid R4, each event of it, and says what the trail says', async () => {
    const faultsOf = await validation()
    const all = await found('_count=500')
    expect(all.length).toBeGreaterThan(15)
    for (const event of all) expect(faultsOf(event), JSON.stringify(event)).toEqual([])
    const kept = await house.built.clinic.record.auditEntries({ limit: 500 })
    const told = new Set(kept.map(({ seq }) => String(seq)))
    for (const { id } of all) expect(told).toContain(id)
    expect(deeds(all).sort()).toEqual(
      kept
        .filter(({ seq }) => all.some(({ id }) => id === String(seq)))
        .map(({ action }) => action)
        .sort(),
    )
  })

  it('tells who, whose record, what was written, what was refused and why, and by which right', async () => {
    const [emergency] = await found('subtype=emergency-opened')
    expect(emergency).toMatchObject({
      type: { code: '110113' },
      action: 'E',
      outcome: '0',
      purposeOfEvent: [{ coding: [{ code: 'BTG' }], text: 'Called to help.' }],
      agent: [{ who: { display: 'Demo doctor' }, requestor: true }],
      entity: [{ what: { reference: `Patient/${ada}` }, role: { code: '1' } }, {}],
    })
    const [written] = await found('subtype=fhir-create')
    expect(written).toMatchObject({ type: { code: 'rest' }, action: 'C' })
    expect(JSON.stringify(written)).toMatch(/"reference":"Observation\/[\w-]+\/_history\/1"/)
    const [refused] = await found(`outcome=4&patient=${ada}`)
    expect(refused).toMatchObject({ subtype: [{ code: 'toxin-order' }], outcomeDesc: expect.stringMatching(/\w/) })
  })

  it.each<[string, () => string, (event: Json) => boolean]>([
    ['one person', () => `patient=Patient/${ben}`, (event) => JSON.stringify(event.entity).includes(ben)],
    ['one person as an entity', () => `entity=Patient/${ben}`, (event) => JSON.stringify(event.entity).includes(ben)],
    ['a day', () => 'date=2026-11-23', ({ recorded }) => String(recorded).startsWith('2026-11-23')],
    ['before a day', () => 'date=lt2026-11-24&date=ge2026-11-23', () => true],
    ['what was refused', () => 'outcome=4', ({ outcome }) => outcome === '4'],
  ])('is searched by %s', async (_, query, isSuch) => {
    const events = await found(query())
    expect(events.length).toBeGreaterThan(0)
    expect(events.filter((event) => !isSuch(event))).toEqual([])
  })

  it('is searched by who did it, by a version that was written, and finds nothing where nothing is', async () => {
    const nurse = (await house.built.clinic.record.accounts.byLogin('nurse'))!.id
    const byNurse = await found(`agent:identifier=https://facialis.invalid/account|${nurse}&_count=500`)
    expect(new Set(byNurse.map((one) => JSON.stringify((one.agent as Json[])[0]?.who)))).toHaveProperty('size', 1)
    const [written] = await found('subtype=fhir-create')
    const reference = /Observation\/[\w-]+\/_history\/1/.exec(JSON.stringify(written))?.[0]
    expect((await found(`entity=${reference}`)).map(({ id }) => id)).toEqual([written?.id])
    expect(await found('date=gt2030')).toEqual([])
    expect(await found('patient=nobody')).toEqual([])
  })

  it('is read by id, page by page to its beginning, and by POST; each look is told in it', async () => {
    const first = await trail(`patient=${ada}&_count=5`)
    expect(first.bundle.entry).toHaveLength(5)
    const ids = first.bundle.entry.map(({ resource }) => resource!.id)
    for (let next = first; ; ) {
      const link = next.bundle.link.find(({ relation }) => relation === 'next')
      if (!link) break
      expect(link.url).not.toContain(ada)
      next = await fhir(house, 'privacy', 'GET', link.url.replace(/^.*\/fhir/, ''))
      ids.push(...next.bundle.entry.map(({ resource }) => resource!.id))
    }
    expect(ids.map(Number)).toEqual([...new Set(ids)].map(Number).sort((a, b) => b - a))
    expect(ids.length).toBeGreaterThan(12)
    const one = await fhir(house, 'privacy', 'GET', `/AuditEvent/${ids[0]}`)
    expect(one.body).toMatchObject({ resourceType: 'AuditEvent', id: ids[0] })
    const [newest] = await house.built.clinic.record.auditEntries({ limit: 1 })
    expect(newest).toMatchObject({ action: 'audit-read', beside: { what: `AuditEvent/${ids[0]}` } })
    expect((await fhir(house, 'privacy', 'GET', '/AuditEvent/999999')).status).toBe(404)
    expect((await fhir(house, 'privacy', 'GET', '/AuditEvent/1e2')).status).toBe(404)
  })

  it.each([
    ['birthdate=1970', 'unknown-parameter'],
    ['date=yesterday', 'bad-value'],
    ['_sort=date', 'bad-value'],
    ['_page=made-up', 'bad-value'],
    ['patient=', 'bad-value'],
    ['_count=0', 'bad-value'],
  ])('%s is refused: %s', async (query, code) => {
    const asked = await trail(query)
    expect([asked.status, asked.issues[0]?.details.coding?.[0]?.code]).toEqual([400, code])
  })

  it('is for whoever watches over privacy, and written by nobody', async () => {
    for (const who of ['neurologist', 'administrator', 'researcher'] as const)
      for (const path of ['/AuditEvent', '/AuditEvent/1'])
        expect((await fhir(house, who, 'GET', path)).status).toBe(404)
    expect((await fhir(house, null, 'GET', '/AuditEvent')).status).toBe(401)
    const [event] = await found('_count=1')
    for (const [method, path] of [
      ['POST', '/AuditEvent'],
      ['PUT', '/AuditEvent/1'],
      ['DELETE', '/AuditEvent/1'],
    ] as const) {
      expect((await fhir(house, 'privacy', method, path, method === 'DELETE' ? undefined : event)).status).toBe(405)
      expect((await fhir(house, 'neurologist', method, path, method === 'DELETE' ? undefined : event)).status).toBe(404)
    }
    const entry = [{ resource: event, request: { method: 'POST', url: 'AuditEvent' } }]
    const bundle = { resourceType: 'Bundle', type: 'transaction', entry }
    expect((await fhir(house, 'neurologist', 'POST', '', bundle)).status).toBe(422)
  })

  it('stands in the CapabilityStatement as what is read and searched', async () => {
    const { body } = await fhir(house, null, 'GET', '/metadata')
    const [rest] = body.rest as { resource: Json[] }[]
    expect(rest?.resource.find(({ type }) => type === 'AuditEvent')).toMatchObject({
      interaction: [{ code: 'read' }, { code: 'search-type' }],
    })
  })
})
