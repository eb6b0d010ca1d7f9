import type { Act, Board } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { evaluated, walk } from '../journey.ts'
import { cleanUp, type House, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'
const letter: Act = {
  kind: 'letter',
  date: today,
  note: 'To Demo Dr Rowan Refer\n\nAbout Demo Ada Sample\n\nWith kind regards',
}
const owedTo = async (house: House, id: string) =>
  (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.rows.find((row) => row.id === id)?.letterOwed

describe('a letter to the referrer', () => {
  it('is owed from the visit on, and no longer once it is signed; it stands on the timeline', async () => {
    const house = await openHouse()
    const id = await house.patient()
    expect(await owedTo(house, id)).toBeNull()
    await walk(house, id, ['neurologist', evaluated(today)])
    expect(await owedTo(house, id)).toBe(today)
    const sent = await house.act('neurologist', id, letter)
    expect(sent.status).toBe(200)
    expect(sent.body.letterOwed).toBeNull()
    expect(sent.body.timeline[0]).toMatchObject({
      kind: 'letter',
      by: 'Demo neurologist',
      said: { note: letter.note },
    })
    expect(await owedTo(house, id)).toBeNull()
    house.clock.day('2026-12-01')
    await walk(house, id, ['neurologist', evaluated('2026-12-01')])
    expect(await owedTo(house, id)).toBe('2026-12-01')
  })

  it('is signed by a doctor, has words, and changes nothing about the person', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const before = (await house.view(id)).advice
    expect((await house.act('coordinator', id, letter)).problem.code).toBe('may-not')
    expect((await house.act('neurologist', id, { kind: 'letter', date: today })).problem.code).toBe('incomplete')
    const withFact = { ...letter, facts: { 'dx.class': 'definite' } }
    expect((await house.act('neurologist', id, withFact)).problem.code).toBe('out-of-place')
    expect((await house.act('surgeon', id, letter)).body.advice).toEqual(before)
  })

  it('is shown by the status link as sent, without its words', async () => {
    const house = await openHouse()
    const made = await house.ask<{ patientId: string; statusLink: string }>('coordinator', 'POST', '/api/patients', {
      patient: { name: 'Demo Theo Sample', birthDate: null },
      side: 'left',
      referrer: { name: 'Demo Dr Rowan Refer' },
      facts: {},
    })
    await house.act('neurologist', made.body.patientId, letter)
    const token = made.body.statusLink.split('#')[1]
    const { body } = await house.ask<{ line: unknown[] }>(null, 'POST', '/api/front-door/status', { token })
    expect(body.line).toContainEqual({ position: 'letter', state: 'here', on: null })
    expect(JSON.stringify(body)).not.toContain('kind regards')
  })

  it('is not owed to nobody', async () => {
    const house = await openHouse()
    await house.ask(null, 'POST', '/api/front-door/appointments', {
      name: 'Demo Ivo Sample',
      phone: '555-0117',
      reason: 'x',
    })
    const [request] = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.requests
    const taken = await house.ask<{ patientId: string }>(
      'coordinator',
      'POST',
      `/api/requests/${request!.id}/accept`,
      {},
    )
    await walk(house, taken.body.patientId, ['neurologist', evaluated(today)])
    expect(await owedTo(house, taken.body.patientId)).toBeNull()
  })
})

describe('an appointment that did not take place', () => {
  it('is recorded by the coordinator, stands on the timeline, and nothing that is due moves', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(house, id, ['neurologist', evaluated(today)])
    house.clock.day('2026-12-10')
    const before = (await house.view(id)).advice.nextSteps
    const missed = await house.act('coordinator', id, {
      kind: 'missed-visit',
      date: '2026-12-10',
      entries: [{ kind: 'missed-visit', date: '2026-12-10', fields: { 'missed.why': 'did-not-attend' } }],
    })
    expect(missed.status).toBe(200)
    expect(missed.body.timeline[0]).toMatchObject({ kind: 'missed-visit', role: 'coordinator' })
    expect(missed.body.advice.nextSteps).toEqual(before)
    expect(
      (await house.act('coordinator', id, { kind: 'missed-visit', date: '2026-12-10', note: 'x' })).problem.code,
    ).toBe('incomplete')
  })
})
