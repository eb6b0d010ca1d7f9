import type { LotRecall } from '@facialis/wire'
import { beforeAll, describe, expect, it } from 'vitest'
import { atChair, openGate, walk } from '../journey.ts'
import { fhir, type Json, oneHouse, refusal } from './support.ts'
import { botox, given, migraine, order, today, visit } from './toxin-told.ts'

const { house, post, sessions } = oneHouse()

const after = (why: string): Json => ({
  extension: [
    {
      url: 'https://facialis.invalid/StructureDefinition/recorded-after',
      extension: [{ url: 'why', valueCode: why }],
    },
  ],
})

describe('an injection that is still going on', () => {
  const yesterday = '2026-11-22'
  const begun = (id: string, more: Json = {}): Json => ({
    resourceType: 'Procedure',
    status: 'in-progress',
    code: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '64612' }] },
    performedDateTime: yesterday,
    subject: { reference: `Patient/${id}` },
    ...more,
  })
  it.each<[string, (id: string) => Json]>([
    ['since yesterday', begun],
    [
      'in a time that has ended',
      (id) => begun(id, { performedDateTime: undefined, performedPeriod: { start: yesterday, end: yesterday } }),
    ],
    ['and was put off', (id) => given(id, { status: 'on-hold', effectiveDateTime: yesterday })],
    ['and is said to be written down late', (id) => begun(id, after('late'))],
    ['and is said to be elsewhere, by nobody', (id) => begun(id, after('elsewhere'))],
  ])('is none of before, and meets the gate: %s', async (_, resource) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', resource(id)))).toEqual([422, 'gate-shut'])
    expect(await sessions(id)).toEqual([])
  })

  it('elsewhere, by somebody who is named, or that was stopped on an earlier day, is what happened', async () => {
    const id = await house().patient()
    const stranger = { performer: [{ actor: { display: 'Synthetic Stranger' } }] }
    expect((await post('neurologist', begun(id, { ...after('elsewhere'), ...stranger }))).status).toBe(201)
    expect((await post('neurologist', begun(id, { status: 'stopped' }))).status).toBe(201)
    expect((await house().view(id)).reviews).not.toEqual([])
  })
})

describe('an injection of which only the end is told', () => {
  const ended = (id: string, end: string, more: Json = {}): Json =>
    given(id, { effectiveDateTime: undefined, effectivePeriod: { end }, ...more })

  it('was given by then: it is taken as history, is told to be late, and somebody looks at it', async () => {
    const id = await house().patient()
    const { status, body } = await post('nurse', ended(id, '2026-11-20'))
    expect([status, JSON.stringify(body.extension)]).toEqual([201, expect.stringContaining('"late"')])
    expect(await sessions(id)).toHaveLength(1)
    expect((await house().view(id)).reviews).toMatchObject([
      { reason: expect.stringContaining('while the gate was shut') },
    ])
  })

  it.each<[string, string, Json]>([
    ['ends today', today, {}],
    ['ends tomorrow', '2026-11-24', {}],
    ['ends some day of this year', '2026', {}],
    ['ended, and is still going on', '2026-11-20', { status: 'in-progress' }],
  ])('meets the gate where it %s', async (_, end, more) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', ended(id, end, more)))).toEqual([422, 'gate-shut'])
    expect(await sessions(id)).toEqual([])
  })
})

it.each(['Demo neurologst', 'neurolgist, Demo', 'Dr Demo Neurologits', 'our neurologist', 'clinic staff'])(
  'an injection of today elsewhere is none where one of us gave it, written %s',
  async (display) => {
    const id = await house().patient()
    const told = await post('neurologist', given(id, { ...after('elsewhere'), performer: [{ actor: { display } }] }))
    expect(refusal(told)).toEqual([422, 'gate-shut'])
  },
)

