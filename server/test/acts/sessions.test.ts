import type { Act } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { atChair, openGate, session, walk } from '../journey.ts'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'

describe('a session', () => {
  const points = (units: readonly number[], more: object = {}) =>
    JSON.stringify({ points: units.map((one) => ({ muscle: 'lateral upper lid', side: 'left', units: one })), ...more })

  it.each([
    ['no lot', { 'session.lot': null as never }, 'incomplete', 'session.lot'],
    ['an unknown product', { 'session.product': 'unknown' }, 'incomplete', 'session.product'],
    ['an expired vial', { 'session.expiry': '2026-10' }, 'expired', 'session.expiry'],
    ['points that do not add up', { 'session.map': points([5, 5]) }, 'sum', 'session.map'],
    [
      'a point on the other side',
      { 'session.map': points([5, 5, 5, 5]).replace('left', 'right') },
      'side',
      'session.map',
    ],
    [
      'vials that do not add up',
      { 'session.map': points([5, 5, 5, 5], { vials: [50], waste: 20 }) },
      'vials',
      'session.map',
    ],
    ['a map nobody can read', { 'session.map': '{"points": 3}' }, 'bad-map', 'session.map'],
    ['a likely slip of unit', { 'session.units': 120 }, 'likely-slip', 'session.units'],
    [
      'a likely slip of abobotulinum units',
      { 'session.product': 'abobotulinumtoxinA', 'session.units': 300 },
      'likely-slip',
      'session.units',
    ],
    ['a first session above the label', { 'session.units': 30 }, 'confirm', 'session.units'],
    ['the side that is not affected', { 'session.side': 'right' }, 'confirm', 'session.side'],
  ])('with %s is caught before it is signed', async (_, fields, code, field) => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    const { problem } = await house.act('neurologist', id, session(today, fields))
    expect(problem).toMatchObject({ code, where: `entries[0].fields["${field}"]` })
    if (code === 'confirm')
      expect((await house.act('neurologist', id, { ...session(today, fields), confirmed: true })).status).toBe(200)
  })

  it('with a point above the cap of the site is taken: the cap warns, and refuses nobody', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    await walk(house, id, ['neurologist', session(today, { 'session.map': points([6, 5, 5, 4]) })])
  })

  it('keeps what its map says as fields of their own, whatever is sent beside it', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    const map = points([6, 5, 5, 4], { vials: [50], waste: 30 })
    const done = await house.act('neurologist', id, session(today, { 'session.map': map, 'session.unitsLeft': 2 }))
    expect(done.body.chart.entries.find(({ kind }) => kind === 'session')?.fields).toMatchObject({
      'session.unitsLeft': { number: 2000 },
      'session.unitsRight': { number: 0 },
      'session.highestPoint': { number: 600 },
      'session.opened': { number: 5000 },
      'session.waste': { number: 3000 },
    })
  })

  it('is not signed without consent, which may be taken in the same act; history is never asked for it', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const { facts: _, ...asked } = atChair(today)
    await walk(house, id, ['neurologist', asked])
    const refused = await house.act('neurologist', id, { ...session(today), confirmed: true })
    expect(refused.problem).toMatchObject({
      code: 'consent',
      sentence: 'There is no consent to injections on record.',
      where: 'facts["consent.toxin"]',
    })
    const earlier: Act = {
      kind: 'history',
      date: today,
      recordedAfter: { why: 'elsewhere' },
      entries: [{ kind: 'session', date: '2024-05', fields: { 'session.product': 'unknown' } }],
    }
    await walk(house, id, ['neurologist', earlier])
    const together = { ...session(today), facts: { 'consent.toxin': today }, confirmed: true as const }
    expect((await house.act('neurologist', id, together)).status).toBe(200)
  })

  it('asks for consent again after a year, and when the product is another than before', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const asked = (date: string): Act => ({ kind: 'at-chair', date, screens: ['at-chair'] })
    const later = '2027-03-01'
    house.clock.day(later)
    await walk(house, id, ['neurologist', asked(later)])
    const other = { ...session(later, { 'session.product': 'incobotulinumtoxinA' }), confirmed: true as const }
    expect((await house.act('neurologist', id, other)).problem.sentence).toBe(
      'The product differs from last time: ask for consent again.',
    )
    await walk(house, id, ['neurologist', session(later)])
    const afterAYear = '2027-11-24'
    house.clock.day(afterAYear)
    await walk(house, id, ['neurologist', asked(afterAYear)])
    expect((await house.act('neurologist', id, session(afterAYear))).problem.code).toBe('consent')
  })

  it('with another product than last time is confirmed', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    house.clock.day('2027-03-01')
    await walk(house, id, ['neurologist', atChair('2027-03-01')])
    const changed = session('2027-03-01', { 'session.product': 'incobotulinumtoxinA' })
    expect((await house.act('neurologist', id, changed)).problem).toMatchObject({ code: 'confirm' })
    const alone = session('2027-03-01', { 'session.product': 'incobotulinumtoxinA', 'session.doseConfirmed': true })
    expect((await house.act('neurologist', id, alone)).problem, 'a field is no second press').toMatchObject({
      code: 'confirm',
    })
    expect((await house.act('neurologist', id, { ...changed, confirmed: true })).status).toBe(200)
  })

  it('is answered by relief and side effects, and what was injected stays as it was', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const given = (await house.view(id)).chart.entries.find(({ kind }) => kind === 'session')!
    const amend = (fields: Record<string, string | number>): Act => ({
      kind: 'toxin-response',
      date: '2026-12-14',
      entries: [{ id: given.id, kind: 'session', date: null, fields }],
    })
    house.clock.day('2026-12-14')
    expect((await house.act('nurse', id, amend({ 'session.units': 5 }))).problem.code).toBe('out-of-place')
    const done = await house.act('nurse', id, amend({ 'session.relief': 80, 'session.reliefAsked': '2026-12-14' }))
    expect(done.body.advice.decisions['response.toxin']?.answer).toBe('good')
    expect(done.body.chart.entries.filter(({ kind }) => kind === 'session')).toHaveLength(1)
  })
})
