import type { Act } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { atChair, openGate, session, walk } from '../journey.ts'
import { cleanUp, openHouse, standingClock } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'
const order: Act = { kind: 'toxin-order', date: today }

describe('history', () => {
  const elsewhere: Act = {
    kind: 'history',
    date: today,
    recordedAfter: { why: 'elsewhere', by: 'Demo Clinic Far Away' },
    entries: [{ kind: 'session', date: '2026-03', fields: { 'session.product': 'unknown' } }],
  }

  it('is never refused: it is marked, and reviewed when the gate was shut, from the day of the clinic on', async () => {
    const house = await openHouse(standingClock('2026-11-24T02:00:00.000Z'), { zone: 'America/New_York' })
    const id = await house.patient()
    const done = await house.act('nurse', id, elsewhere)
    expect(done.status).toBe(200)
    expect(done.body.timeline[0]).toMatchObject({ kind: 'history', recordedAfter: true, role: 'nurse' })
    expect(done.body.chart.entries.find(({ kind }) => kind === 'session')?.fields).toMatchObject({
      'session.recordedAfter': { word: 'yes' },
      'session.performedHere': { word: 'no' },
    })
    expect(done.body.reviews).toMatchObject([{ done: false, owner: 'clinician', opened: today }])
    const close = (who: 'surgeon' | 'neurologist', note: string) =>
      house.ask<typeof done.body>(who, 'POST', `/api/patients/${id}/reviews/${done.body.reviews[0]!.id}/close`, {
        note,
      })
    const closed = await close('surgeon', 'Nothing follows.')
    expect(closed.body.reviews).toMatchObject([{ done: true }])
    // Sent twice, and by somebody whose page was of before.
    expect((await close('surgeon', 'Nothing follows.')).body.reviews).toMatchObject([{ done: true }])
    const late = await close('neurologist', 'Ask the other clinic.')
    expect([late.status, late.problem.code, late.problem.where]).toEqual([409, 'closed-already', 'note'])
    expect((await house.view(id)).timeline.filter(({ kind }) => kind === 'review')).toHaveLength(1)
  })

  it('opens no review when the gate stood open', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    expect((await house.act('neurologist', id, elsewhere)).body.reviews).toEqual([])
  })

  it('covers a day of paper, and an injection that should not have been', async () => {
    const house = await openHouse()
    const id = await house.patient()
    for (const why of ['downtime', 'mistake', 'late'] as const) {
      const told = await house.act('neurologist', id, {
        ...session('2026-11-20'),
        date: '2026-11-20',
        recordedAfter: { why },
      })
      expect(told.status).toBe(200)
    }
    expect((await house.view(id)).reviews).toHaveLength(3)
  })

  it('of today here is no history because somebody calls it late: it meets the gate, the list and the checks', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const late = await house.act('neurologist', id, { ...session(today), recordedAfter: { why: 'late' } })
    expect(late.problem.code).toBe('gate-shut')
    await walk(house, id, ['neurologist', atChair(today)])
    const signed = await house.act('neurologist', id, { ...session(today), recordedAfter: { why: 'late' } })
    expect(signed.status).toBe(200)
  })

  it('given here with nothing asked at the chair is reviewed, although the standing gate was open', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const paper = { ...session('2026-11-20'), date: '2026-11-20', recordedAfter: { why: 'downtime' as const } }
    expect((await house.act('nurse', id, paper)).body.reviews).toHaveLength(1)
  })

  it('is not entered by a date in the past alone; the answer says how', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const back = await house.act('neurologist', id, { ...session('2026-11-20'), date: '2026-11-20' })
    expect(back.problem.code).toBe('backdated')
    expect(back.problem.sentence).toContain('recorded afterwards')
    await walk(house, id, ['neurologist', atChair(today)])
    const inside = await house.act(
      'neurologist',
      id,
      session('2026-11-20').entries ? { ...session('2026-11-20'), date: today } : order,
    )
    expect(inside.problem.code).toBe('backdated')
  })

  it('has no future', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    const ahead = { ...session('2026-12-20'), date: today }
    expect((await house.act('neurologist', id, ahead)).problem.code).toBe('in-the-future')
    expect((await house.act('neurologist', id, { ...ahead, recordedAfter: { why: 'late' } })).problem.code).toBe(
      'in-the-future',
    )
    expect((await house.act('neurologist', id, { ...ahead, date: '2026-12-20' })).problem.code).toBe('in-the-future')
  })
})
