import type { Board, PatientView, ReferralAccepted, ReferralStatus } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { adaSample, cleanUp, type House, openHouse } from './support.ts'

afterEach(cleanUp)

const change = (house: House, id: string, contact: object, who: 'coordinator' | 'reader' = 'coordinator') =>
  house.ask<PatientView>(who, 'PUT', `/api/patients/${id}/contact`, contact)

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
      sentence: 'This is no telephone number: it has fewer than five figures.',
      where: 'phone',
    })
    expect((await change(house, id, { phone: '555-0141' }, 'reader')).status).toBe(404)
    expect((await house.view(id)).patient.phone).toBeNull()
  })

  it('a birth date that is told later is written down, a part of one becomes whole, and another one is refused', async () => {
    const house = await openHouse()
    const id = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
    const born = async (birthDate: string) => {
      const answer = await change(house, id, { birthDate })
      return answer.body.patient?.birthDate ?? answer.problem.sentence
    }
    expect(await born('1968')).toBe('1968')
    expect(await born('1967-04-03')).toBe('The birth date on record is 1968, and is not changed here.')
    expect(await born('2031')).toMatch(/birth|born/i)
    expect(await born('1968-04-03')).toBe('1968-04-03')
    expect(await born('1968-04-04')).toBe('The birth date on record is 1968-04-03, and is not changed here.')
    expect((await house.view(id)).timeline[0]?.said.note).toBe('Birth date: 1968-04-03 (before: 1968)')
  })

  it('a birth date that was asked at the visit stands beside the name, which is read aloud before an injection', async () => {
    const house = await openHouse()
    const id = await house.patient({ patient: { name: 'Demo Theo Sample', birthDate: null } })
    await house.act('nurse', id, {
      kind: 'visit',
      date: '2026-11-23',
      facts: { 'person.birthDate': '1968-04' },
      entries: [{ kind: 'visit', date: '2026-11-23', fields: { 'visit.kind': 'first' } }],
    })
    expect((await house.view(id)).patient.birthDate).toBe('1968-04')
    expect((await change(house, id, { birthDate: '1970-01-01' })).problem.sentence).toBe(
      'The birth date on record is 1968-04, and is not changed here.',
    )
    expect((await change(house, id, { birthDate: '1968-04-03' })).body.timeline[0]?.said.note).toBe(
      'Birth date: 1968-04-03 (before: 1968-04)',
    )
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
})
