import { afterEach, expect, it } from 'vitest'
import { adaSample, cleanUp, openHouse, standingClock } from '../support.ts'

afterEach(cleanUp)

it('a clock that is put back by an hour signs nobody out, and what is recorded meanwhile is later than what was before', async () => {
  const clock = standingClock('2026-11-23T10:00:00.000Z')
  const house = await openHouse(clock)
  const id = await house.patient()
  const record = async (note: string) => {
    clock.later(20_000)
    const { body, status } = await house.ask<{ version: number }>('neurologist', 'GET', `/api/patients/${id}`)
    const done = await house.ask(
      'neurologist',
      'POST',
      `/api/patients/${id}/acts`,
      { kind: 'visit', date: '2026-11-23', note },
      { headers: { 'if-match': `"${body.version}"` } },
    )
    return [status, done.status]
  }
  expect(await record('before')).toEqual([200, 200])
  clock.later(-3_600_000)
  for (const note of ['one', 'two', 'three']) expect(await record(note), note).toEqual([200, 200])
  const { timeline } = await house.view(id)
  expect(timeline.flatMap(({ said }) => said.note ?? []).slice(0, 4)).toEqual(['three', 'two', 'one', 'before'])
  const { record: kept } = house.built.clinic
  const trail = await kept.auditEntries({ limit: 200 })
  expect(trail.filter(({ action }) => action === 'clock-set-back')).toHaveLength(1)
  expect(await kept.verify()).toMatchObject({ ok: true })
})

it('what is corrected after the clock was put back is corrected, and nobody else’s record is dated by the time that was none', async () => {
  const clock = standingClock('2036-11-23T10:00:00.000Z')
  const house = await openHouse(clock)
  const id = await house.patient()
  const date = '2026-11-23'
  clock.now = `${date}T10:00:00.000Z`
  const visit = { kind: 'visit', date, facts: { 'rf.cancer': false }, entries: [] } as const
  expect((await house.act('neurologist', id, visit)).status).toBe(200)
  const corrected = { kind: 'correction', date, facts: { 'rf.cancer': true }, note: 'It was misheard.' } as const
  const { status, body } = await house.act('neurologist', id, corrected)
  expect(status).toBe(200)
  const said = body.chart.observations.filter(({ fact }) => fact === 'rf.cancer')
  expect(said.map(({ value }) => value)).toEqual([{ word: 'yes' }])
  expect(body.timeline.map(({ kind }) => kind).filter((kind) => kind !== 'referral')).toEqual(['correction', 'visit'])
  const other = await house.view(await house.patient({ patient: { ...adaSample.patient, name: 'Demo Ben Sample' } }))
  expect(other.timeline.map(({ recordedAt }) => recordedAt.slice(0, 10))).toEqual([date])
})
