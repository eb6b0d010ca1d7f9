import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Chart, parseDate } from '@facialis/language'
import type { Act, PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { atChair, evaluated, openGate, session, signed, walk } from '../journey.ts'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'

describe('recording', () => {
  it('tells who did what on the timeline, and shows the advice it logged', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const done = await house.act('neurologist', id, evaluated(today))
    expect(done.body.timeline[0]).toMatchObject({
      kind: 'visit',
      by: 'Demo neurologist',
      role: 'clinician',
      date: today,
    })
    expect(done.body.timeline[0]?.said.facts).toMatchObject({ 'hfs.side': 'left' })
    const [logged] = await house.built.clinic.record.decisionsOf(id)
    expect(logged?.advice).toBe(JSON.stringify(done.body.advice))
    const { chart, asOf } = JSON.parse(logged!.input) as { chart: Chart; asOf: string }
    const again = evaluate(hemifacialSpasm, chart, { asOf: parseDate(asOf)!.lo, policy: JSON.parse(logged!.policy) })
    expect(JSON.stringify(again)).toBe(logged?.advice)
  })

  it('happens once, however often the same request arrives, even when it could not be made anew', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    const headers = { 'idempotency-key': 'one-press', 'if-match': `"${(await house.view(id)).version}"` }
    const post = (body: object) =>
      house.ask<PatientView>('neurologist', 'POST', `/api/patients/${id}/acts`, body, { headers })
    const first = await post(session(today))
    const retried = await post(session(today))
    expect([first.status, retried.status]).toEqual([200, 200])
    expect(retried.body).toEqual(first.body)
    expect(retried.body.chart.entries.filter(({ kind }) => kind === 'session')).toHaveLength(1)
    const other = await post(session(today, { 'session.units': 10 }))
    expect(other.problem).toMatchObject({ code: 'key-reused', where: 'Idempotency-Key' })
  })

  it('is told when somebody else was quicker, and must name what it saw where others plan by it', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const { version } = await house.view(id)
    await walk(house, id, ['neurologist', evaluated(today)])
    const stale = await house.act('neurologist', id, signed(today), { headers: { 'if-match': `"${version}"` } })
    expect(stale.status).toBe(412)
    const post = (body: Act, headers = {}) =>
      house.ask('neurologist', 'POST', `/api/patients/${id}/acts`, body, { headers })
    expect((await post(signed(today))).status).toBe(428)
    expect((await post(signed(today), { 'if-match': 'seven' })).status).toBe(400)
    expect((await post({ kind: 'call', date: today, note: 'Rang back.' })).status).toBe(200)
  })

  it('lets one of two win who sign the same session at the same moment', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)])
    const post = () => house.ask('neurologist', 'POST', `/api/patients/${id}/acts`, session(today))
    const [one, other] = await Promise.all([post(), post()])
    expect([one.status, other.status].sort()).toEqual([200, 422])
  })

  it('says which fact, unit or value is wrong, and where', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const wrong = async (act: Act) => (await house.act('neurologist', id, act)).problem
    expect(await wrong({ kind: 'visit', date: today, facts: { 'rf.hearingLos': 'no' } })).toMatchObject({
      code: 'unknown-fact',
      where: 'facts["rf.hearingLos"]',
    })
    expect(await wrong({ kind: 'visit', date: today, facts: { 'exam.observed': 'perhaps' } })).toMatchObject({
      code: 'unknown-word',
      where: 'facts["exam.observed"]',
    })
    expect(await wrong(session(today, { 'session.units': 'many' }))).toMatchObject({
      where: 'entries[0].fields["session.units"]',
    })
    expect(await wrong({ kind: 'visit', date: '2026-02-30', note: 'x' })).toMatchObject({ where: 'date' })
    expect(await wrong({ kind: 'dance' as never, date: today })).toMatchObject({ code: 'bad-shape', where: 'kind' })
  })

  it('refuses what belongs to another kind of act', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const wrong = async (act: Act) => (await house.act('neurologist', id, act)).problem.code
    expect(await wrong({ kind: 'visit', date: today, facts: { 'dx.class': 'definite' } })).toBe('out-of-place')
    expect(await wrong({ kind: 'visit', date: today, facts: { 'chair.infection': false } })).toBe('out-of-place')
    expect(await wrong({ kind: 'triage', date: today, screens: ['red-flags'] })).toBe('out-of-place')
    expect(await wrong({ kind: 'letter', date: today, facts: { 'palsy.under24Hours': false } })).toBe('out-of-place')
    expect(await wrong({ kind: 'visit', date: today, facts: { 'rf.cancer': 'yes-resolved' } })).toBe('out-of-place')
    expect(await wrong({ kind: 'visit', date: today })).toBe('incomplete')
  })
})
