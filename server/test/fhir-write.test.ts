import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fhir, idsIn, type Json, type Sent } from './fhir-support.ts'
import { evaluated, signed, walk } from './journey.ts'
import { cleanUp, type House, openHouse, type Person } from './support.ts'

let house: House
let ada: string
let ben: string
beforeAll(async () => {
  house = await openHouse()
  ada = await house.patient()
  ben = await house.patient({ patient: { name: 'Demo Ben Sample', birthDate: '1965-01-02', phone: '555-0102' } })
})
afterAll(cleanUp)

const post = (who: Person, url: string, body: unknown, sent: Sent = {}) => fhir(house, who, 'POST', url, body, sent)
const put = (who: Person, url: string, body: unknown, ifMatch?: string) =>
  fhir(house, who, 'PUT', url, body, ifMatch === undefined ? {} : { headers: { 'if-match': ifMatch } })

const about = (id: string) => ({ subject: { reference: `Patient/${id}` } })
const pressure = (id: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
  ...about(id),
  effectiveDateTime: '2026-11-20',
  valueQuantity: { value: 120, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  ...more,
})
const made = async (who: Person, resource: Json) => {
  const told = await post(who, `/${resource.resourceType}`, resource)
  if (told.status !== 201) throw new Error(told.text)
  return told.body
}

