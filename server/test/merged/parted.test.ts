import type { Board, PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { atChair, openGate, session, walk } from '../journey.ts'
import { adaSample, cleanUp, openHouse } from '../support.ts'
import { again, changed, givenElsewhere, merge, mergedIn, onBoard, page, patientOf, today, whatIf } from './merging.ts'

afterEach(cleanUp)

describe('records that are parted again', () => {
  it('open a review where the other was read, for an injection in it counts there no more', async () => {
    const house = await openHouse()
    const [old, kept, third] = [await house.patient(), await openGate(house), await house.patient(again)]
    await walk(house, old, ['nurse', givenElsewhere])
    await merge(house, third, kept)
    await merge(house, old, kept)
    const reasons = async () => (await page(house, kept)).body.reviews.map(({ reason }) => reason)
    expect((await reasons()).filter((one) => one.includes('merged'))).toHaveLength(2)
    expect((await reasons()).filter((one) => one.includes(third))).toHaveLength(1)
    await changed(house, old, { active: true, link: undefined })
    const parted = (await reasons()).filter((one) => one.includes('parted'))
    expect([parted.length, parted[0]]).toEqual([1, expect.stringContaining(`Patient/${old} from this record`)])
    expect(parted[0]).not.toContain(third)
    const { body } = await page(house, kept)
    expect([body.advice.decisions.botulinum?.answer, mergedIn(body)]).toEqual(['permitted', [third]])
  })

  it('have whoever looks after the other look, too: what was said meanwhile stands in the one that was in use', async () => {
    const house = await openHouse()
    const [old, kept] = [await house.patient(), await house.patient(again)]
    await merge(house, old, kept)
    await walk(house, kept, ['neurologist', { kind: 'visit', date: today, facts: { 'rf.suddenPalsy': 'yes' } }])
    await changed(house, old, { active: true, link: undefined })
    const left = (await page(house, old)).body
    const alerts = ({ advice }: PatientView) => advice.alerts.filter(({ severity }) => severity === 'critical').length
    expect([alerts(left), alerts((await page(house, kept)).body)]).toEqual([0, 1])
    expect(left.reviews.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(`recorded while both were read as one`),
    ])
  })

  it('leave those one that are parted together: nobody merged them, and it is told once', async () => {
    const house = await openHouse()
    const [first, second, last] = [await house.patient(), await house.patient(again), await house.patient(again)]
    await merge(house, first, second)
    await merge(house, second, last)
    await changed(house, second, { active: true, link: undefined })
    const { body } = await page(house, second)
    expect(mergedIn(body)).toEqual([first])
    expect(body.reviews.map(({ reason }) => reason).sort()).toEqual([
      expect.stringContaining(`Another system merged Patient/${first} into this record`),
      expect.stringContaining(`Another system parted this record from Patient/${last}`),
    ])
  })

  it('keep what was struck or amended in them meanwhile as it is, and nothing of it is left in the other', async () => {
    const house = await openHouse()
    const [old, kept] = [await openGate(house), await house.patient(again)]
    await walk(house, old, ['neurologist', atChair(today)], ['neurologist', session(today)])
    await walk(house, old, ['nurse', givenElsewhere])
    await merge(house, old, kept)
    const [mine, elsewhere] = (await page(house, kept)).body.chart.entries
      .filter(({ kind }) => kind === 'session')
      .sort((a, b) => Number(b.date?.lo) - Number(a.date?.lo))
    const note = 'It was somebody else.'
    const strike = { id: String(elsewhere?.id), kind: 'session', date: '2026-11-02', withdrawn: true, fields: {} }
    const amend = { id: String(mine?.id), kind: 'session', date: today, fields: { 'session.lot': 'L-200' } }
    for (const entry of [strike, amend]) {
      const done = await house.act('neurologist', kept, { kind: 'correction', date: today, note, entries: [entry] })
      expect(done.status).toBe(200)
    }
    await changed(house, old, { active: true, link: undefined })
    const sessions = async (id: string) =>
      (await page(house, id)).body.chart.entries
        .filter(({ kind, withdrawn }) => kind === 'session' && !withdrawn)
        .map(({ fields }) => fields['session.lot'])
    expect([await sessions(old), await sessions(kept)]).toEqual([[{ text: 'L-200' }], []])
    const { timeline } = (await page(house, old)).body
    expect(timeline.filter(({ kind }) => kind === 'correction')).toHaveLength(2)
    expect(timeline.find(({ kind }) => kind === 'history')?.withdrawn).toBe(true)
  })

  it('keep an order withdrawn that was withdrawn meanwhile', async () => {
    const house = await openHouse()
    const [old, kept] = [await openGate(house), await house.patient(again)]
    await walk(house, old, ['neurologist', { kind: 'toxin-order', date: today, entries: [] }])
    await merge(house, old, kept)
    const [order] = (await page(house, kept)).body.timeline.filter(({ kind }) => kind === 'toxin-order')
    const withdraws = String(order?.id)
    await walk(house, kept, [
      'neurologist',
      { kind: 'toxin-order-withdrawn', date: today, note: 'Not now.', withdraws, entries: [] },
    ])
    await changed(house, old, { active: true, link: undefined })
    const after = (await page(house, old)).body.timeline.find(({ kind }) => kind === 'toxin-order')
    expect(after?.withdrawn).toBe(true)
  })

  it('stay one when the one in use is merged itself', async () => {
    const house = await openHouse()
    const [first, second, last] = [await house.patient(), await house.patient(again), await house.patient(again)]
    await merge(house, first, second)
    await merge(house, second, last)
    const { body } = await page(house, last)
    expect(mergedIn(body)).toEqual([first, second].sort())
    expect(body.reviews.filter(({ reason }) => reason.includes('parted'))).toEqual([])
    expect(await onBoard(house)).toEqual([last])
  })
})

describe('a record that is not in use', () => {
  it('is on no list while nothing in it waits, and back on the board when something does', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await changed(house, id, { active: false })
    expect(await onBoard(house)).toEqual([])
    expect(await whatIf(house)).toBe(0)
    expect((await page(house, id)).body.kept.inUse).toBe(false)
    await house.act('neurologist', id, { kind: 'visit', date: today, facts: { 'rf.suddenPalsy': 'yes' } })
    const [row] = (await house.ask<Board>('nurse', 'GET', '/api/board')).body.rows
    expect([row?.id, row?.notInUse, (row?.critical.length ?? 0) > 0]).toEqual([id, true, true])
  })

  it('comes back when a step in it falls due and nobody has done it', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await changed(house, id, { active: false })
    expect(await onBoard(house)).toEqual([])
    house.clock.day('2027-03-01')
    expect(await onBoard(house)).toEqual([id])
  })

  it('is in use again once somebody is referred anew', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await changed(house, id, { active: false })
    const joined = await house.ask('coordinator', 'POST', '/api/patients', { ...adaSample, joins: id })
    expect(joined.status).toBe(201)
    expect((await patientOf(house, id)).active).toBe(true)
    expect(await onBoard(house)).toEqual([id])
  })
})
