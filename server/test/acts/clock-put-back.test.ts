import { afterEach, expect, it } from 'vitest'
import { cleanUp, openHouse, standingClock } from '../support.ts'

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
