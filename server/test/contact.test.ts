import type { Board, PatientView, ReferralAccepted, ReferralStatus } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { adaSample, cleanUp, type House, openHouse } from './support.ts'

afterEach(cleanUp)

/** By somebody who has the page of the person before them. */
const change = async (house: House, id: string, contact: object, who: 'coordinator' | 'reader' = 'coordinator') =>
  changeAt(house, id, contact, { version: (await house.view(id)).version, who })

const changeAt = (
  house: House,
  id: string,
  contact: object,
  { version, who = 'coordinator' }: Readonly<{ version: number; who?: 'coordinator' | 'nurse' | 'reader' }>,
) =>
  house.ask<PatientView>(who, 'PUT', `/api/patients/${id}/contact`, contact, {
    headers: { 'if-match': `"${version}"` },
  })

/** A referral that names nobody's telephone, taken on. */
async function takenOn(house: House) {
  const { phone: _, ...patient } = { ...adaSample.patient, phone: undefined }
  const referrer = { name: 'Demo Dr Rowan Refer', practice: 'Demo Practice', email: 'demo.refer@example.org' }
  const sent = await house.ask<ReferralAccepted>(null, 'POST', '/api/front-door/referrals', {
    ...adaSample,
    patient,
    referrer,
  })
  const { requests } = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
  const accept = `/api/requests/${requests[0]!.id}/accept`
  const { patientId } = (await house.ask<{ patientId: string }>('coordinator', 'POST', accept, {})).body
  const reach = async () => {
    const asked = { token: sent.body.statusLink.split('#')[1] }
    return (await house.ask<ReferralStatus>(null, 'POST', '/api/front-door/status', asked)).body.reach
  }
  return { id: patientId, reach }
}

describe('how a person is reached', () => {
  it('whoever referred can be written to from the page of the person, once the referral is taken on', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    expect((await house.view(id)).referredBy).toEqual({
      name: 'Demo Dr Rowan Refer',
      practice: 'Demo Practice',
      phone: null,
      email: 'demo.refer@example.org',
      received: '2026-11-23',
    })
  })

  it('a number that is told later is written down, told with what stood there before, and promised by the status link', async () => {
    const house = await openHouse()
    const { id, reach } = await takenOn(house)
    expect(await reach()).toBe('email')
    const first = await change(house, id, { phone: '555-0141', interpreter: 'Portuguese' })
    expect(first.body.patient).toMatchObject({ phone: '555-0141', email: null, interpreter: 'Portuguese' })
    expect(await reach()).toBe('phone')
    const second = await change(house, id, { phone: '555-0142' })
    expect(second.body.patient).toMatchObject({ phone: '555-0142', interpreter: 'Portuguese' })
    expect(second.body.timeline[0]).toMatchObject({
      kind: 'contact',
      by: 'Demo coordinator',
      said: { note: 'Telephone: 555-0142 (before: 555-0141)' },
    })
    const gone = await change(house, id, { phone: null })
    expect(gone.body.patient.phone).toBeNull()
    expect(gone.body.timeline[0]?.said.note).toBe('Telephone: none any more (before: 555-0142)')
    expect((await house.built.clinic.record.auditEntries({ limit: 9 })).map(({ action }) => action)).toContain(
      'contact-changed',
    )
  })

  it('the same said twice changes nothing, and no advice changes by it', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    const before = await change(house, id, { phone: '555-0141' })
    const again = await change(house, id, { phone: '555-0141' })
    expect(again.body).toEqual(before.body)
    expect(before.body.advice).toEqual((await house.view(id)).advice)
  })

  it('what is no number is refused at its field, and who only reads images writes none', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    expect((await change(house, id, { phone: 'later' })).problem).toMatchObject({
      sentence: 'This is not a telephone number: it has fewer than five digits.',
      where: 'phone',
    })
    expect((await change(house, id, { phone: '555-0141' }, 'reader')).status).toBe(404)
    expect((await house.view(id)).patient.phone).toBeNull()
  })

  it('the number that is shown is the one that changes, and what another system wrote beside it stays', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    const before = await house.ask<object>('neurologist', 'GET', `/fhir/Patient/${id}`)
    const telecom = [
      { system: 'phone', value: '555-0148', use: 'old' },
      { system: 'phone', value: '555-0149', period: { end: '2020' } },
      { system: 'phone', value: '555-0150', use: 'home' },
      { system: 'phone', value: '555-0151', use: 'work' },
      { system: 'fax', value: '555-0152' },
    ]
    const put = await house.ask(
      'neurologist',
      'PUT',
      `/fhir/Patient/${id}`,
      { ...before.body, telecom },
      {
        headers: { 'if-match': 'W/"1"', 'content-type': 'application/fhir+json' },
      },
    )
    expect(put.status).toBe(200)
    await change(house, id, { phone: '555-0153', email: 'demo.ada@example.org' })
    const after = await house.ask<{ telecom: object }>('neurologist', 'GET', `/fhir/Patient/${id}`)
    expect(after.body.telecom).toEqual([
      ...telecom.slice(0, 2),
      { system: 'phone', value: '555-0153' },
      { system: 'phone', value: '555-0151', use: 'work' },
      { system: 'fax', value: '555-0152' },
      { system: 'email', value: 'demo.ada@example.org' },
    ])
  })

  it('of two who write at once, one is told so and nothing of the other is lost', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    const { version } = await house.view(id)
    await changeAt(house, id, { phone: '555-0141' }, { version })
    const late = await changeAt(house, id, { phone: '555-0142' }, { version, who: 'nurse' })
    expect([late.status, late.problem.sentence]).toEqual([
      412,
      'Somebody else has recorded something meanwhile. Look at it, then save again.',
    ])
    expect((await house.view(id)).patient.phone).toBe('555-0141')
    const both = await Promise.all(
      ['555-0143', '555-0144'].map((phone) => changeAt(house, id, { phone }, { version: version + 1 })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const again = await changeAt(house, id, { phone: (await house.view(id)).patient.phone }, { version })
    expect(again.status).toBe(200)
  })

  it('whoever does not say what they saw is told to', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    const blind = await house.ask('coordinator', 'PUT', `/api/patients/${id}/contact`, { phone: '555-0141' })
    expect([blind.status, blind.problem.code]).toEqual([428, 'version-needed'])
    expect((await house.view(id)).patient.phone).toBeNull()
  })
})
