import type { Board, ReferralAccepted } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { evaluated, walk } from './journey.ts'
import { adaSample, cleanUp, type House, openHouse } from './support.ts'

afterEach(cleanUp)
const today = '2026-11-23'

describe('a referral on paper', () => {
  it('did not arrive before the person was born', async () => {
    const house = await openHouse()
    const typed = { ...adaSample, patient: { ...adaSample.patient, birthDate: '1970' }, received: '1026-11-20' }
    const { status, problem } = await house.ask('coordinator', 'POST', '/api/patients', typed)
    expect([status, problem.where]).toEqual([422, 'received'])
    expect(problem.sentence).toBe('The day of arrival is before the birth date. Check both.')
  })

  it('is entered by the coordinator, who is told who else it might be', async () => {
    const house = await openHouse()
    const first = await house.patient()
    const again = {
      ...adaSample,
      patient: { name: 'SAMPLE, Ada Demo', birthDate: '1970-05-04', phone: '+1 555 0101' },
      received: '2026-11-10',
    }
    const entered = await house.ask<ReferralAccepted & { patientId: string }>(
      'coordinator',
      'POST',
      '/api/patients',
      again,
    )
    expect(entered.status).toBe(201)
    expect(entered.body.duplicates).toEqual([first])
    expect((await house.view(entered.body.patientId)).timeline[0]?.date).toBe('2026-11-10')
    const nameOnly = { name: 'Demo Ada Sample', birthDate: null, phone: null }
    expect((await house.ask('nurse', 'POST', '/api/patients/duplicates', nameOnly)).body).toHaveLength(2)
    const alike = await house.ask<{ id: string }[]>('nurse', 'POST', '/api/patients/duplicates', {
      name: 'Somebody Else',
      phone: '555-0101',
    })
    expect(alike.body.map(({ id }) => id).sort()).toEqual([first, entered.body.patientId].sort())
  })

  it('is triaged on the board, whose row follows each act and each day', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const row = async () =>
      (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.rows.find((one) => one.id === id)!
    const before = await row()
    await walk(house, id, ['neurologist', evaluated(today)])
    expect((await row()).stage).toBe('evaluating')
    house.clock.day('2027-06-01')
    const later = await row()
    expect(later.overdue).toBeGreaterThan(before.overdue)
  })
})

describe('a referral on paper for somebody who is here already', () => {
  const again = {
    ...adaSample,
    patient: { name: 'Demo Ada Sample-Novel', birthDate: '1970-05-04', phone: '555-0199' },
    referrer: { name: 'Demo Dr Wilma Write' },
    facts: { 'rf.limbOrSpeech': 'yes' },
    message: 'Seen again in our surgery.',
  }
  const enter = (house: House, sent: object, key?: string) =>
    house.ask<{ patientId: string; duplicates: string[] }>('coordinator', 'POST', '/api/patients', sent, {
      ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    })

  it('joins their record: nobody is here twice, and what the record has otherwise stands in words', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const before = await house.view(id)
    const joined = await enter(house, { ...again, joins: id })
    expect([joined.status, joined.body.patientId, joined.body.duplicates]).toEqual([201, id, []])
    const { rows } = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
    expect(rows.map((row) => row.id)).toEqual([id])
    const after = await house.view(id)
    expect(after.patient).toEqual(before.patient)
    const [last] = after.timeline
    expect(last).toMatchObject({ kind: 'referral', by: 'Demo Dr Wilma Write' })
    for (const line of [
      'Seen again in our surgery.',
      'Full name as told: Demo Ada Sample-Novel',
      'Telephone as told: 555-0199',
    ])
      expect(JSON.stringify(last!.said)).toContain(line)
    expect((await house.built.clinic.record.auditEntries({ limit: 20 })).map(({ action }) => action)).toContain(
      'referral-joined',
    )
  })

  it('a red flag it tells of shuts the gate of the record it joins', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await enter(house, { ...again, joins: id })
    const { decisions } = (await house.view(id)).advice
    expect(JSON.stringify(decisions.botulinum)).toContain('rf.limbOrSpeech')
  })

  it('sent twice over a bad line joins once; a record that is not there is joined by nothing', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const key = 'paper-of-ada-000000001'
    await enter(house, { ...again, joins: id }, key)
    expect((await enter(house, { ...again, joins: id }, key)).body.patientId).toBe(id)
    expect((await house.view(id)).timeline.filter(({ kind }) => kind === 'referral')).toHaveLength(2)
    expect((await enter(house, { ...again, joins: 'absent' })).status).toBe(404)
  })

  it('nobody outside can join a record', async () => {
    const house = await openHouse()
    const id = await house.patient()
    expect((await house.ask(null, 'POST', '/api/front-door/referrals', { ...again, joins: id })).status).toBe(422)
  })
})