it('what was given against toxin is read by somebody, and is no session', async () => {
  const id = await house().patient()
  const against = {
    medicationCodeableConcept: { text: 'Botulinum antitoxin, heptavalent' },
    effectiveDateTime: '2026-05-04',
  }
  expect((await post('nurse', given(id, against))).status).toBe(201)
  const both = {
    medicationCodeableConcept: { text: 'Botox, with botulinum antitoxin at hand' },
    effectiveDateTime: '2026-05-05',
  }
  expect((await post('nurse', given(id, both))).status).toBe(201)
  expect(await sessions(id)).toHaveLength(1)
})

describe('toxin that a procedure names only by what it used', () => {
  const using = (id: string, reference: string, more: Json = {}): Json => ({
    resourceType: 'Procedure',
    status: 'completed',
    code: { text: 'injection' },
    usedReference: [{ reference }],
    performedDateTime: today,
    subject: { reference: `Patient/${id}` },
    ...more,
  })
  const vial = { resourceType: 'Medication', code: botox, batch: { lotNumber: 'L-77' } }
  const transaction = (...entry: readonly Json[]) =>
    fhir(house(), 'neurologist', 'POST', '', { resourceType: 'Bundle', type: 'transaction', entry })

  it('is named by no more references than can be looked up while others wait to write', async () => {
    const id = await house().patient()
    const used = (from: number) => ({
      usedReference: Array.from({ length: 1001 }, (_, at) => ({ reference: `Medication/none-${from + at}` })),
      performedDateTime: '2026-01-01',
    })
    const one = (from: number) => ({
      resource: using(id, '', used(from)),
      request: { method: 'POST', url: 'Procedure' },
    })
    expect((await transaction(one(0))).status).toBe(200)
    expect(refusal(await transaction(one(0), one(2000)))).toEqual([413, 'too-costly'])
  })

  it('is not let in by a version that was toxin of what was taken back and is something else now', async () => {
    const id = await house().patient()
    const address = `/Medication/${(await post('neurologist', vial)).body.id}`
    await fhir(house(), 'neurologist', 'DELETE', address, undefined, { headers: { 'if-match': '"1"' } })
    const water = { resourceType: 'Medication', id: address.slice('/Medication/'.length), code: { text: 'water' } }
    expect((await fhir(house(), 'neurologist', 'PUT', address, water)).status).toBe(201)
    const reference = `${address.slice(1)}/_history/1`
    const named = { medicationCodeableConcept: undefined, medicationReference: { reference } }
    for (const one of [using(id, reference), order(id, named), given(id, named)])
      expect(refusal(await post('neurologist', one))).toEqual([422, 'unresolved'])
    expect((await post('neurologist', using(id, `${address.slice(1)}/_history/3`))).status).toBe(201)
  })

  it('meets the shut gate, whether it stands inside, in the record, or in the same bundle', async () => {
    const id = await house().patient()
    const kept = await post('neurologist', vial)
    const told = [
      await post('neurologist', using(id, '#u', { contained: [{ ...vial, id: 'u' }] })),
      await post(
        'neurologist',
        using(id, '#u', { contained: [{ resourceType: 'Device', id: 'u', type: { text: 'Dysport syringe' } }] }),
      ),
      await post('neurologist', using(id, `Medication/${kept.body.id}`)),
      await post('neurologist', using(id, `Medication/${kept.body.id}/_history/1`)),
      await transaction(
        {
          fullUrl: 'urn:uuid:6b1f6f0e-6f0f-4c5e-9a55-3d2b0c4f2a10',
          resource: vial,
          request: { method: 'POST', url: 'Medication' },
        },
        {
          resource: using(id, 'urn:uuid:6b1f6f0e-6f0f-4c5e-9a55-3d2b0c4f2a10'),
          request: { method: 'POST', url: 'Procedure' },
        },
      ),
    ]
    expect(told.map(refusal)).toEqual(told.map(() => [422, 'gate-shut']))
  })

  it('is refused as unknown where nobody can tell what it was, and accepted of long ago', async () => {
    const id = await house().patient()
    for (const reference of ['Medication/nowhere', 'Device/nowhere', 'https://elsewhere.invalid/fhir/Medication/1'])
      expect(refusal(await post('neurologist', using(id, reference)))).toEqual([422, 'unresolved'])
    const past = { performedDateTime: '2026-05-04' }
    expect((await post('nurse', using(id, 'Device/nowhere', past))).status).toBe(201)
    // What it was cannot be said behind its back.
    expect((await post('nurse', using(id, 'Medication/later', past))).status).toBe(201)
    const later = await fhir(house(), 'nurse', 'PUT', '/Medication/later', { ...vial, id: 'later' })
    expect(refusal(later)).toEqual([422, 'relied-on'])
  })

  it('counts as an injection of long ago, whose lot is found', async () => {
    const id = await house().patient()
    const kept = await post('neurologist', vial)
    const past = { performedDateTime: '2026-05-04' }
    expect((await post('nurse', using(id, `Medication/${kept.body.id}`, past))).status).toBe(201)
    expect(await sessions(id)).toMatchObject([{ fields: { 'session.product': { word: 'onabotulinumtoxinA' } } }])
    expect((await house().view(id)).reviews).toHaveLength(1)
    const lot = { lot: 'L-77' }
    const { body } = await house().ask<LotRecall>('coordinator', 'POST', '/api/lots/recall', lot)
    expect(body.people.map((one) => one.id)).toEqual([id])
    const all = await fhir(house(), 'neurologist', 'GET', `/Patient/${id}/$everything`)
    expect(all.bundle.entry.map(({ resource }) => resource?.id)).toContain(kept.body.id)
  })
})

