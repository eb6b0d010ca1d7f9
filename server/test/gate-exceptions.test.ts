import type { Act } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { atChair, evaluated, session, signed, walk } from './journey.ts'
import { cleanUp, openHouse } from './support.ts'

afterEach(cleanUp)
const today = '2026-11-23'
const order: Act = { kind: 'toxin-order', date: today }
const entryOf = (act: Act) => act.entries![0]!

describe('a standing exception', () => {
  const exception = (code: string, expires = '2027-05-01'): Act => ({
    kind: 'exception',
    date: today,
    entries: [
      {
        kind: 'exception',
        date: today,
        fields: { 'exception.code': code, 'exception.patientTold': true, 'exception.expires': expires },
      },
    ],
  })
  const booked = (bookedFor: string): Act => ({
    kind: 'imaging-order',
    date: today,
    entries: [
      { kind: 'imaging-order', date: today, fields: { 'order.modality': 'mri', 'order.bookedFor': bookedFor } },
    ],
  })

  it('lets an order and one session pass the shut gate, and is used up by the session', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(
      house,
      id,
      ['neurologist', evaluated(today)],
      ['neurologist', signed(today)],
      ['neurologist', booked('2026-12-10')],
    )
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
    const house = await openHouse()
    const id = await house.patient()
    await walk(
      house,
      id,
      ['neurologist', evaluated(today)],
      ['neurologist', signed(today)],
      ['neurologist', booked('2026-12-10')],
    )
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

  it('does not cover an infection at the site', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(
      house,
      id,
      ['neurologist', evaluated(today)],
      ['neurologist', signed(today)],
      ['neurologist', booked('2026-12-10')],
      ['neurologist', exception('mri-booked')],
      ['neurologist', { kind: 'at-chair', date: today, screens: ['at-chair'], facts: { 'chair.infection': true } }],
    )
    expect((await house.act('neurologist', id, session(today))).problem.code).toBe('gate-shut')
  })
})
