import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse, refusal } from './support.ts'
import { botox, condition, given, migraine, order, today, visit } from './toxin-told.ts'

const { house, post, made, madeId, revise } = oneHouse()

const on = ({ id }: Json): Json => ({ authorizingPrescription: [{ reference: `MedicationRequest/${id}` }] })

describe('toxin that is handed out', () => {
  const handed = (id: string, more: Json = {}): Json => ({
    resourceType: 'MedicationDispense',
    status: 'completed',
    medicationCodeableConcept: botox,
    subject: { reference: `Patient/${id}` },
    whenHandedOver: today,
    ...more,
  })

  it.each<[string, Json]>([
    ['today', {}],
    ['by its name', { medicationCodeableConcept: { text: 'Botox' } }],
    ['on no stated day', { whenHandedOver: undefined }],
    ['soon', { status: 'in-progress', whenHandedOver: undefined, whenPrepared: '2026-11-20' }],
  ])('meets the gate as an order does: %s', async (_, more) => {
    const id = await house().patient()
    expect(refusal(await post('nurse', handed(id, more)))).toEqual([422, 'gate-shut'])
  })

  it('was handed out before, or is on an order for another reason, and is let in', async () => {
    const id = await house().patient()
    const before = { medicationCodeableConcept: { text: 'Botox' }, whenHandedOver: '2024-03-01' }
    expect((await post('nurse', handed(id, before))).status).toBe(201)
    const { body } = await post('neurologist', order(id, migraine))
    expect((await post('nurse', handed(id, on(body)))).status).toBe(201)
    const problem = await made('neurologist', condition(id, migraine.reasonCode[0]))
    const behind = await made('neurologist', order(id, { reasonReference: [{ reference: `Condition/${problem.id}` }] }))
    expect((await post('nurse', handed(id, on(behind)))).status).toBe(201)
    expect((await house().view(id)).reviews).toEqual([])
  })

  it.each<[string, Json]>([
    ['another medicine', { ...migraine, medicationCodeableConcept: { text: 'Sumatriptan' } }],
    ['toxin, which was a mistake', { ...migraine, status: 'entered-in-error' }],
  ])('is for no reason of an order of %s', async (_, more) => {
    const id = await house().patient()
    const other = await made('neurologist', order(id, more))
    expect(refusal(await post('nurse', handed(id, on(other))))).toEqual([422, 'gate-shut'])
  })
})

