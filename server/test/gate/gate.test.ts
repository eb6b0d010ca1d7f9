import type { Act } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { acknowledged, atChair, cleanRead, evaluated, openGate, session, signed, walk } from '../journey.ts'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'
const order: Act = { kind: 'toxin-order', date: today }
const entryOf = (act: Act) => act.entries![0]!

describe('a shut gate', () => {
  it('refuses an order, with the reason, its passage and what is missing', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const refused = await house.act('neurologist', id, order)
    expect(refused.status).toBe(422)
    expect(refused.problem.code).toBe('gate-shut')
    expect(refused.problem.sentence).toMatch(/^Botulinum toxin for the face cannot be ordered: /)
    expect(refused.problem.reasons?.map(({ passage }) => passage)).toContain('S13')
    expect(refused.problem.missing?.length).toBeGreaterThan(0)
    expect((await house.view(id)).timeline.map(({ kind }) => kind)).toEqual(['referral'])
  })

  it.each(['toxin-session', 'history', 'correction', 'visit'] as const)(
    'lets no injection of today through as %s',
    async (kind) => {
      const house = await openHouse()
      const id = await house.patient()
      const refused = await house.act('neurologist', id, { ...session(today), kind })
      expect(refused.status).toBe(422)
      expect((await house.view(id)).chart.entries.filter((entry) => entry.kind === 'session')).toEqual([])
    },
  )

  it('counts an injection without a day as one of today', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const undated = session(today)
    const refused = await house.act('neurologist', id, { ...undated, entries: [{ ...entryOf(undated), date: null }] })
    expect(refused.problem.code).toBe('gate-shut')
  })

  it('takes toxin for no stated reason as for the face, and cosmetic toxin too', async () => {
    const house = await openHouse()
    const id = await house.patient()
    expect((await house.act('neurologist', id, session(today))).problem.code).toBe('gate-shut')
    expect(
      (await house.act('neurologist', id, session(today, { 'session.indication': 'cosmetic' }))).problem.code,
    ).toBe('gate-shut')
  })

  it('never holds toxin for another indication, which counts', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const passed = await house.act('neurologist', id, session(today, { 'session.indication': 'other' }))
    expect(passed.status).toBe(200)
    expect(passed.body.reviews).toEqual([])
    expect(passed.body.chart.entries.filter(({ kind }) => kind === 'session')).toHaveLength(1)
  })

  it('is met by a correction that turns another indication into the face', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const other = await house.act('neurologist', id, session(today, { 'session.indication': 'other' }))
    const entry = other.body.chart.entries.find(({ kind }) => kind === 'session')!
    const turned: Act = {
      kind: 'correction',
      date: today,
      entries: [{ id: entry.id, kind: 'session', date: null, fields: { 'session.indication': 'hfs' } }],
    }
    expect((await house.act('neurologist', id, turned)).problem.code).toBe('gate-shut')
    const told = await house.act('neurologist', id, { ...turned, recordedAfter: { why: 'mistake' } })
    expect(told.status).toBe(200)
    expect(told.body.reviews).toHaveLength(1)
  })
})

describe('one act', () => {
  it('cannot clear and inject', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(house, id, ['neurologist', evaluated(today)], ['neurologist', signed(today)])
    const both: Act = {
      kind: 'history',
      date: today,
      recordedAfter: { why: 'mistake' },
      entries: [entryOf(cleanRead(today)), entryOf(session(today))],
    }
    const late = await house.act('neurologist', id, { ...both, recordedAfter: { why: 'late' } })
    expect(late.problem.code).toBe('gate-shut')
    const done = await house.act('neurologist', id, both)
    // A mistake of today is written, but it was given while the gate was shut, and somebody has to look at it.
    expect(done.status).toBe(200)
    expect(done.body.reviews).toHaveLength(1)
    const prospective = await house.act('neurologist', id, {
      ...both,
      kind: 'toxin-session',
      recordedAfter: undefined as never,
    })
    expect(prospective.status).toBe(422)
    expect(prospective.problem.code).toBe('out-of-place')
  })

  it('signs one session: a second would not count the day and units of the first', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    const two = { ...session(today), entries: [entryOf(session(today)), entryOf(session(today))] }
    const refused = await house.act('neurologist', id, two)
    expect(refused.problem).toMatchObject({ code: 'one-session', where: 'entries[1]' })
  })

  it('cannot answer the at-chair list and inject', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const both = await house.act('neurologist', id, { ...session(today), screens: ['at-chair'] })
    expect(both.problem.code).toBe('out-of-place')
  })
})

describe('the chair', () => {
  it('cannot be signed at while the list of the day is unanswered', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const refused = await house.act('neurologist', id, session(today))
    expect(refused.problem.code).toBe('gate-shut')
    expect(refused.problem.missing).toEqual(['screen.at-chair'])
    await walk(house, id, ['neurologist', atChair(today)])
    house.clock.day('2026-11-24')
    expect((await house.act('neurologist', id, session('2026-11-24'))).problem.code).toBe('gate-shut')
    await walk(house, id, ['neurologist', atChair('2026-11-24')], ['neurologist', session('2026-11-24')])
  })

  it('is answered on its own day by somebody who asks', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    expect((await house.act('neurologist', id, atChair('2026-11-22'))).problem.code).toBe('only-today')
    const later = await house.act('neurologist', id, { ...atChair(today), recordedAfter: { why: 'late' } })
    expect(later.problem.code).toBe('only-today')
    expect((await house.act('coordinator', id, atChair(today))).status).toBe(403)
  })

  it('stops at an infection, whatever else is open', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, [
      'nurse',
      { kind: 'at-chair', date: today, screens: ['at-chair'], facts: { 'chair.infection': true } },
    ])
    const refused = await house.act('neurologist', id, session(today))
    expect(refused.problem.reasons?.map(({ rule }) => rule)).toContain('BT-03/infection')
  })

  it('lets a nurse inject under an order of the last year, and not without one', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['nurse', atChair(today)])
    expect((await house.act('nurse', id, session(today))).problem.code).toBe('no-plan')
    await walk(house, id, ['neurologist', order], ['nurse', session(today)])
  })

  it('opens again only when the interval is over', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    house.clock.day('2027-02-14')
    await walk(house, id, ['neurologist', atChair('2027-02-14')])
    const early = await house.act('neurologist', id, session('2027-02-14'))
    expect(early.problem.reasons?.map(({ rule }) => rule)).toContain('BT-05')
    house.clock.day('2027-02-15')
    await walk(house, id, ['neurologist', atChair('2027-02-15')], ['neurologist', session('2027-02-15')])
  })
})

describe('a read nobody signed', () => {
  it('opens nothing', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const read = cleanRead(today)
    const { 'study.signed': _signed, ...fields } = entryOf(read).fields
    await walk(
      house,
      id,
      ['neurologist', evaluated(today)],
      ['neurologist', signed(today)],
      ['reader', { ...read, entries: [{ ...entryOf(read), fields }] }],
      ['neurologist', acknowledged(today)],
    )
    expect((await house.act('neurologist', id, order)).problem.code).toBe('gate-shut')
  })
})
