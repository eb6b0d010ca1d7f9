import type { Board, PatientView, ReferralAccepted, ReferralStatus } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { fhir } from './fhir/support.ts'
import { adaSample, cleanUp, type House, openHouse, type Person } from './support.ts'

afterEach(cleanUp)

const today = '2026-11-23'

/** By somebody who has the page of the person before them, or saw it earlier. */
const book = async (
  house: House,
  id: string,
  on: string | null,
  { who = 'coordinator', version }: Readonly<{ who?: Person; version?: number }> = {},
) =>
  house.ask<PatientView>(
    who,
    'PUT',
    `/api/patients/${id}/first-visit`,
    { on },
    {
      headers: { 'if-match': `"${version ?? (await house.view(id)).version}"` },
    },
  )

const rowOf = async (house: House) => (await house.ask<Board>('coordinator', 'GET', '/api/board')).body.rows[0]

/** Somebody referred from outside, taken on and triaged, and where their status link says they are. */
async function takenOn(house: House) {
  const sent = await house.ask<ReferralAccepted>(null, 'POST', '/api/front-door/referrals', adaSample)
  const { requests } = (await house.ask<Board>('coordinator', 'GET', '/api/board')).body
  const accept = `/api/requests/${requests[0]!.id}/accept`
  const { patientId: id } = (await house.ask<{ patientId: string }>('coordinator', 'POST', accept, {})).body
  await house.act('coordinator', id, { kind: 'triage', date: today, facts: { 'referral.triaged': today } })
  const firstVisit = async () => {
    const asked = { token: sent.body.statusLink.split('#')[1] }
    const { line } = (await house.ask<ReferralStatus>(null, 'POST', '/api/front-door/status', asked)).body
    return line.find(({ position }) => position === 'first-visit')
  }
  return { id, firstVisit }
}

const seen = (house: House, id: string) =>
  house.act('nurse', id, {
    kind: 'visit',
    date: house.clock.now.slice(0, 10),
    entries: [{ kind: 'visit', date: house.clock.now.slice(0, 10), fields: { 'visit.kind': 'first' } }],
  })

const didNotTakePlace = (house: House, id: string, why = 'did-not-attend') => {
  const date = house.clock.now.slice(0, 10)
  const entries = [{ kind: 'missed-visit', date, fields: { 'missed.why': why } }]
  return house.act('coordinator', id, { kind: 'missed-visit', date, entries })
}

