import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse } from './support.ts'

let ada: string
const { house, send } = oneHouse(async (opened) => {
  ada = await opened.patient()
})

const note = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
  subject: { reference: `Patient/${ada}` },
  effectiveDateTime: '2026-11-20',
  ...more,
})

describe('what others send by FHIR', () => {
  it('a task that does not say what it is leaves the chart open', async () => {
    const task = { resourceType: 'Task', status: 'requested', intent: 'order', for: { reference: `Patient/${ada}` } }
    expect((await send('coordinator', '/Task', task)).status).toBe(201)
    expect((await house().ask('nurse', 'GET', `/api/patients/${ada}`)).status).toBe(200)
  })

  it('what says two things is refused with its place, and nothing is written', async () => {
    const twice = JSON.stringify(note()).replace('{', '{"status":"entered-in-error",')
    const told = await fhir(house(), 'nurse', 'POST', '/Observation', twice)
    expect([told.status, told.issues[0]?.details.coding?.[0]?.code]).toEqual([400, 'member-twice'])
    expect(told.issues[0]?.expression).toEqual(['status'])
  })

  it('a patch that would move something into itself is refused, and nothing is lost', async () => {
    const made = await send('nurse', '/Observation', note({ note: [{ text: 'kept' }] }))
    const patch = [{ op: 'move', from: '/note', path: '/note/0/text' }]
    const told = await fhir(house(), 'nurse', 'PATCH', `/Observation/${made.body.id}`, patch, {
      headers: { 'if-match': 'W/"1"', 'content-type': 'application/json-patch+json' },
    })
    expect(told.status).toBe(400)
    const kept = await fhir(house(), 'nurse', 'GET', `/Observation/${made.body.id}`)
    expect(kept.body).toMatchObject({ note: [{ text: 'kept' }], meta: { versionId: '1' } })
  })

  it.each([
    ['copies a list into itself again and again', Array(40).fill({ op: 'copy', from: '/note', path: '/note/-' })],
    ['has thousands of operations', Array(2000).fill({ op: 'replace', path: '/status', value: 'final' })],
  ])('a patch that %s is refused', async (_, patch) => {
    const made = await send('nurse', '/Observation', note({ note: [{ text: 'kept' }] }))
    const told = await fhir(house(), 'nurse', 'PATCH', `/Observation/${made.body.id}`, patch, {
      headers: { 'if-match': 'W/"1"', 'content-type': 'application/json-patch+json' },
    })
    expect(told.status).toBe(422)
    expect(told.issues[0]).toMatchObject({ code: 'too-long' })
  })

  it.each<[string, number, object]>([
    ['takes all of it away', 422, { op: 'remove', path: '' }],
    ['puts nothing in its place', 422, { op: 'replace', path: '', value: null }],
    ['moves it out of itself', 422, { op: 'move', from: '', path: '' }],
    ['adds to a word', 422, { op: 'add', path: '/status/x', value: 'y' }],
    ['takes a letter out of a word', 422, { op: 'move', from: '/status/0', path: '/note' }],
    ['says how long a list is', 422, { op: 'replace', path: '/note/length', value: 'x' }],
    ['names what every object has', 400, { op: 'add', path: '/toString', value: 'x' }],
    ['moves nobody says what', 400, { op: 'move', path: '/note' }],
    ['adds without a value', 400, { op: 'add', path: '/note' }],
    ['replaces without a value', 400, { op: 'replace', path: '/note' }],
    ['tests without a value', 400, { op: 'test', path: '/bodySite' }],
  ])('a patch that %s is the fault of who sent it, and changes nothing', async (_, status, operation) => {
    const { body } = await send('nurse', '/Observation', note({ note: [{ text: 'kept' }] }))
    const told = await fhir(house(), 'nurse', 'PATCH', `/Observation/${body.id}`, [operation], {
      headers: { 'if-match': 'W/"1"', 'content-type': 'application/json-patch+json' },
    })
    expect([told.status, told.body]).toMatchObject([status, { resourceType: 'OperationOutcome' }])
    expect((await fhir(house(), 'nurse', 'GET', `/Observation/${body.id}`)).body).toMatchObject({
      note: [{ text: 'kept' }],
      meta: { versionId: '1' },
    })
  })

  it('a path of a patch that is longer than any is refused, and not kept in the trail', async () => {
    const made = await send('nurse', '/Observation', note())
    const patch = [{ op: 'add', path: '/a'.repeat(5000), value: 1 }]
    const told = await fhir(house(), 'nurse', 'PATCH', `/Observation/${made.body.id}`, patch, {
      headers: { 'if-match': 'W/"1"', 'content-type': 'application/json-patch+json' },
    })
    expect([told.status, told.issues[0]?.code]).toEqual([400, 'invalid'])
    const [newest] = await house().built.clinic.record.auditEntries({ limit: 1 })
    expect(JSON.stringify(newest).length).toBeLessThan(2000)
  })

  it('the address of an entry is put in place of references, and of no word that happens to read the same', async () => {
    const entry = (fullUrl: string) => ({
      fullUrl,
      resource: note(),
      request: { method: 'POST', url: 'Observation' },
    })
    for (const fullUrl of ['final', 'http://loinc.org']) {
      const told = await send('nurse', '', { resourceType: 'Bundle', type: 'transaction', entry: [entry(fullUrl)] })
      if (told.status === 200) {
        const [made] = told.body.entry as readonly { response: { location: string } }[]
        const address = /Observation\/[^/]+/.exec(made?.response.location ?? '')?.[0]
        expect((await fhir(house(), 'nurse', 'GET', `/${address}`)).body).toMatchObject(note())
      } else expect(told.status).toBe(400)
    }
  })

  it('an id that is none is told with its place', async () => {
    const told = await fhir(house(), 'nurse', 'PUT', '/Observation/bad%20id', note({ id: 'bad id' }))
    expect([400, 422]).toContain(told.status)
    expect(told.issues[0]).toMatchObject({ expression: ['Observation.id'] })
  })

  it('counting what somebody has is told as a look at them', async () => {
    await fhir(house(), 'nurse', 'GET', `/Condition?subject=Patient/${ada}&code=B20&_summary=count`)
    const [newest] = await house().built.clinic.record.auditEntries({ limit: 1, patientId: ada })
    expect(newest).toMatchObject({ action: 'fhir-search', patientIds: [ada] })
  })

  it.each([
    'Practitioner?_has:Observation:performer:patient=ADA',
    'Practitioner?_has:Observation:performer:subject=Patient/ADA',
    'Practitioner?_has:Observation:performer:subject:Patient=ADA',
    'Practitioner?_has:Patient:general-practitioner:_id=ADA',
    'Observation?subject._id=ADA',
    'Observation?encounter.patient=ADA',
    'Observation?performer=Patient/ADA',
    `Patient?_id=${Array.from({ length: 40 }, (_, at) => `absent-${at}`).join()},ADA`,
  ])('wherever in a search somebody is named, it is told as a look at them: %s', async (query) => {
    const told = await fhir(house(), 'nurse', 'GET', `/${query.replace('ADA', ada)}&_summary=count`)
    expect(told.status, told.text).toBe(200)
    const [newest] = await house().built.clinic.record.auditEntries({ limit: 1 })
    expect(newest).toMatchObject({ action: 'fhir-search', patientIds: [ada] })
  })

  it('what is typed where somebody’s id belongs is not kept when nobody has it', async () => {
    await fhir(house(), 'nurse', 'GET', '/Observation?subject=Demo%20Somebody%20Typed&_summary=count')
    await fhir(house(), 'privacy', 'GET', '/AuditEvent?patient=Demo%20Somebody%20Typed')
    await fhir(house(), 'privacy', 'GET', '/AuditEvent?entity=Patient/Demo%20Somebody%20Typed')
    await house().ask('privacy', 'POST', '/api/audit/entries', { patientId: 'Demo-Somebody-Typed' })
    const kept = await house().built.clinic.record.auditEntries({ limit: 9 })
    expect(kept.filter(({ action }) => action === 'audit-read')).toHaveLength(3)
    expect(JSON.stringify(kept)).not.toContain('Typed')
    await fhir(house(), 'privacy', 'GET', `/AuditEvent?patient=absent,${ada}`)
    const [newest] = await house().built.clinic.record.auditEntries({ limit: 1 })
    expect(newest).toMatchObject({ action: 'audit-read', patientIds: [ada] })
  })
})