describe('an order that nobody has signed', () => {
  const task = (id: string, more: Json = {}): Json => ({
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    for: { reference: `Patient/${id}` },
    ...more,
  })
  const meant = (code: string): Json => ({
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code }] },
  })

  it.each<[string, Json, (link: Json) => Json]>([
    ['is asked to be carried out', { status: 'draft' }, (focus) => ({ ...meant('fulfill'), focus })],
    ['is what something is done for', { status: 'draft' }, (link) => ({ basedOn: [link] })],
    ['is a plan', { intent: 'plan' }, (focus) => ({ focus })],
    ['is given', { status: 'draft' }, (valueReference) => ({ input: [{ type: { text: 'order' }, valueReference }] })],
  ])('meets the shut gate where by a task it %s', async (_, more, pointing) => {
    const id = await house().patient()
    const { id: draft } = await made('neurologist', order(id, more))
    const told = await post('neurologist', task(id, pointing({ reference: `MedicationRequest/${draft}` })))
    expect(refusal(told)).toEqual([422, 'gate-shut'])
    expect(told.issues[0]?.expression?.[0]).toMatch(/^Task\.(focus|basedOn\[0\]|input\[0\]\.valueReference)$/)
    const reading = task(id, { ...meant('approve'), focus: { reference: `MedicationRequest/${draft}` } })
    expect((await post('neurologist', reading)).status).toBe(201)
  })

  const plan = (id: string, more: Json = {}): Json => ({
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    subject: { reference: `Patient/${id}` },
    ...more,
  })
  const doing = { activity: [{ detail: { status: 'not-started', productCodeableConcept: botox } }] }
  const otherOrder = (id: string, more: Json = {}): Json =>
    order(id, { medicationCodeableConcept: { text: 'Lidocaine cream' }, ...more })

  it.each<[string, (id: string, link: Json) => Json]>([
    ['a plan of care holds it', (id, reference) => plan(id, { activity: [{ reference }] })],
    ['another order is based on it', (id, link) => otherOrder(id, { basedOn: [link] })],
  ])('meets the shut gate where %s, unless that asks for nothing itself', async (_, pointing) => {
    const id = await house().patient()
    const { id: draft } = await made('neurologist', order(id, { status: 'draft' }))
    const asking = pointing(id, { reference: `MedicationRequest/${draft}` })
    const told = await post('neurologist', asking)
    expect(refusal(told)).toEqual([422, 'gate-shut'])
    expect(told.issues[0]?.expression?.[0]).toMatch(
      /^(CarePlan\.activity\[0\]\.reference|MedicationRequest\.basedOn\[0\])$/,
    )
    expect((await post('neurologist', { ...asking, status: 'draft' })).status).toBe(201)
    expect((await post('neurologist', { ...asking, intent: 'proposal' })).status).toBe(201)
  })

  it('is met by no plan of care in which nothing of it stands, and by no other order that is based on another one', async () => {
    const id = await house().patient()
    const { id: other } = await made('neurologist', otherOrder(id, { status: 'draft' }))
    const reference = { reference: `MedicationRequest/${other}` }
    expect((await post('neurologist', plan(id, { activity: [{ reference }] }))).status).toBe(201)
    expect((await post('neurologist', otherOrder(id, { basedOn: [reference] }))).status).toBe(201)
  })

  it.each<[string, (id: string) => Json, (id: string) => Json]>([
    ['a draft plan that holds it', (id) => plan(id, { ...doing, status: 'draft' }), (id) => task(id)],
    [
      'a draft plan on which an order of something else is based',
      (id) => plan(id, { ...doing, status: 'draft' }),
      otherOrder,
    ],
    ['another task that nobody asked for yet', (id) => task(id, { status: 'draft', code: botox }), (id) => task(id)],
  ])('meets the shut gate by way of %s', async (_, between, asking) => {
    const id = await house().patient()
    const { resourceType, id: held } = await made('neurologist', between(id))
    const basedOn = [{ reference: `${resourceType}/${held}` }]
    expect(refusal(await post('neurologist', { ...asking(id), basedOn }))).toEqual([422, 'gate-shut'])
  })

  it.each<[string, (id: string) => Json]>([
    [
      'a task',
      (id) => task(id, { focus: { reference: '#inner' }, contained: [order(id, { id: 'inner', status: 'draft' })] }),
    ],
    [
      'a task in a plan',
      (id) =>
        plan(id, {
          contained: [task(id, { id: 'inner', code: botox })],
          activity: [{ reference: { reference: '#inner' } }],
        }),
    ],
    ['a plan at a visit', (id) => visit(id, plan(id, doing))],
    [
      'a Bundle that lies there',
      (id) => visit(id, { resourceType: 'Bundle', type: 'collection', entry: [{ resource: order(id) }] }),
    ],
    [
      'parameters that lie there',
      (id) =>
        visit(id, {
          resourceType: 'Parameters',
          parameter: [{ name: 'a', part: [{ name: 'b', resource: order(id) }] }],
        }),
    ],
  ])('is sent by itself, not inside %s', async (_, holding) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', holding(id)))).toEqual([422, 'hidden-order'])
  })

  it('is let in where it lies inside and nothing asks for it, and somebody reads it, once', async () => {
    const id = await house().patient()
    const holding = otherOrder(id, {
      contained: [order(id, { id: 'inner', status: 'draft' })],
      supportingInformation: [{ reference: '#inner' }],
    })
    const kept = await made('neurologist', holding)
    await made('neurologist', { ...holding, contained: [order(id, { id: 'inner', status: 'draft', ...migraine })] })
    expect((await revise('neurologist', { ...kept, priority: 'routine' }, 1)).status).toBe(200)
    expect((await house().view(id)).reviews).toMatchObject([{ reason: expect.stringContaining('wrote of toxin') }])
  })

  it('meets it also where a task, and a draft plan that holds its address, were there first', async () => {
    const id = await house().patient()
    const draft = await made(
      'neurologist',
      plan(id, { status: 'draft', activity: [{ reference: { reference: 'MedicationRequest/comes-last' } }] }),
    )
    await made('neurologist', task(id, { focus: { reference: `CarePlan/${draft.id}` } }))
    const last = { ...order(id, { status: 'draft' }), id: 'comes-last' }
    expect(refusal(await fhir(house(), 'neurologist', 'PUT', '/MedicationRequest/comes-last', last))).toEqual([
      422,
      'gate-shut',
    ])
  })

  it('meets it also where the task was there first', async () => {
    const id = await house().patient()
    await made('neurologist', task(id, { focus: { reference: 'MedicationRequest/comes-later' } }))
    const draft = { ...order(id, { status: 'draft' }), id: 'comes-later' }
    const told = await fhir(house(), 'neurologist', 'PUT', '/MedicationRequest/comes-later', draft)
    expect(refusal(told)).toEqual([422, 'gate-shut'])
  })
})

