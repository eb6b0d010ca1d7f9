import type { Act } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { atChair, evaluated, openGate, session, signed, walk } from '../journey.ts'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'
const order: Act = { kind: 'toxin-order', date: today }
const entryOf = (act: Act) => act.entries![0]!

describe('a standing exception', () => {
  const exception = (code: string, expires = '2027-05-01', said: Readonly<Record<string, string>> = {}): Act => ({
    kind: 'exception',
    date: today,
    entries: [
      {
        kind: 'exception',
        date: today,
        fields: { 'exception.code': code, 'exception.patientTold': true, 'exception.expires': expires, ...said },
      },
    ],
  })
  const booked: Act = {
    kind: 'imaging-order',
    date: today,
    entries: [
      { kind: 'imaging-order', date: today, fields: { 'order.modality': 'mri', 'order.bookedFor': '2026-12-10' } },
    ],
  }
  /** Seen and signed; the scan that would open the gate is booked. */
  const awaitingScan = async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(house, id, ['neurologist', evaluated(today)], ['neurologist', signed(today)], ['neurologist', booked])
    return { house, id }
  }

  it('lets an order and one session pass the shut gate, and is used up by the session', async () => {
    const { house, id } = await awaitingScan()
    const before = await house.act('neurologist', id, order)
    expect(before.problem.code).toBe('gate-shut')
    expect(before.problem.overridableBy).toContain('mri-booked')
    await walk(
      house,
      id,
      ['neurologist', exception('mri-booked')],
      ['neurologist', order],
      ['neurologist', atChair(today)],
    )
    const done = await house.act('neurologist', id, session(today))
    expect(done.status).toBe(200)
    expect(done.body.reviews).toEqual([])
    const used = done.body.chart.entries.find(({ kind }) => kind === 'exception')
    expect(used?.fields['exception.used']).toEqual({ word: 'yes' })
    expect(done.body.advice.decisions.botulinum?.answer).toBe('blocked')
    expect((await house.act('neurologist', id, order)).problem.code).toBe('gate-shut')
  })

  it('is signed by a senior clinician, and only where it covers what shuts the gate', async () => {
    const house = await openHouse()
    const id = await house.patient()
    expect((await house.act('juniorNeurologist', id, exception('mri-booked'))).status).toBe(403)
    expect((await house.act('nurse', id, exception('mri-booked'))).status).toBe(403)
    const uncovered = await house.act('neurologist', id, exception('mri-booked'))
    expect(uncovered.problem.code).toBe('exception-not-available')
  })

  it('ends by itself within a year, and the person is told', async () => {
    const { house, id } = await awaitingScan()
    expect((await house.act('neurologist', id, exception('mri-booked', '2028-01-01'))).problem.code).toBe('bad-expiry')
    const untold = exception('mri-booked')
    const { 'exception.patientTold': _told, ...fields } = entryOf(untold).fields
    const refused = await house.act('neurologist', id, { ...untold, entries: [{ ...entryOf(untold), fields }] })
    expect(refused.problem.sentence).toContain('told')
    const claimed = {
      ...untold,
      entries: [{ ...entryOf(untold), fields: { ...entryOf(untold).fields, 'exception.used': false } }],
    }
    expect((await house.act('neurologist', id, claimed)).problem.code).toBe('not-yours')
  })

  it('ends sooner where the site says so, and whoever asks for longer is told how long it may be', async () => {
    const { house, id } = await awaitingScan()
    await house.ask('author', 'PUT', '/api/policy', { values: { exceptionMaximum: 90 } })
    expect((await house.act('neurologist', id, exception('mri-booked'))).problem).toMatchObject({
      code: 'bad-expiry',
      sentence: 'An exception expires by itself: give the day, within 90 days.',
      where: 'entries[0].fields["exception.expires"]',
    })
    expect((await house.act('neurologist', id, exception('mri-booked', '2027-02-01'))).status).toBe(200)
  })

  it('does not cover an infection at the site', async () => {
    const { house, id } = await awaitingScan()
    await walk(
      house,
      id,
      ['neurologist', exception('mri-booked')],
      ['neurologist', { kind: 'at-chair', date: today, screens: ['at-chair'], facts: { 'chair.infection': true } }],
    )
    expect((await house.act('neurologist', id, session(today))).problem.code).toBe('gate-shut')
  })

  it('covers one thing: where two shut the gate, two are signed, each with its reason, and both are used up', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const answers = { 'chair.pregnancy': 'pregnant-or-trying', 'chair.anticoagulant': 'warfarin-out-of-range' }
    await walk(house, id, ['neurologist', { ...atChair(today), facts: { ...atChair(today).facts, ...answers } }])
    const shut = await house.act('neurologist', id, session(today))
    expect(shut.problem.overridableBy).toEqual(['pregnancy-plan', 'warfarin'])

    const silent = await house.act('neurologist', id, exception('warfarin'))
    expect(silent.problem).toMatchObject({ code: 'incomplete', where: 'entries[0].fields["exception.reason"]' })
    const weighed = { 'exception.reason': 'Weighed together.' }
    await walk(house, id, ['neurologist', exception('warfarin', '2027-05-01', weighed)])
    expect((await house.act('neurologist', id, session(today))).problem.code).toBe('gate-shut')

    await walk(house, id, ['neurologist', exception('pregnancy-plan', '2027-05-01', weighed)])
    const done = await house.act('neurologist', id, session(today))
    expect(done.status).toBe(200)
    const used = done.body.chart.entries.filter(({ kind }) => kind === 'exception')
    expect(used.map(({ fields }) => fields['exception.used'])).toEqual([{ word: 'yes' }, { word: 'yes' }])
  })

  it('for a touch-up marks the session as one, and nobody says so by hand', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const earlier = session('2026-11-03')
    await walk(
      house,
      id,
      ['neurologist', { ...earlier, kind: 'history', recordedAfter: { why: 'elsewhere', by: 'Demo Clinic' } }],
      ['neurologist', exception('touch-up', '2026-12-01', { 'exception.missedMuscle': 'zygomatic' })],
      ['neurologist', atChair(today)],
    )
    const byHand = await house.act('neurologist', id, session(today, { 'session.touchUp': true }))
    expect(byHand.problem.code).toBe('not-yours')
    const done = await house.act('neurologist', id, session(today))
    expect(done.status).toBe(200)
    const given = done.body.chart.entries.filter(({ kind }) => kind === 'session')
    expect(given.map(({ fields }) => fields['session.touchUp'] ?? null)).toContainEqual({ word: 'yes' })
    expect(done.body.advice.decisions.botulinum?.detail.opensOn).toBe('2027-01-26')
  })
})
