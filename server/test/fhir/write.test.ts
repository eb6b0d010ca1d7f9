import { describe, expect, it } from 'vitest'
import { benSample, fhir, type Json, oneHouse, pressure, refusal } from './support.ts'

let ada: string
const { house, send, put, made, remove } = oneHouse(async (opened) => {
  ada = await opened.patient()
})

describe('writing', () => {
  it('makes a resource, says where it is, and stands on the timeline and in the audit trail', async () => {
    const told = await send('nurse', '/Observation', pressure(ada))
    expect(told.status).toBe(201)
    expect(told.headers.location).toMatch(new RegExp(`/fhir/Observation/${told.body.id}/_history/1$`))
    expect(told.headers.etag).toBe('W/"1"')
    expect(told.body).toMatchObject({ ...pressure(ada), meta: { versionId: '1' } })
    const [newest] = (await house().view(ada)).timeline
    expect(newest).toMatchObject({ kind: 'resources', by: 'Demo nurse', said: { note: 'Observation' } })
    const events = await house().built.clinic.record.auditEntries({ limit: 9, patientId: ada })
    expect(events.find(({ action }) => action === 'fhir-create')).toMatchObject({
      outcome: 'done',
      changes: [{ type: 'Observation' }, { type: 'Provenance' }],
    })
  })

  it.each<[string, string, Json]>([
    ['a list without anything in it', 'Patient.telecom', { telecom: [] }],
    ['a concept without a word', 'Patient.maritalStatus', { maritalStatus: {} }],
    ['a code left empty', 'Patient.gender', { gender: '' }],
    ['an address without a line', 'Patient.address[0].line', { address: [{ line: [], city: 'Demo Town' }] }],
    [
      'what was left empty further inside',
      'Patient.contained[0].name',
      { contained: [{ resourceType: 'Organization', name: '' }] },
    ],
  ])(
    'does not take %s, for which a strict client would refuse the whole page it comes with',
    async (_, place, more) => {
      const told = await send('nurse', '/Patient', { resourceType: 'Patient', name: [{ text: 'Demo' }], ...more })
      expect([told.status, told.issues.map(({ expression }) => expression)]).toEqual([422, [[place]]])
      expect(told.issues[0]?.details.text).toBe('Nothing stands here: R4 leaves out what is empty.')
    },
  )

  it('leaves out the list from which a patch takes the last thing', async () => {
    const telecom = [{ system: 'phone', value: '555-0190' }]
    const { id } = await made('nurse', { resourceType: 'Patient', name: [{ text: 'Demo Ina Sample' }], telecom })
    const last = [{ op: 'remove', path: '/telecom/0' }]
    const sent = { as: 'application/json-patch+json', headers: { 'if-match': '"1"' } }
    const told = await fhir(house(), 'nurse', 'PATCH', `/Patient/${id}`, last, sent)
    expect([told.status, Object.keys(told.body)]).toEqual([200, ['resourceType', 'id', 'meta', 'name']])
  })

  it('answers in the way that was preferred', async () => {
    const nothing = await send('nurse', '/Observation', pressure(ada), { headers: { prefer: 'return=minimal' } })
    expect([nothing.status, nothing.text]).toEqual([201, ''])
    const words = await send('nurse', '/Observation', pressure(ada), { headers: { prefer: 'return=OperationOutcome' } })
    expect(words.issues).toMatchObject([{ severity: 'information' }])
  })

  it('makes what is put under an id that nothing has, and again after it was deleted', async () => {
    const own = pressure(ada, { id: 'own-id' })
    expect((await put('nurse', '/Observation/own-id', own)).status).toBe(201)
    await fhir(house(), 'neurologist', 'DELETE', '/Observation/own-id', undefined, { headers: { 'if-match': '"1"' } })
    const again = await put('nurse', '/Observation/own-id', own)
    expect([again.status, again.headers.etag]).toEqual([201, 'W/"3"'])
    expect((await put('nurse', '/Observation/other-id', own)).issues[0]?.expression).toEqual(['Observation.id'])
  })

  it('makes nothing of somebody else under an id that was deleted, also beside what is of its owner', async () => {
    const ben = await house().patient(benSample)
    await put('nurse', '/Observation/was-adas', pressure(ada, { id: 'was-adas' }))
    await fhir(house(), 'neurologist', 'DELETE', '/Observation/was-adas', undefined, { headers: { 'if-match': '"1"' } })
    const bens = pressure(ben, { id: 'was-adas' })
    const entry = [
      { resource: pressure(ada), request: { method: 'POST', url: 'Observation' } },
      { resource: bens, request: { method: 'PUT', url: 'Observation/was-adas' } },
    ]
    for (const [told, place] of [
      [await put('nurse', '/Observation/was-adas', bens), 'Observation'],
      [await send('nurse', '', { resourceType: 'Bundle', type: 'transaction', entry }), 'Bundle.entry[1].resource'],
    ] as const) {
      expect(refusal(told)).toEqual([422, 'wrong-patient'])
      expect(told.issues[0]?.expression).toEqual([`${place}.subject.reference`])
    }
  })

  it('patches, and says which operation cannot be done', async () => {
    const one = await made('nurse', pressure(ada))
    const patch = (operations: unknown, version = 1) =>
      fhir(house(), 'nurse', 'PATCH', `/Observation/${one.id}`, operations, {
        as: 'application/json-patch+json',
        headers: { 'if-match': `"${version}"` },
      })
    const done = await patch([{ op: 'replace', path: '/valueQuantity/value', value: 130 }])
    expect([done.status, (done.body.valueQuantity as Json).value]).toEqual([200, 130])
    const untrue = await patch([{ op: 'test', path: '/status', value: 'amended' }], 2)
    expect([untrue.status, untrue.issues[0]?.expression]).toEqual([422, ['[0]']])
    const wrong = await patch([{ op: 'add', path: '/colour', value: 'blue' }], 2)
    expect([wrong.status, wrong.issues[0]?.expression]).toEqual([422, ['Observation.colour']])
    expect((await patch([{ op: 'replace', path: '/id', value: 'x' }], 2)).status).toBe(422)
    expect((await patch([{ op: 'add', path: '/__proto__/x', value: 1 }], 2)).status).toBe(400)
    expect((await patch({ op: 'nothing' }, 2)).status).toBe(422)
  })

  it.each<[string, Json, string]>([
    ['two values', { valueString: 'none' }, 'valueString'],
    ['two times', { effectivePeriod: { start: '2026-11-21' } }, 'effectivePeriod'],
    [
      'two in an extension',
      { extension: [{ url: 'https://hospital.example/x', valueCode: 'a', valueString: 'b' }] },
      'valueString',
    ],
  ])('takes nothing of which one reader sees this and another that: %s', async (_, more, where) => {
    const told = await send('nurse', '/Observation', pressure(ada, more))
    expect([told.status, told.issues[0]?.expression]).toEqual([422, [where]])
  })

  it('says to whom it is not open what it is, with the article it has', async () => {
    const { body } = await send('nurse', '/Observation', pressure(ada))
    const { issues } = await remove('nurse', `Observation/${body.id}`)
    expect(issues[0]?.details.text).toBe(
      'Your role does not do this to an Observation: it is for clinician or surgeon.',
    )
    const told = await send('nurse', '/Patient', pressure(ada))
    expect(told.issues[0]?.details.text).toBe('Here a Patient is expected, not "Observation".')
  })
})
