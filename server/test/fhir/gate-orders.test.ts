import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse, refusal } from './support.ts'
import { botox, cpt, given, migraine, order, today } from './toxin-told.ts'

const { house, post, sessions, made, madeId, revise, send } = oneHouse()

const condition = (id: string, code: unknown): Json => ({
  resourceType: 'Condition',
  code,
  subject: { reference: `Patient/${id}` },
})
const on = ({ id }: Json): Json => ({ authorizingPrescription: [{ reference: `MedicationRequest/${id}` }] })

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

describe('a reason for toxin', () => {
  const icd = (code: string): Json => ({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code })
  const absent = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
  const sct = (code: string): Json => ({ system: 'http://snomed.info/sct', code })
  const migraines = { coding: [cpt('64615')] }
  const facial = { coding: [cpt('64612')] }
  const both = { coding: [cpt('64615'), cpt('64612')] }
  const operated = (id: string, more: Json): Json => ({
    resourceType: 'Procedure',
    status: 'completed',
    performedDateTime: today,
    subject: { reference: `Patient/${id}` },
    ...more,
  })
  const neck = { coding: [{ system: 'http://snomed.info/sct', code: '45048000' }] }

  it.each<[string, (id: string) => Json]>([
    ['that is unknown', (id) => order(id, { reasonCode: [{ coding: [{ system: absent, code: 'unknown' }] }] })],
    [
      'whose code is of a list of their own, without words',
      (id) => order(id, { reasonCode: [{ coding: [{ system: 'urn:local', code: 'x1' }] }] }),
    ],
    ['whose code is of no system', (id) => order(id, { reasonCode: [{ coding: [{ code: 'G43.709' }] }] })],
    [
      'that names the spasm beside a code nobody here knows',
      (id) =>
        given(id, { reasonCode: [{ coding: [{ system: 'urn:local', code: 'x1', display: 'Hemifacial spasm' }] }] }),
    ],
    [
      'that is the spasm and another',
      (id) => order(id, { reasonCode: [{ coding: [icd('G24.3')] }, { coding: [icd('G51.32')] }] }),
    ],
    [
      'that is the spasm, of a procedure mostly done for another',
      (id) => operated(id, { code: migraines, reasonCode: [{ coding: [icd('G51.3')] }] }),
    ],
    [
      'nobody told, with a place beside the neck that nobody here knows',
      (id) => order(id, { dosageInstruction: [{ site: neck }, { site: { text: 'around the left eye' } }] }),
    ],
    [
      'that is the spasm in the international edition',
      (id) =>
        order(id, { reasonCode: [{ coding: [{ system: 'http://id.who.int/icd/release/11/mms', code: '8b88.2' }] }] }),
    ],
    ['that is a spasm of the face', (id) => order(id, { reasonCode: [{ coding: [sct('32402008')] }] })],
    ['whose number was mistyped', (id) => order(id, { reasonCode: [{ coding: [sct('56484008')] }] })],
    ['that nobody told, of two codes that contradict each other', (id) => operated(id, { code: both })],
    [
      'that is of the neck, of two codes of which one is the face',
      (id) =>
        operated(id, { code: { coding: [cpt('64612'), cpt('64616')] }, reasonCode: [{ coding: [icd('G24.3')] }] }),
    ],
    [
      'that fits one of two codes that contradict each other',
      (id) => operated(id, { code: migraines, usedCode: [facial], ...migraine }),
    ],
  ])('opens no shut gate: %s', async (_, resource) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', resource(id)))).toEqual([422, 'gate-shut'])
    expect(await sessions(id)).toEqual([])
  })

  it.each<[string, (id: string) => Json]>([
    ['migraine', (id) => order(id, { reasonCode: [{ coding: [icd('G43.709')], text: 'Chronic migraine' }] })],
    ['the neck alone', (id) => order(id, { dosageInstruction: [{ site: neck }] })],
    ['a procedure for migraine', (id) => operated(id, { code: migraines })],
    [
      'a procedure for migraine that is ordered',
      (id) => ({ ...order(id), resourceType: 'ServiceRequest', code: migraines, medicationCodeableConcept: undefined }),
    ],
    ['the face, for another disease', (id) => operated(id, { code: facial, reasonCode: [{ coding: [icd('G24.5')] }] })],
    ['dystonia of the neck', (id) => order(id, { reasonCode: [{ coding: [sct('74333002')] }] })],
  ])('that is not the face is no matter of the gate: %s', async (_, resource) => {
    const id = await house().patient()
    expect((await post('neurologist', resource(id))).status).toBe(201)
  })
})

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

describe('another reason that is taken back', () => {
  const blepharospasm = { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G24.5' }] }
  const resting = (id: string, problem: string) =>
    order(id, { reasonReference: [{ reference: `Condition/${problem}` }] })
  const refuted = {
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }],
    },
  }

  it('has somebody look at the order that rests on it, in the same act', async () => {
    const id = await house().patient()
    const problem = await made('neurologist', condition(id, blepharospasm))
    await made('neurologist', resting(id, problem.id))
    expect((await house().view(id)).reviews).toEqual([])
    const told = await revise('neurologist', { ...problem, note: [{ text: 'seen again' }] }, 1)
    expect((await revise('neurologist', { ...told.body, ...refuted }, 2)).status).toBe(200)
    expect((await house().view(id)).reviews).toMatchObject([
      { reason: expect.stringContaining('took back the reason') },
    ])
  })

  it('is none of what was handed out on the order either', async () => {
    const id = await house().patient()
    const first = await made('neurologist', order(id, migraine))
    const handed = { resourceType: 'MedicationDispense', status: 'in-progress', medicationCodeableConcept: botox }
    const on = { authorizingPrescription: [{ reference: `MedicationRequest/${first.id}` }] }
    await made('nurse', { ...handed, ...on, subject: first.subject })
    expect((await revise('neurologist', { ...first, status: 'entered-in-error' }, 1)).status).toBe(200)
    expect((await house().view(id)).reviews).toHaveLength(1)
  })

  it('along with the order is no reason of it', async () => {
    const id = await house().patient()
    const problem = await madeId('neurologist', condition(id, blepharospasm))
    const told = await send('neurologist', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        { request: { method: 'DELETE', url: `Condition/${problem}`, ifMatch: 'W/"1"' } },
        { resource: resting(id, problem), request: { method: 'POST', url: 'MedicationRequest' } },
      ],
    })
    expect(refusal(told)).toEqual([422, 'gate-shut'])
  })
})
