import { describe, expect, it } from 'vitest'
import { about, benSample, fhir, type Json, oneHouse, pressure, refusal } from './support.ts'

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

  it.each(['1790', '2066-01-02', '1790-04'])(
    'refuses a birth date of %s as a screen does, and leaves one that stands there already',
    async (birthDate) => {
      const born = { resourceType: 'Patient', name: [{ text: 'Demo Born' }], birthDate }
      const told = await fhir(house(), 'nurse', 'POST', '/Patient', born)
      expect([told.status, told.issues[0]?.expression]).toEqual([422, ['Patient.birthDate']])
      expect(told.issues[0]?.details.text).toMatch(/^Birth date: /)
      const id = `born-${birthDate}`
      const changes = [{ method: 'create', resource: { ...born, id } }] as const
      expect((await house().built.clinic.record.act({ actor: { id: 'trial' }, action: 'import', changes })).ok).toBe(
        true,
      )
      const put = (more: Json) =>
        fhir(house(), 'nurse', 'PUT', `/Patient/${id}`, { ...born, id, ...more }, { headers: { 'if-match': '"1"' } })
      expect((await put({ birthDate: '1791' })).status).toBe(422)
      expect((await put({ gender: 'other' })).status).toBe(200)
    },
  )

  it('refuses such a birth date also where a form answers it', async () => {
    const form = (valueDate: string, status = 'completed'): Json => ({
      resourceType: 'QuestionnaireResponse',
      status,
      ...about(ada),
      authored: '2026-11-23',
      author: { reference: 'https://ehr.example/fhir/Practitioner/77', type: 'Practitioner', display: 'Dr Demo' },
      item: [{ linkId: 'group', item: [{ linkId: 'person.birthDate', answer: [{ valueDate }] }] }],
    })
    for (const born of ['1790-04-01', '2066-01-02']) {
      const told = await send('nurse', '/QuestionnaireResponse', form(born))
      expect([...refusal(told), told.issues[0]?.expression?.[0]]).toEqual([
        422,
        'bad-date',
        'QuestionnaireResponse.item',
      ])
    }
    // What is still being filled in says nothing yet; once it does, it is judged.
    const open = await made('nurse', form('1790-04-01', 'in-progress'))
    expect(
      refusal(await put('nurse', `/QuestionnaireResponse/${open.id}`, { ...open, status: 'completed' }, 1)),
    ).toEqual([422, 'bad-date'])
    expect((await send('nurse', '/QuestionnaireResponse', form('1968-04-12'))).status).toBe(201)
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

describe('a reference', () => {
  const to = (reference: string, more: Json = {}): Json => ({ reference, ...more })
  it.each<[string, string, Json]>([
    ['to a type that is not its', 'subject.reference', { subject: to('Observation/1') }],
    ['by a search of such a type', 'subject.reference', { subject: to('Observation?identifier=1') }],
    ['to one at another server', 'subject.reference', { subject: to('https://elsewhere.invalid/fhir/Observation/1') }],
    [
      'to what stands inside',
      'subject.reference',
      { subject: to('#m'), contained: [{ resourceType: 'Medication', id: 'm' }] },
    ],
    ['to itself', 'subject.reference', { subject: to('#') }],
    ['with a type that is not its', 'performer[0].type', { performer: [{ type: 'Medication', display: 'Demo' }] }],
    [
      'with a type beside another',
      'performer[1].type',
      { performer: [{ display: 'Demo' }, to('Practitioner/1', { type: 'Patient' })] },
    ],
    ['with a type that nobody made', 'subject.type', { subject: { type: 'Banana', display: 'Demo' } }],
    ['with one where any may stand', 'focus[0].type', { focus: [{ type: 'patient', display: 'Demo' }] }],
    ['further inside', 'identifier[0].assigner.reference', { identifier: [{ value: '1', assigner: to('Patient/1') }] }],
  ])('%s is refused, and it is said where', async (_, where, more) => {
    const told = await send('nurse', '/Observation', pressure(ada, more))
    expect([told.status, told.issues[0]?.expression]).toEqual([422, [`Observation.${where}`]])
    expect(told.issues[0]?.details.text).toMatch(
      /^(This refers to .*, not to|The reference is to|There is no type of resource)/,
    )
  })

  it.each<[string, Json]>([
    ['at an address that tells no type', { performer: [to('https://elsewhere.invalid/rooms/12')] }],
    [
      'to any of several types',
      { performer: [to('Organization/1', { type: 'Organization' }), to('PractitionerRole/1')] },
    ],
    ['to anything, where that is allowed', { focus: [to('Appointment/1')] }],
    [
      'in an extension of somebody’s own',
      { extension: [{ url: 'http://example.org/x', valueReference: to('Basic/1') }] },
    ],
  ])('%s is kept', async (_, more) => {
    expect((await send('nurse', '/Observation', pressure(ada, more))).status).toBe(201)
  })

  it.each<[string, string, Json]>([
    [
      'a Provenance',
      'target',
      {
        resourceType: 'Provenance',
        target: [to('https://elsewhere.invalid/fhir/Patient/7')],
        recorded: '2026-11-23T09:00:00Z',
        agent: [{ who: { display: 'Demo' } }],
      },
    ],
    [
      'a Group',
      'member',
      {
        resourceType: 'Group',
        type: 'person',
        actual: true,
        member: [{ entity: to('https://elsewhere.invalid/fhir/Patient/7') }],
      },
    ],
    [
      'a Task',
      'focus',
      {
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        focus: { type: 'Patient', identifier: { value: '7' } },
      },
    ],
  ])('%s tells of nobody who is somebody of another server', async (_, member, resource) => {
    const told = await fhir(house(), 'neurologist', 'POST', `/${resource.resourceType}`, resource)
    expect([told.status, told.issues[0]?.expression, told.issues[0]?.details.coding?.[0]?.code]).toEqual([
      422,
      [`${resource.resourceType}.${member}`],
      'no-such-person',
    ])
  })

  it.each<[string, string, Json]>([
    [
      'a Provenance',
      'target[1].reference',
      {
        resourceType: 'Provenance',
        target: [to('Group/1'), to('Patient/nobody')],
        recorded: '2026-11-23T09:00:00Z',
        agent: [{ who: { display: 'Demo' } }],
      },
    ],
    [
      'a Group',
      'member[0].entity.reference',
      { resourceType: 'Group', type: 'person', actual: true, member: [{ entity: to('Patient/nobody') }] },
    ],
    [
      'a Task',
      'focus.reference',
      { resourceType: 'Task', status: 'requested', intent: 'order', focus: to('Patient/nobody') },
    ],
  ])('%s tells of nobody who is not here', async (_, place, resource) => {
    const told = await send('neurologist', `/${resource.resourceType}`, resource)
    expect([told.status, told.issues[0]?.expression, told.issues[0]?.details.coding?.[0]?.code]).toEqual([
      422,
      [`${resource.resourceType}.${place}`],
      'no-such-person',
    ])
  })

  it('a group takes somebody in who comes with it, or is here', async () => {
    const fullUrl = 'urn:uuid:0a1b2c3d-0000-4000-8000-0000000000ab'
    const member = [{ entity: to(fullUrl) }, { entity: to(`Patient/${ada}`) }]
    const entry = [
      { fullUrl, request: { method: 'POST', url: 'Patient' }, resource: { resourceType: 'Patient' } },
      {
        request: { method: 'POST', url: 'Group' },
        resource: { resourceType: 'Group', type: 'person', actual: true, member },
      },
    ]
    const told = await send('neurologist', '', { resourceType: 'Bundle', type: 'transaction', entry })
    expect(told.status).toBe(200)
  })

  it('is held against its place once it is known which entry of a bundle it leads to, and what a patch makes of it', async () => {
    const fullUrl = 'urn:uuid:0a1b2c3d-0000-4000-8000-0000000000aa'
    const request = { method: 'POST', url: 'Observation' }
    const entry = [
      { fullUrl, request, resource: pressure(ada) },
      { request, resource: pressure(ada, { subject: to(fullUrl) }) },
    ]
    const told = await send('nurse', '', { resourceType: 'Bundle', type: 'transaction', entry })
    expect([told.status, told.issues[0]?.expression]).toEqual([422, ['Bundle.entry[1].resource.subject.reference']])
    const { id } = await made('nurse', pressure(ada))
    const encounter = [{ op: 'add', path: '/encounter', value: to('Patient/1') }]
    const as = 'application/json-patch+json'
    const patched = await fhir(house(), 'nurse', 'PATCH', `/Observation/${id}`, encounter, {
      as,
      headers: { 'if-match': '"1"' },
    })
    expect([patched.status, patched.issues[0]?.expression]).toEqual([422, ['Observation.encounter.reference']])
  })
})