describe('a medicine that nobody here can name', () => {
  const coded = {
    medicationCodeableConcept: { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197361' }] },
  }
  const reasons = async (id: string) => (await house().view(id)).reviews.map(({ reason }) => reason)

  it('is let in, and read by somebody once while toxin may not be ordered', async () => {
    const id = await house().patient()
    for (const one of [order(id, coded), given(id, coded), order(id, coded)])
      expect((await post('neurologist', one)).status).toBe(201)
    expect(await reasons(id)).toEqual([expect.stringContaining('a medicine by a code that nobody here reads')])
  })

  it('is read by nobody where words say what it is, it was given before, or the pathway is not the person’s', async () => {
    const id = await house().patient()
    const stranger = await madeId('nurse', { resourceType: 'Patient', name: [{ text: 'Demo Cleo Sample' }] })
    const told = { medicationCodeableConcept: { ...coded.medicationCodeableConcept, text: 'Amlodipine' } }
    for (const one of [
      order(id, told),
      given(id, { ...coded, effectiveDateTime: '2026-11-20' }),
      order(stranger, coded),
    ])
      expect((await post('neurologist', one)).status).toBe(201)
    expect([...(await reasons(id)), ...(await reasons(stranger))]).toEqual([])
  })
})

describe('a vial of toxin beside an order of something else', () => {
  it.each<[string, Json]>([
    ['by its code', { code: botox }],
    ['by its name', { code: { text: 'Botox 100 U' } }],
  ])('%s is read by somebody while the gate is shut', async (_, product) => {
    const id = await house().patient()
    const vial = await madeId('neurologist', { resourceType: 'Medication', ...product })
    const beside = { supportingInformation: [{ reference: `Medication/${vial}` }] }
    await made('neurologist', order(id, { medicationCodeableConcept: { text: 'Saline 0.9 %' }, ...beside }))
    expect((await house().view(id)).reviews).toMatchObject([{ reason: expect.stringContaining('wrote of toxin') }])
  })
})

describe('while toxin may not be ordered', () => {
  const reasons = async (id: string) => (await house().view(id)).reviews.map(({ reason }) => reason)

  it.each<[string, string, (id: string) => Json]>([
    [
      'a message that asks for toxin',
      'in a message',
      (id) => ({
        resourceType: 'Communication',
        status: 'completed',
        subject: { reference: `Patient/${id}` },
        payload: [{ contentString: 'Botox 20 U to the left cheek, please' }],
      }),
    ],
    [
      'a task for an order that is kept elsewhere',
      'is kept elsewhere',
      (id) => ({
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        for: { reference: `Patient/${id}` },
        focus: { reference: 'https://ehr.example/fhir/MedicationRequest/9' },
      }),
    ],
  ])('%s is let in, and read by somebody once', async (_, reason, sent) => {
    const id = await house().patient()
    await made('neurologist', sent(id))
    await made('neurologist', sent(id))
    expect(await reasons(id)).toEqual([expect.stringContaining(reason)])
  })

  it('a message of before is read by nobody where toxin is known of, nor one of somebody else’s pathway', async () => {
    const treated = await house().patient()
    await made('neurologist', given(treated, { ...migraine, effectiveDateTime: '2024-01-01' }))
    const stranger = await madeId('nurse', { resourceType: 'Patient', name: [{ text: 'Demo Dora Sample' }] })
    const message = { resourceType: 'Communication', status: 'completed', payload: [{ contentString: 'Botox' }] }
    await made('nurse', { ...message, subject: { reference: `Patient/${treated}` }, sent: '2025-01-01T10:00:00Z' })
    await made('nurse', { ...message, subject: { reference: `Patient/${stranger}` } })
    expect([...(await reasons(treated)), ...(await reasons(stranger))]).toEqual([])
  })

  it('a plan of care for the neck is let in, and read by nobody', async () => {
    const id = await house().patient()
    const reasonCode = [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G24.3' }] }]
    const detail = { status: 'not-started', productCodeableConcept: botox, reasonCode }
    await made('neurologist', {
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      subject: { reference: `Patient/${id}` },
      activity: [{ detail }],
    })
    expect(await reasons(id)).toEqual([])
  })
})
