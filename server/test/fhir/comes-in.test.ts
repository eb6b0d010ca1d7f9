import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluated } from '../journey.ts'
import { about, benSample, fhir, idsIn, type Json, oneHouse, pressure, refusal } from './support.ts'
import { condition } from './toxin-told.ts'

let ada: string
let ben: string
const { house, send, put, made } = oneHouse(async (opened) => {
  ada = await opened.patient()
  ben = await opened.patient(benSample)
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
    const told = await send('nurse', '/Observation', resource)
    expect(told.status).toBe(422)
    expect(told.issues.flatMap(({ expression }) => expression)).toContain(where)
  })

  it('tells everything that is wrong at once', async () => {
    const told = await send('nurse', '/Observation', pressure('x', { colour: 'blue', effectiveDateTime: 'soon' }))
    expect(told.issues.map(({ expression }) => expression?.[0]).sort()).toEqual([
      'Observation.colour',
      'Observation.effective',
    ])
  })

  it('belongs to somebody who is here, and stays with them', async () => {
    const nobody = await send('nurse', '/Observation', pressure('nobody'))
    expect([nobody.status, nobody.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'no-such-person'])
    const one = await made('nurse', pressure(ada))
    const moved = await put('nurse', `/Observation/${one.id}`, { ...one, ...about(ben) }, 'W/"1"')
    expect([moved.status, moved.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'wrong-patient'])
  })

  it.each<[string, Json]>([
    ['by the address of another server', { reference: 'https://ehr.example/fhir/Patient/7' }],
    ['by an address that only begins like ours', { reference: 'https://localhost.example/fhir/Patient/7' }],
    ['by an address that says no type', { reference: 'https://ehr.example/people/7' }],
    ['by a number alone', { identifier: { system: 'urn:oid:1.2.3', value: '7' } }],
    ['in words alone', { display: 'Demo Ada Sample' }],
    ['by what lies inside', { reference: '#inside' }],
    ['with a slash too many', { reference: 'Patient/7/' }],
    [
      'by a number, as what the standard calls a person',
      { type: 'http://hl7.org/fhir/StructureDefinition/Patient', identifier: { value: '7' } },
    ],
  ])('is refused with its place where nobody here can tell whose it is: named %s', async (_, subject) => {
    const contained = [{ resourceType: 'Patient', id: 'inside' }]
    const more = subject.reference === '#inside' ? { subject, contained } : { subject }
    for (const resource of [pressure(ada, more), { ...condition(ada, { text: 'myasthenia gravis' }), ...more }]) {
      const told = await send('neurologist', `/${resource.resourceType}`, resource)
      expect(refusal(told)).toEqual([422, 'no-such-person'])
      expect(told.issues[0]?.expression).toEqual([`${resource.resourceType}.subject`])
    }
  })

  it('stays nobody’s where it says that it is of no person', async () => {
    for (const subject of [{ type: 'Device', display: 'pump' }, { reference: 'https://ehr.example/fhir/Group/7' }])
      expect((await send('nurse', '/Observation', pressure(ada, { subject }))).status).toBe(201)
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
    const told = await send(who, `/${type}`, { resourceType: type, ...about(ada), ...more })
    expect(told.status).toBe(403)
    expect(told.issues[0]?.details.text).toContain('it is for clinician or surgeon')
  })

  it('never deletes a person, nor rewrites who did what', async () => {
    const gone = await fhir(house(), 'neurologist', 'DELETE', `/Patient/${ada}`, undefined, {
      headers: { 'if-match': '"1"' },
    })
    expect(gone.status).toBe(405)
    const [first] = idsIn((await fhir(house(), 'nurse', 'GET', `/Provenance?target=Patient/${ada}`)).bundle)
    const told = await fhir(house(), 'neurologist', 'DELETE', `/${first}`, undefined, {
      headers: { 'if-match': '"1"' },
    })
    expect(told.status).toBe(405)
  })

  it('makes acts that saw an older record look again', async () => {
    const before = (await house().view(ada)).version
    await made('nurse', pressure(ada))
    const act = await house().ask('neurologist', 'POST', `/api/patients/${ada}/acts`, evaluated('2026-11-23'), {
      headers: { 'if-match': `"${before}"` },
    })
    expect(act.status).toBe(412)
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
          const told = await fhir(house(), 'neurologist', method, url.replace(':ada', ada), sent, {
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