describe('writing', () => {
  it('makes a resource, says where it is, and stands on the timeline and in the audit trail', async () => {
    const told = await post('nurse', '/Observation', pressure(ada))
    expect(told.status).toBe(201)
    expect(told.headers.location).toMatch(new RegExp(`/fhir/Observation/${told.body.id}/_history/1$`))
    expect(told.headers.etag).toBe('W/"1"')
    expect(told.body).toMatchObject({ ...pressure(ada), meta: { versionId: '1' } })
    const [newest] = (await house.view(ada)).timeline
    expect(newest).toMatchObject({ kind: 'resources', by: 'Demo nurse', said: { note: 'Observation' } })
    const events = await house.built.clinic.record.auditEntries({ limit: 9, patientId: ada })
    expect(events.find(({ action }) => action === 'fhir-create')).toMatchObject({
      outcome: 'done',
      changes: [{ type: 'Observation' }, { type: 'Provenance' }],
    })
  })

  it('answers in the way that was preferred', async () => {
    const nothing = await post('nurse', '/Observation', pressure(ada), { headers: { prefer: 'return=minimal' } })
    expect([nothing.status, nothing.text]).toEqual([201, ''])
    const words = await post('nurse', '/Observation', pressure(ada), { headers: { prefer: 'return=OperationOutcome' } })
    expect(words.issues).toMatchObject([{ severity: 'information' }])
  })

  it('changes what is there only for who names the version they saw', async () => {
    const one = await made('nurse', pressure(ada))
    const changed = { ...one, status: 'amended' }
    const url = `/Observation/${one.id}`
    expect((await put('nurse', url, changed)).status).toBe(428)
    expect((await put('nurse', url, changed, 'W/"7"')).status).toBe(412)
    const malformed = await put('nurse', url, changed, 'seven')
    expect([malformed.status, malformed.issues[0]?.code]).toEqual([400, 'invalid'])
    const done = await put('nurse', url, changed, 'W/"1"')
    expect([done.status, done.headers.etag]).toEqual([200, 'W/"2"'])
    expect((await put('nurse', url, changed, 'W/"1"')).status).toBe(412)
    for (const method of ['PATCH', 'DELETE'] as const) {
      const body = method === 'PATCH' ? [] : undefined
      const as = 'application/json-patch+json'
      expect((await fhir(house, 'neurologist', method, url, body, { as })).status).toBe(428)
      expect((await fhir(house, 'neurologist', method, url, body, { as, headers: { 'if-match': '"1"' } })).status).toBe(
        412,
      )
      expect((await fhir(house, 'neurologist', method, url, body, { as, headers: { 'if-match': 'x' } })).status).toBe(
        400,
      )
    }
    const gone = await fhir(house, 'neurologist', 'DELETE', url, undefined, { headers: { 'if-match': 'W/"2"' } })
    expect(gone.status).toBe(204)
    expect((await fhir(house, 'nurse', 'GET', url)).status).toBe(410)
    expect((await fhir(house, 'nurse', 'GET', `${url}/_history/2`)).status).toBe(200)
    const history = await fhir(house, 'nurse', 'GET', `${url}/_history`)
    expect(history.bundle.entry.map(({ response }) => response?.status.slice(0, 3))).toEqual(['204', '200', '201'])
  })

  it('makes what is put under an id that nothing has, and again after it was deleted', async () => {
    const own = pressure(ada, { id: 'own-id' })
    expect((await put('nurse', '/Observation/own-id', own)).status).toBe(201)
    await fhir(house, 'neurologist', 'DELETE', '/Observation/own-id', undefined, { headers: { 'if-match': '"1"' } })
    const again = await put('nurse', '/Observation/own-id', own)
    expect([again.status, again.headers.etag]).toEqual([201, 'W/"3"'])
    expect((await put('nurse', '/Observation/other-id', own)).issues[0]?.expression).toEqual(['Observation.id'])
  })

  it('patches, and says which operation cannot be done', async () => {
    const one = await made('nurse', pressure(ada))
    const patch = (operations: unknown, version = 1) =>
      fhir(house, 'nurse', 'PATCH', `/Observation/${one.id}`, operations, {
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
      post('nurse', '/Observation', pressure(ada, known), { headers: { 'if-none-exist': 'identifier=urn:demo|one' } })
    const [first, second] = [await ask(), await ask()]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.id).toBe(first.body.id)
    await made('nurse', pressure(ada, known))
    const third = await ask()
    expect([third.status, third.issues[0]?.code]).toEqual([412, 'multiple-matches'])
    expect((await post('nurse', '/Observation', pressure(ada), { headers: { 'if-none-exist': '' } })).status).toBe(412)
  })

  it('makes exactly one, when many ask for the same at once', async () => {
    const known = pressure(ada, { identifier: [{ system: 'urn:demo', value: 'race' }] })
    const headers = { 'if-none-exist': 'identifier=urn:demo|race' }
    const all = await Promise.all(Array.from({ length: 16 }, () => post('nurse', '/Observation', known, { headers })))
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
    const first = await post('nurse', '/Observation', pressure(ada), { headers })
    const second = await post('nurse', '/Observation', pressure(ada), { headers })
    expect([second.status, second.text]).toEqual([201, first.text])
    const other = await post('nurse', '/Observation', pressure(ada, { status: 'amended' }), { headers })
    expect([other.status, other.issues[0]?.code]).toEqual([422, 'duplicate'])
  })
})

describe('what comes in', () => {
  it.each([
    ['a member that is none', pressure('x', { colour: 'blue' }), 'Observation.colour'],
    ['a missing member', { ...pressure('x'), status: undefined }, 'Observation.status'],
    ['a date that is none', pressure('x', { effectiveDateTime: 'soon' }), 'Observation.effective'],
    ['a code that FHIR does not have', pressure('x', { status: 'fine' }), 'Observation.status'],
    ['another type than the address says', { ...pressure('x'), resourceType: 'Condition' }, 'Observation.resourceType'],
    ['a list where there is one', pressure('x', { code: [] }), 'Observation.code'],
  ])('is held against FHIR R4: %s', async (_, resource, where) => {
    const told = await post('nurse', '/Observation', resource)
    expect(told.status).toBe(422)
    expect(told.issues.flatMap(({ expression }) => expression)).toContain(where)
  })

  it('tells everything that is wrong at once', async () => {
    const told = await post('nurse', '/Observation', pressure('x', { colour: 'blue', effectiveDateTime: 'soon' }))
    expect(told.issues.map(({ expression }) => expression?.[0]).sort()).toEqual([
      'Observation.colour',
      'Observation.effective',
    ])
  })

  it('belongs to somebody who is here, and stays with them', async () => {
    const nobody = await post('nurse', '/Observation', pressure('nobody'))
    expect([nobody.status, nobody.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'no-such-person'])
    const one = await made('nurse', pressure(ada))
    const moved = await put('nurse', `/Observation/${one.id}`, { ...one, ...about(ben) }, 'W/"1"')
    expect([moved.status, moved.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'wrong-patient'])
  })

  it.each([
    ['a coordinator who writes a problem', 'coordinator', 'Condition', { code: { text: 'x' } }],
    [
      'a nurse who orders a medicine',
      'nurse',
      'MedicationRequest',
      { status: 'active', intent: 'order', medicationCodeableConcept: { text: 'carbamazepine' } },
    ],
  ] as const)('is refused to %s, with who may', async (_, who, type, more) => {
    const told = await post(who, `/${type}`, { resourceType: type, ...about(ada), ...more })
    expect(told.status).toBe(403)
    expect(told.issues[0]?.details.text).toContain('it is for clinician or surgeon')
  })

  it('never deletes a person, nor rewrites who did what', async () => {
    const gone = await fhir(house, 'neurologist', 'DELETE', `/Patient/${ada}`, undefined, {
      headers: { 'if-match': '"1"' },
    })
    expect(gone.status).toBe(405)
    const [first] = idsIn((await fhir(house, 'nurse', 'GET', `/Provenance?target=Patient/${ada}`)).bundle)
    const told = await fhir(house, 'neurologist', 'DELETE', `/${first}`, undefined, { headers: { 'if-match': '"1"' } })
    expect(told.status).toBe(405)
  })

  it('makes acts that saw an older record look again', async () => {
    const before = (await house.view(ada)).version
    await made('nurse', pressure(ada))
    const act = await house.ask('neurologist', 'POST', `/api/patients/${ada}/acts`, evaluated('2026-11-23'), {
      headers: { 'if-match': `"${before}"` },
    })
    expect(act.status).toBe(412)
  })
})

describe('what only acts say', () => {
  const own = 'https://facialis.invalid'
  const fact = (code: string, word: string): Json => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: `${own}/fact`, code }] },
    ...about(ada),
    effectiveDateTime: '2026-11-23',
    valueCodeableConcept: { coding: [{ system: `${own}/answer`, code: word }] },
    performer: [
      { display: 'Demo Dr Forged', extension: [{ url: `${own}/StructureDefinition/role`, valueCode: 'neurologist' }] },
    ],
    note: [{ text: 'because' }],
  })
  const neurologist = {
    resourceType: 'Practitioner',
    id: 'doctor',
    qualification: [{ code: { coding: [{ system: 'http://nucc.org/provider-taxonomy', code: '2084N0400X' }] } }],
  }
  const answers = (linkId: string, answer: Json): Json => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    ...about(ada),
    authored: '2026-11-23',
    author: { type: 'Practitioner', display: 'Demo Dr Forged' },
    item: [{ linkId, answer: [answer] }],
  })

  it.each<[string, Json]>([
    ['a fact in our words', fact('rf.limbOrSpeech', 'no')],
    ['a signature in our words', fact('dx.signedBy', 'neurologist')],
    ['an entry of ours', { ...fact('x', 'y'), code: { coding: [{ system: `${own}/entry`, code: 'exception' }] } }],
    [
      'a tag of an act',
      { ...pressure('ada'), ...about('x'), meta: { tag: [{ system: `${own}/act-kind`, code: 'visit' }] } },
    ],
    [
      'a problem signed by a doctor who comes inside it',
      {
        resourceType: 'Condition',
        contained: [neurologist],
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
        verificationStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
        },
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] },
        subject: { reference: 'Patient/x' },
        recordedDate: '2026-11-23',
        asserter: { reference: '#doctor' },
      },
    ],
    ['a signature on a form', answers('dx.signedBy', { valueString: 'neurologist' })],
    ['an exception on a form', answers('exception.code', { valueString: 'touch-up' })],
    ['the list at the chair on a form', answers('screen.at-chair', { valueBoolean: true })],
    [
      'the version an episode follows',
      {
        resourceType: 'EpisodeOfCare',
        status: 'active',
        patient: { reference: 'Patient/x' },
        extension: [
          { url: `${own}/StructureDefinition/follows`, valueCanonical: `${own}/PlanDefinition/hemifacial-spasm|0.1.0` },
        ],
      },
    ],
  ])('is not taken from a resource: %s', async (_, resource) => {
    const link = 'patient' in resource ? { patient: { reference: `Patient/${ada}` } } : about(ada)
    const before = await house.view(ada)
    const told = await post('neurologist', `/${resource.resourceType}`, { ...resource, ...link })
    expect([told.status, told.issues[0]?.code]).toEqual([422, 'business-rule'])
    expect((await house.view(ada)).chart).toEqual(before.chart)
  })

  it('a problem on a list is heard, and signs nothing', async () => {
    const id = await house.patient()
    const told = await post('neurologist', '/Condition', {
      resourceType: 'Condition',
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
      },
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] },
      ...about(id),
      recordedDate: '2026-11-23',
    })
    expect(told.status).toBe(201)
    const { chart } = await house.view(id)
    expect(chart.observations.some(({ fact }) => fact === 'dx.signedBy')).toBe(false)
  })

  it('what an act recorded is changed, patched and deleted by acts alone', async () => {
    const id = await house.patient()
    await walk(house, id, ['neurologist', evaluated('2026-11-23')], ['neurologist', signed('2026-11-23')])
    const found = await fhir(house, 'neurologist', 'GET', `/Observation?patient=${id}&code=dx.signedBy`)
    const resource = found.bundle.entry[0]!.resource!
    const url = `/Observation/${resource.id}`
    const headers = { 'if-match': '"1"' }
    const plain = {
      resourceType: 'Observation',
      id: resource.id,
      status: 'entered-in-error',
      code: { text: 'x' },
      ...about(id),
    }
    const as = 'application/json-patch+json'
    const answersOf = [
      await put('neurologist', url, plain, '"1"'),
      await fhir(house, 'neurologist', 'DELETE', url, undefined, { headers }),
      await fhir(
        house,
        'neurologist',
        'PATCH',
        url,
        [
          { op: 'remove', path: '/code/coding' },
          { op: 'remove', path: '/meta/tag' },
        ],
        { headers, as },
      ),
    ]
    for (const told of answersOf) expect([told.status, told.issues[0]?.code]).toEqual([422, 'business-rule'])
    expect((await fhir(house, 'neurologist', 'GET', url)).headers.etag).toBe('W/"1"')
  })
})