describe('a first visit', () => {
  it('is booked by the coordinator, stands on the page, on the board and behind the status link, and changes no advice', async () => {
    const house = await openHouse()
    const { id, firstVisit } = await takenOn(house)
    const before = await house.view(id)
    expect([before.firstVisit, (await rowOf(house))?.visitOn, await firstVisit()]).toEqual([
      { on: null, missed: null },
      null,
      { position: 'first-visit', state: 'ahead', on: null },
    ])
    const { body: booked } = await book(house, id, '2026-12-02')
    expect(booked.firstVisit).toEqual({ on: '2026-12-02', missed: null })
    expect(booked.advice).toEqual(before.advice)
    expect(booked.timeline[0]).toMatchObject({
      kind: 'booking',
      by: 'Demo coordinator',
      said: { note: 'Booked for 2 Dec 2026' },
    })
    expect((await rowOf(house))?.visitOn).toBe('2026-12-02')
    expect(await firstVisit()).toEqual({ position: 'first-visit', state: 'ahead', on: '2026-12-02' })
    const trail = await house.built.clinic.record.auditEntries({ limit: 9 })
    expect(trail.find(({ action }) => action === 'first-visit-booked')?.patientIds).toEqual([id])
  })

  it('is booked for another day, and for none; the same said twice changes nothing', async () => {
    const house = await openHouse()
    const { id, firstVisit } = await takenOn(house)
    await book(house, id, '2026-12-02')
    const { body: moved } = await book(house, id, '2026-12-09', { who: 'nurse' })
    expect(moved.timeline[0]?.said.note).toBe('Booked for 9 Dec 2026 (before: 2 Dec 2026)')
    expect((await book(house, id, '2026-12-09')).body).toEqual(moved)
    const { body: none } = await book(house, id, null)
    expect([none.firstVisit, none.timeline[0]?.said.note]).toEqual([
      { on: null, missed: null },
      'Not booked any more (before: 9 Dec 2026)',
    ])
    expect((await firstVisit())?.on).toBeNull()
    expect((await book(house, id, '2026-12-16')).body.firstVisit).toEqual({ on: '2026-12-16', missed: null })
  })

  it('is booked also after a visit of which nobody says what kind it was: the step waits for it still', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    const day = house.clock.now.slice(0, 10)
    const unsaid: readonly Record<string, string>[] = [{}, { 'visit.kind': 'unknown' }]
    for (const fields of unsaid)
      await house.act('nurse', id, { kind: 'visit', date: day, entries: [{ kind: 'visit', date: day, fields }] })
    expect((await book(house, id, '2026-12-02')).body.firstVisit).toEqual({ on: '2026-12-02', missed: null })
  })

  it('is changed by no other system, which is told where it is: there, and nowhere else', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    expect((await book(house, id, '2026-12-02')).status).toBe(200)
    const { bundle } = await fhir(house, 'neurologist', 'GET', `/Task?patient=${id}&_sort=_lastUpdated`)
    const tasks = (bundle.entry ?? []).map(({ resource }) => resource!)
    const told: string[] = []
    for (const task of tasks) {
      const [url, headers] = [
        `/Task/${task.id}`,
        { 'if-match': `W/"${(task.meta as { versionId: string }).versionId}"` },
      ]
      const refused = await fhir(house, 'neurologist', 'PUT', url, { ...task, status: 'completed' }, { headers })
      told.push(`${refused.status} ${refused.issues[0]?.details.text}`)
    }
    expect(told).toEqual([
      '422 Answer a request on the board, under “New at the front door”.',
      '422 Book a first visit on the person’s overview, under “First visit”.',
    ])
  })

  it('is booked for no day that is past, does not exist or lies years ahead, and by nobody who only reads images', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    const said = async (on: string) => {
      const { status, problem } = await book(house, id, on)
      return [status, problem.where, problem.sentence]
    }
    expect(await said('2026-11-22')).toEqual([422, 'on', 'Book a visit for today or later; today is 23 Nov 2026.'])
    expect(await said('2062-12-02')).toEqual([422, 'on', '2 Dec 2062 is more than two years ahead. Check the year.'])
    expect((await said('2026-02-30'))[0]).toBe(422)
    expect(await said('2026-12')).toEqual([422, 'on', 'Write a day as 2026-04-03, with its year and month.'])
    expect((await book(house, id, '2026-12-02', { who: 'reader' })).status).toBe(404)
    expect((await house.view(id)).firstVisit).toEqual({ on: null, missed: null })
  })

  it('that did not take place is to be booked again, in words; struck because it did, it is booked as before', async () => {
    const house = await openHouse()
    const { id, firstVisit } = await takenOn(house)
    await book(house, id, '2026-12-02')
    house.clock.day('2026-12-02')
    const { body: missed } = await didNotTakePlace(house, id)
    expect([missed.firstVisit, (await rowOf(house))?.visitOn, (await rowOf(house))?.visitMissed]).toEqual([
      { on: null, missed: '2026-12-02' },
      null,
      '2026-12-02',
    ])
    expect((await firstVisit())?.on).toBeNull()
    const entry = missed.chart.entries.find(({ kind }) => kind === 'missed-visit')!.id
    const struck = await house.act('neurologist', id, {
      kind: 'correction',
      date: '2026-12-02',
      entries: [{ id: entry, kind: 'missed-visit', date: null, withdrawn: true, fields: {} }],
      note: 'They came after all.',
    })
    expect(struck.body.firstVisit).toEqual({ on: '2026-12-02', missed: null })
    expect((await firstVisit())?.on).toBe('2026-12-02')
  })

  it('that did not take place is booked again, also for later on the same day', async () => {
    const house = await openHouse()
    const { id, firstVisit } = await takenOn(house)
    await book(house, id, '2026-12-02')
    house.clock.day('2026-12-02')
    await didNotTakePlace(house, id)
    const { body: again } = await book(house, id, '2026-12-02')
    expect([again.firstVisit, again.timeline[0]?.said.note]).toEqual([
      { on: '2026-12-02', missed: null },
      'Booked for 2 Dec 2026',
    ])
    expect((await firstVisit())?.on).toBe('2026-12-02')
    expect((await book(house, id, '2026-12-09')).body.firstVisit).toEqual({ on: '2026-12-09', missed: null })
  })

  it('that was booked again stays so when the reason of the one that did not take place is put right', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    await book(house, id, '2026-12-02')
    house.clock.day('2026-12-02')
    const { body: missed } = await didNotTakePlace(house, id)
    await book(house, id, '2026-12-02')
    const entry = missed.chart.entries.find(({ kind }) => kind === 'missed-visit')!.id
    const putRight = await house.act('neurologist', id, {
      kind: 'correction',
      date: '2026-12-02',
      entries: [{ id: entry, kind: 'missed-visit', date: '2026-12-02', fields: { 'missed.why': 'patient-cancelled' } }],
      note: 'They had rung in the morning.',
    })
    expect(putRight.body.firstVisit).toEqual({ on: '2026-12-02', missed: null })
  })

  it('that lies ahead stays booked whatever else did not take place: it may have been a scan', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    await book(house, id, '2026-12-02')
    const { body } = await didNotTakePlace(house, id, 'patient-cancelled')
    expect(body.firstVisit).toEqual({ on: '2026-12-02', missed: null })
  })

  it('is over once somebody here has seen the person, and is not booked any more then', async () => {
    const house = await openHouse()
    const { id, firstVisit } = await takenOn(house)
    await book(house, id, today)
    await seen(house, id)
    expect([(await house.view(id)).firstVisit, (await rowOf(house))?.visitOn]).toEqual([null, null])
    expect((await firstVisit())?.state).toBe('here')
    const late = await book(house, id, '2026-12-02')
    expect([late.status, late.problem.code]).toEqual([409, 'seen-already'])
  })

  it('whose day has passed is told to the team, and promised to nobody by the status link', async () => {
    const house = await openHouse()
    const { id, firstVisit } = await takenOn(house)
    await book(house, id, '2026-12-02')
    house.clock.day('2026-12-03')
    expect((await house.view(id)).firstVisit).toEqual({ on: '2026-12-02', missed: null })
    expect((await firstVisit())?.on).toBeNull()
  })

  it('that was booked in a record merged since is the one of that day no more once another is said, also when they are parted again', async () => {
    const house = await openHouse()
    const { id: old, firstVisit } = await takenOn(house)
    const kept = await house.patient({ patient: { ...adaSample.patient, name: 'Demo Ada Sampel' } })
    await book(house, old, '2026-12-02')
    const link = [{ type: 'replaced-by', other: { reference: `Patient/${kept}` } }]
    const merged = async (more: object) => {
      const { meta, link: _, ...patient } = (await fhir(house, 'nurse', 'GET', `/Patient/${old}`)).body
      const headers = { 'if-match': `W/"${(meta as { versionId: string }).versionId}"` }
      return fhir(house, 'coordinator', 'PUT', `/Patient/${old}`, { ...patient, ...more }, { headers })
    }
    await merged({ active: false, link })
    expect([(await house.view(kept)).firstVisit, (await firstVisit())?.on]).toEqual([
      { on: '2026-12-02', missed: null },
      '2026-12-02',
    ])
    expect((await book(house, kept, '2026-12-09')).body.firstVisit).toEqual({ on: '2026-12-09', missed: null })
    expect((await firstVisit())?.on).toBe('2026-12-09')
    await merged({ active: true })
    expect([(await house.view(old)).firstVisit, (await firstVisit())?.on]).toEqual([{ on: null, missed: null }, null])
    expect((await house.view(kept)).firstVisit).toEqual({ on: '2026-12-09', missed: null })
  })

  it('of two who book at once, one is told so', async () => {
    const house = await openHouse()
    const { id } = await takenOn(house)
    const { version } = await house.view(id)
    const both = await Promise.all(['2026-12-02', '2026-12-03'].map((on) => book(house, id, on, { version })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await house.ask('coordinator', 'PUT', `/api/patients/${id}/first-visit`, { on: today })).status).toBe(428)
  })
})
