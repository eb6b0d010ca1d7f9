import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse, refusal } from './support.ts'
import { botox, cpt, given, migraine, order, today } from './toxin-told.ts'

const { house, post, sessions } = oneHouse()

describe('a shut gate', () => {
  it('refuses an order that comes as a resource, with the reason, its passage and what is missing', async () => {
    const id = await house().patient()
    const told = await post('neurologist', order(id))
    expect(told.status).toBe(422)
    const [first, ...others] = told.issues
    expect(first).toMatchObject({
      severity: 'error',
      code: 'business-rule',
      details: { coding: [{ code: 'gate-shut' }] },
      expression: ['MedicationRequest'],
    })
    expect(first?.details.text).toMatch(/^Botulinum toxin for the face cannot be ordered: /)
    expect(JSON.stringify(others)).toContain('Passage S13')
    expect(others.some(({ code }) => code === 'required')).toBe(true)
    // Nothing is written but the refusal.
    expect((await fhir(house(), 'nurse', 'GET', `/MedicationRequest?patient=${id}`)).bundle.entry).toEqual([])
    const events = await house().built.clinic.record.auditEntries({ limit: 5 })
    expect(events.find(({ outcome }) => outcome === 'refused')).toMatchObject({ problem: 'gate-shut' })
  })

  it.each<[string, (id: string) => Json]>([
    [
      'an order by its procedure',
      (id) => ({
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        code: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '64612' }] },
        subject: { reference: `Patient/${id}` },
      }),
    ],
    ['an injection of today', (id) => given(id)],
    [
      'an injection on no stated day',
      (id) =>
        given(id, {
          effectiveDateTime: undefined,
          _effectiveDateTime: {
            extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
          },
        }),
    ],
    [
      'an injection of today said to be written down late',
      (id) =>
        given(id, {
          extension: [
            {
              url: 'https://facialis.invalid/StructureDefinition/recorded-after',
              extension: [{ url: 'why', valueCode: 'late' }],
            },
          ],
        }),
    ],
    [
      'a procedure of today',
      (id) => ({
        resourceType: 'Procedure',
        status: 'completed',
        code: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '64612' }] },
        subject: { reference: `Patient/${id}` },
        performedDateTime: today,
      }),
    ],
    [
      'a procedure that is about to be done',
      (id) => ({
        resourceType: 'Procedure',
        status: 'preparation',
        code: { coding: [cpt('64612')] },
        subject: { reference: `Patient/${id}` },
      }),
    ],
    [
      'an injection with a modifier that nobody reads',
      (id) => given(id, { modifierExtension: [{ url: 'http://example.org/turned', valueBoolean: true }] }),
    ],
    [
      'a task that is given a vial',
      (id) => ({
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        for: { reference: `Patient/${id}` },
        contained: [{ resourceType: 'Medication', id: 'm', code: botox }],
        input: [{ type: { text: 'what' }, valueReference: { reference: '#m' } }],
      }),
    ],
    ['toxin by its name in words', (id) => order(id, { medicationCodeableConcept: { text: 'Botox 100 units' } })],
    [
      'a session on a form',
      (id) => ({
        resourceType: 'QuestionnaireResponse',
        status: 'completed',
        subject: { reference: `Patient/${id}` },
        authored: today,
        item: [{ linkId: 'session.product', answer: [{ valueString: 'onabotulinumtoxinA' }] }],
      }),
    ],
    [
      'an order of a medicine nobody can see',
      (id) =>
        order(id, { medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/nowhere' } }),
    ],
  ])('lets nothing through: %s', async (_, resource) => {
    const id = await house().patient()
    expect((await post('neurologist', resource(id))).status).toBe(422)
    expect(await sessions(id)).toEqual([])
  })

  it('is met by every way of writing: put, patch, condition, batch, transaction', async () => {
    const id = await house().patient()
    const put = await fhir(house(), 'neurologist', 'PUT', '/MedicationRequest/o', order(id, { id: 'o' }))
    const conditional = await fhir(house(), 'neurologist', 'PUT', '/MedicationRequest?identifier=a|b', order(id))
    const once = await fhir(house(), 'neurologist', 'POST', '/MedicationRequest', order(id), {
      headers: { 'if-none-exist': 'identifier=a|b' },
    })
    const draft = await post('neurologist', order(id, { status: 'draft' }))
    expect(draft.status).toBe(201)
    const patched = await fhir(
      house(),
      'neurologist',
      'PATCH',
      `/MedicationRequest/${draft.body.id}`,
      [{ op: 'replace', path: '/status', value: 'active' }],
      { as: 'application/json-patch+json', headers: { 'if-match': '"1"' } },
    )
    const entry = { resource: order(id), request: { method: 'POST', url: 'MedicationRequest' } }
    const transaction = await fhir(house(), 'neurologist', 'POST', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [entry],
    })
    for (const told of [put, conditional, once, patched, transaction])
      expect([told.status, told.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'gate-shut'])
    expect(transaction.issues[0]?.expression).toEqual(['Bundle.entry[0].resource'])
    const batch = await fhir(house(), 'neurologist', 'POST', '', {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [entry],
    })
    expect(batch.bundle.entry[0]?.response).toMatchObject({
      status: '422 Unprocessable Entity',
      outcome: { resourceType: 'OperationOutcome' },
    })
    const active = await fhir(house(), 'nurse', 'GET', `/MedicationRequest?patient=${id}&status=active`)
    expect(active.bundle.entry).toEqual([])
  })

  it('is judged on the chart as it was before the bundle: nobody clears and injects at once', async () => {
    const told = await fhir(house(), 'neurologist', 'POST', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl: 'urn:uuid:p',
          resource: { resourceType: 'Patient', name: [{ text: 'Demo New' }] },
          request: { method: 'POST', url: 'Patient' },
        },
        {
          resource: { ...order('x'), subject: { reference: 'urn:uuid:p' } },
          request: { method: 'POST', url: 'MedicationRequest' },
        },
      ],
    })
    expect([told.status, told.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'gate-shut'])
    expect((await fhir(house(), 'nurse', 'GET', '/Patient?name=new&_summary=count')).bundle.total).toBe(0)
  })

  it('accepts what happened before, marks it, and has somebody look at it', async () => {
    const id = await house().patient()
    const told = await post('nurse', given(id, { effectiveDateTime: '2026-05-04' }))
    expect(told.status).toBe(201)
    expect(JSON.stringify(told.body.extension)).toContain('recorded-after')
    const view = await house().view(id)
    expect(view.reviews).toMatchObject([{ done: false, reason: expect.stringContaining('while the gate was shut') }])
    expect(await sessions(id)).toHaveLength(1)
  })

  it('never holds toxin for another indication, which counts', async () => {
    const id = await house().patient()
    expect((await post('neurologist', order(id, migraine))).status).toBe(201)
    expect((await post('neurologist', given(id, migraine))).status).toBe(201)
    expect(await sessions(id)).toHaveLength(1)
    expect((await house().view(id)).reviews).toEqual([])
  })

  it('counts toxin that is named by a medicine kept by itself, whose name then stays', async () => {
    const id = await house().patient()
    const aspirin = await post('neurologist', { resourceType: 'Medication', code: { text: 'aspirin' } })
    const reference = {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: `Medication/${aspirin.body.id}` },
    }
    expect((await post('neurologist', order(id, reference))).text).toContain('"MedicationRequest"')
    const renamed = await fhir(
      house(),
      'neurologist',
      'PUT',
      `/Medication/${aspirin.body.id}`,
      { ...aspirin.body, code: botox },
      { headers: { 'if-match': '"1"' } },
    )
    expect(renamed.issues[0]?.expression).toEqual(['Medication.code'])
    const toxin = await post('neurologist', { resourceType: 'Medication', code: botox })
    const past = given(id, {
      ...reference,
      medicationReference: { reference: `Medication/${toxin.body.id}` },
      effectiveDateTime: '2026-05-04',
    })
    expect((await post('neurologist', past)).status).toBe(201)
    expect(await sessions(id)).toHaveLength(1)
  })
})

it.each<[string, (id: string) => Json]>([
  [
    'an order of an injection, in its details',
    (id) => ({
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      code: { text: 'injection' },
      orderDetail: [botox],
      subject: { reference: `Patient/${id}` },
    }),
  ],
  [
    'an injection of today, in what was used',
    (id) => ({
      resourceType: 'Procedure',
      status: 'completed',
      code: { text: 'injection' },
      usedCode: [botox],
      performedDateTime: today,
      subject: { reference: `Patient/${id}` },
    }),
  ],
])('a shut gate hears a code in %s', async (_, resource) => {
  const id = await house().patient()
  expect(refusal(await post('neurologist', resource(id)))).toEqual([422, 'gate-shut'])
})