describe('whatever is sent', () => {
  const bodies: readonly Json[] = [
    pressure('p'),
    { resourceType: 'Patient', name: [{ text: 'Demo Fuzz' }] },
    {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [{ fullUrl: 'urn:uuid:1', resource: pressure('p'), request: { method: 'POST', url: 'Observation' } }],
    },
    {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      medicationReference: { reference: 'Medication/x' },
      subject: { reference: 'Patient/p' },
    },
    {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [{ linkId: 'hfs.side', answer: [{ valueString: 'left' }] }],
    },
  ]
  const mangled = fc
    .tuple(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 3 }))
    .map(([body, changes]) =>
      changes.reduce<unknown>((json, [at, value]) => replaced(json, at, value), structuredClone(body)),
    )
  function replaced(json: unknown, at: number, value: unknown): unknown {
    if (typeof json !== 'object' || json === null) return value
    const keys = Object.keys(json)
    const key = keys[at % (keys.length + 1)]
    if (key === undefined) return Array.isArray(json) ? [...json, value] : { ...json, [`extra${at % 7}`]: value }
    const fresh = at % 3 === 0 ? value : replaced((json as Json)[key], Math.floor(at / 3), value)
    return Array.isArray(json) ? json.with(Number(key), fresh) : { ...json, [key]: fresh }
  }

  it('is answered by an OperationOutcome when it is refused, and never by a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          ['POST', '/Observation'],
          ['POST', ''],
          ['PUT', '/Patient/fuzz'],
          ['PATCH', '/Patient/:ada'],
          ['POST', '/MedicationRequest'],
          ['POST', '/QuestionnaireResponse'],
          ['POST', '/Observation/_search'],
        ) as fc.Arbitrary<['POST' | 'PUT' | 'PATCH', string]>,
        fc.oneof(mangled, fc.jsonValue({ maxDepth: 5 }), fc.string()),
        fc.constantFrom(
          {},
          { 'if-match': '"1"' },
          { 'if-match': 'W/"x"' },
          { 'if-none-exist': 'a=b' },
          { 'idempotency-key': 'k' },
        ),
        async ([method, url], body, headers) => {
          const sent = JSON.parse(JSON.stringify(body).replaceAll('Patient/p', `Patient/${ada}`)) as unknown
          const told = await fhir(house, 'neurologist', method, url.replace(':ada', ada), sent, {
            headers: headers as Record<string, string>,
          })
          expect(told.status, `${method} ${url} ${JSON.stringify(sent)} ${told.text}`).toBeLessThan(500)
          if (told.status >= 400) expect(told.body.resourceType).toBe('OperationOutcome')
        },
      ),
      { numRuns: 120 },
    )
  })
})