describe('an open gate', () => {
  let id: string
  beforeAll(async () => {
    id = await openGate(house())
  })

  it('lets an order in, and keeps the advice it relied on', async () => {
    const told = await post('neurologist', order(id))
    expect(told.status).toBe(201)
    const [decision] = await house().built.clinic.record.decisionsOf(id)
    expect(JSON.parse(decision!.input)).toMatchObject({ basis: 'before', asOf: today })
  })

  it('opens nothing for somebody else, whose unsigned order a task points to', async () => {
    const other = await house().patient()
    const draft = await post('neurologist', order(other, { status: 'draft' }))
    const own = await post('neurologist', order(id, { status: 'draft' }))
    const focus = { reference: `MedicationRequest/${own.body.id}` }
    const basedOn = [{ reference: `MedicationRequest/${draft.body.id}` }]
    const task = {
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      for: { reference: `Patient/${id}` },
      focus,
    }
    expect((await post('neurologist', task)).status).toBe(201)
    expect(refusal(await post('neurologist', { ...task, basedOn }))).toEqual([422, 'gate-shut'])
  })

  it('has somebody look when what another system takes back opens it again', async () => {
    const status = (system: string, code: string) => ({
      coding: [{ system: `http://terminology.hl7.org/CodeSystem/condition-${system}`, code }],
    })
    const tumour = await post('neurologist', {
      resourceType: 'Condition',
      clinicalStatus: status('clinical', 'active'),
      verificationStatus: status('ver-status', 'confirmed'),
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'D33.3' }] },
      subject: { reference: `Patient/${id}` },
      recordedDate: today,
    })
    const shut = await house().view(id)
    expect([shut.advice.decisions.botulinum, shut.reviews]).toMatchObject([{ answer: 'blocked' }, []])
    await fhir(house(), 'neurologist', 'DELETE', `/Condition/${tumour.body.id}`, undefined, {
      headers: { 'if-match': '"1"' },
    })
    const open = await house().view(id)
    expect(open.advice.decisions.botulinum).not.toMatchObject({ answer: 'blocked' })
    expect(open.reviews).toMatchObject([{ done: false, reason: expect.stringContaining('opens a gate') }])
  })

  it('asks of an injection what it asks of an act: the list at the chair, one at a time, an order for a nurse', async () => {
    const early = await post('neurologist', given(id))
    expect([early.status, early.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'gate-shut'])
    await walk(house(), id, ['neurologist', atChair(today)])
    const byNurse = await post('nurse', given(id))
    expect([byNurse.status, byNurse.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'no-plan'])
    const entry = { resource: given(id), request: { method: 'POST', url: 'MedicationAdministration' } }
    const twice = await fhir(house(), 'neurologist', 'POST', '', {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [entry, entry],
    })
    expect(twice.issues[0]?.details.coding?.[0]?.code).toBe('one-session')
    const tomorrow = await post('neurologist', given(id, { effectiveDateTime: '2026-11-24' }))
    expect(tomorrow.issues[0]?.details.coding?.[0]?.code).toBe('in-the-future')
  })

  it('lets an injection of today in that lacks nothing, and counts it as what was given here', async () => {
    const whole = given(id, {
      medicationCodeableConcept: undefined,
      contained: [
        {
          resourceType: 'Medication',
          id: 'vial',
          code: botox,
          batch: { lotNumber: 'L-100', expirationDate: '2028-01' },
        },
      ],
      medicationReference: { reference: '#vial' },
      dosage: {
        dose: { value: 20, unit: 'U' },
        site: { coding: [{ system: 'http://snomed.info/sct', code: '7771000' }] },
      },
    })
    const asked = await post('neurologist', whole)
    expect(asked.issues[0]?.details.text).toContain('To confirm, send it again with the header')
    const headers = { 'x-facialis-confirmed': '1' }
    const told = await fhir(house(), 'neurologist', 'POST', '/MedicationAdministration', whole, { headers })
    expect(told.status).toBe(201)
    const [decision] = await house().built.clinic.record.decisionsOf(id)
    expect(JSON.parse(decision!.input)).toMatchObject({ basis: 'before' })
    expect(await sessions(id)).toHaveLength(1)
    expect((await house().view(id)).advice.decisions.botulinum).toMatchObject({ answer: 'blocked' })
  })
})

