import type { LotRecall } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { fhir, type Json, oneHouse, refusal } from './support.ts'
import { botox, given, order, today } from './toxin-told.ts'

const { house, post, sessions } = oneHouse()

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
