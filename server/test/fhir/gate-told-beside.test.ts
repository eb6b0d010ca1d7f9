import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse, refusal } from './support.ts'
import { botox, given, migraine, order, today, visit } from './toxin-told.ts'

const { house, post } = oneHouse()

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