describe('toxin told inside another resource', () => {
  const operation = (id: string, inner: Json): Json => ({
    resourceType: 'Procedure',
    status: 'completed',
    code: { text: 'electromyography' },
    performedDateTime: today,
    subject: { reference: `Patient/${id}` },
    contained: [{ ...inner, id: 'inner' }],
    partOf: [{ reference: '#inner' }],
  })

  it.each([
    ['a visit', visit],
    ['another procedure', operation],
  ])('in %s is sent by itself when it is of today, and read by somebody when it lies back', async (_, holding) => {
    const id = await house().patient()
    const told = await post('neurologist', holding(id, given(id)))
    expect([told.status, told.issues[0]?.details.coding?.[0]?.code]).toEqual([422, 'hidden-injection'])
    expect(told.issues[0]?.expression?.[0]).toMatch(/contained\[0\]$/)
    expect((await house().view(id)).reviews).toEqual([])

    const before = await post('neurologist', holding(id, given(id, { effectiveDateTime: '2026-03-02' })))
    expect(before.status).toBe(201)
    expect((await house().view(id)).reviews).toMatchObject([{ done: false }])
  })

  it('for another indication passes, and nobody has to read it', async () => {
    const id = await house().patient()
    const neck = given(id, { ...migraine })
    expect((await post('neurologist', visit(id, neck))).status).toBe(201)
    expect((await house().view(id)).reviews).toEqual([])
  })
})

describe('toxin that only a note names', () => {
  const noted = (id: string, more: Json = {}): Json => ({
    resourceType: 'Procedure',
    status: 'completed',
    code: { text: 'electromyography' },
    performedDateTime: today,
    note: [{ text: 'Then botulinum toxin to the left cheek.' }],
    subject: { reference: `Patient/${id}` },
    ...more,
  })
  const reasons = async (id: string) => (await house().view(id)).reviews.map(({ reason }) => reason)

  it('is taken, and somebody has to read it, once', async () => {
    const id = await house().patient()
    const { status, body } = await post('neurologist', noted(id))
    expect(status).toBe(201)
    expect(await reasons(id)).toEqual([expect.stringMatching(/^Another system wrote of toxin/)])
    const again = { ...noted(id), id: body.id, bodySite: [{ text: 'face' }] }
    const told = await fhir(house(), 'neurologist', 'PUT', `/Procedure/${body.id}`, again, {
      headers: { 'if-match': '"1"' },
    })
    expect(told.status).toBe(200)
    expect(await reasons(id)).toHaveLength(1)
  })

  it.each<[string, Json]>([
    ['a page', { text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Botox 20 U</div>' } }],
    ['what came of it', { outcome: { text: 'Botox given' } }],
    [
      'another language',
      {
        code: {
          text: 'electromyography',
          _text: { extension: [{ url: 'http://example.org/de', valueString: 'mit Botox' }] },
        },
      },
    ],
  ])('is read as well where it stands in %s', async (_, more) => {
    const id = await house().patient()
    expect((await post('neurologist', noted(id, { note: undefined, ...more }))).status).toBe(201)
    expect(await reasons(id)).toHaveLength(1)
  })

  it('is read as well where its name is spaced or has a slip of the pen, in an order too', async () => {
    const id = await house().patient()
    expect((await post('neurologist', order(id, { medicationCodeableConcept: { text: 'Bo tox 100' } }))).status).toBe(
      201,
    )
    expect(await reasons(id)).toHaveLength(1)
    const other = await house().patient()
    expect((await post('neurologist', noted(other, { note: [{ text: 'botulnum to the cheek' }] }))).status).toBe(201)
    expect(await reasons(other)).toHaveLength(1)
  })

  it.each<[string, Json]>([
    ['laboratory', { category: [{ coding: [{ system: 'http://snomed.info/sct', code: '108252007' }] }] }],
    [
      'what is observed',
      { code: { coding: [{ system: 'http://loinc.org', code: '20749-8', display: 'Botulinum toxin in serum' }] } },
    ],
  ])('is looked for by an order of the %s, which is let in and read', async (_, more) => {
    const id = await house().patient()
    const measured = {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      subject: { reference: `Patient/${id}` },
    }
    const asked = { ...measured, code: { text: 'Antibodies against botulinum toxin' }, ...more }
    expect((await post('neurologist', asked)).status).toBe(201)
    expect(await reasons(id)).toHaveLength(1)
    // What is given stays what is given, in whatever drawer it is put.
    for (const orderDetail of [[botox], [{ text: 'Botox 50 U to the cheek' }]])
      expect(refusal(await post('neurologist', { ...asked, orderDetail }))).toEqual([422, 'gate-shut'])
  })

  it('for another reason is read as well where a note beside it names the spasm, once', async () => {
    const id = await house().patient()
    const note = [{ text: 'also for the hemifacial spasm on the left' }]
    const { status, body } = await post('neurologist', order(id, { ...migraine, note }))
    expect(status).toBe(201)
    expect(await reasons(id)).toEqual([expect.stringMatching(/^Another system told of toxin for another reason/)])
    const again = { ...order(id, { ...migraine, note }), id: body.id, priority: 'routine' }
    const told = await fhir(house(), 'neurologist', 'PUT', `/MedicationRequest/${body.id}`, again, {
      headers: { 'if-match': '"1"' },
    })
    expect(told.status).toBe(200)
    expect(await reasons(id)).toHaveLength(1)
  })

  it('is not looked for in the name of a clinic', async () => {
    const id = await house().patient()
    const where = {
      note: undefined,
      location: { display: 'Botox clinic' },
      performer: [{ actor: { display: 'Botox nurse' } }],
    }
    expect((await post('neurologist', noted(id, where))).status).toBe(201)
    expect(await reasons(id)).toEqual([])
  })

  it('of an earlier day is read only while nothing else tells that any was ever given', async () => {
    const [unknown, treated] = [await house().patient(), await house().patient()]
    const earlier = { performedDateTime: '2025-03-01' }
    expect((await post('neurologist', given(treated, { ...migraine, effectiveDateTime: '2024-01-01' }))).status).toBe(
      201,
    )
    const before = await reasons(treated)
    for (const id of [unknown, treated]) expect((await post('neurologist', noted(id, earlier))).status).toBe(201)
    expect(await reasons(unknown)).toHaveLength(1)
    expect(await reasons(treated)).toEqual(before)
  })
})
