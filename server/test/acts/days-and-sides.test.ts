import type { Act, PlainEntry } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'

const operation = (date: string, side = 'left'): Act => ({
  kind: 'operation',
  date: today,
  entries: [{ id: 'op', kind: 'operation', date, fields: { 'operation.kind': 'mvd', 'operation.side': side } }],
})
const scan = (fields: PlainEntry['fields'], date = '2026-11-20'): Act => ({
  kind: 'imaging-read',
  date: today,
  entries: [{ id: 'scan', kind: 'study', date, fields: { 'study.modality': 'mri', ...fields } }],
})
const ordered = (bookedFor: string): Act => ({
  kind: 'imaging-order',
  date: today,
  entries: [{ id: 'ask', kind: 'imaging-order', date: today, fields: { 'order.bookedFor': bookedFor } }],
})
const given = (fields: PlainEntry['fields']): Act => ({
  kind: 'history',
  date: today,
  recordedAfter: { why: 'elsewhere' },
  entries: [{ id: 's', kind: 'session', date: '2026-09-01', fields: { 'session.units': 20, ...fields } }],
})

describe('what has not happened yet', () => {
  const refused = async (who: 'surgeon' | 'neurologist' | 'nurse', act: Act) => {
    const house = await openHouse()
    const { status, problem } = await house.act(who, await house.patient(), act)
    return [status, problem.where, problem.sentence]
  }

  it('an operation of tomorrow is not recorded, and where it is booked is said', async () => {
    expect(await refused('surgeon', operation('2026-11-24'))).toEqual([
      422,
      'entries[0].date',
      'An operation is recorded once it has happened; the latest day is today, 23 Nov 2026. To book it, use Theatre day.',
    ])
  })

  it('a read of a scan in the future is not saved', async () => {
    expect(await refused('neurologist', scan({}, '2030-01-01'))).toEqual([
      422,
      'entries[0].date',
      'An imaging study is recorded once it has happened; the latest day is today, 23 Nov 2026. To book one, use the day of the scan in the request.',
    ])
  })

  it('a first spasm of 2030 is refused at its own question; this year is not ahead', async () => {
    const visit = (onset: string): Act => ({ kind: 'visit', date: today, facts: { 'hfs.onset': onset } })
    expect(await refused('nurse', visit('2030'))).toEqual([
      422,
      'facts["hfs.onset"]',
      'First spasm: the latest day is today, 23 Nov 2026.',
    ])
    expect((await refused('nurse', visit('2026')))[0]).toBe(200)
  })

  it('a referral cannot tell of a first spasm that lies ahead either', async () => {
    const house = await openHouse()
    const sent = {
      patient: { name: 'Demo Later', birthDate: null, phone: '555-0101' },
      side: 'left',
      referrer: { name: 'Demo Dr' },
      facts: { 'hfs.onset': '2030' },
    }
    const { status, problem } = await house.ask(null, 'POST', '/api/front-door/referrals', sent)
    expect([status, problem.where]).toEqual([422, 'facts["hfs.onset"]'])
  })
})

describe('days that do not fit one another', () => {
  const said = async (act: Act) => {
    const house = await openHouse()
    const { status, problem } = await house.act('neurologist', await house.patient(), act)
    return status === 200 ? 'kept' : problem.sentence
  }

  it('a scan is booked for today or later', async () => {
    expect(await said(ordered('2020-01-01'))).toBe('Day of the scan: the earliest day is today, 23 Nov 2026.')
    expect(await said(ordered(today))).toBe('kept')
  })

  it('neither a scan nor an operation is booked twenty years ahead', async () => {
    expect(await said(ordered('2036-12-10'))).toBe(
      'Day of the scan: 10 Dec 2036 is more than two years ahead. Check the year.',
    )
    expect(await said(ordered('2027-12-10'))).toBe('kept')
    const theatre = { ...operation(today), facts: { theatreDate: '2036-12-10' } }
    const house = await openHouse()
    const { status, problem } = await house.act('surgeon', await house.patient(), theatre)
    expect([status, problem.where]).toEqual([422, 'facts.theatreDate'])
  })

  it('relief cannot have worn off on the day of the session', async () => {
    expect(await said(given({ 'session.wearOff': '2026-09-01' }))).toBe(
      'Wear-off: the earliest day is 2 Sep 2026; the injection session is of 1 Sep 2026.',
    )
    expect(await said(given({ 'session.wearOff': '2026-09' }))).toBe('kept')
  })

  it('the same when it is told of a session that is on record', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await house.act('neurologist', id, given({}))
    const response: Act = {
      kind: 'toxin-response',
      date: today,
      entries: [{ id: 's', kind: 'session', date: null, fields: { 'session.wearOff': '2026-08-20' } }],
    }
    const { status, problem } = await house.act('nurse', id, response)
    expect([status, problem.where]).toEqual([422, 'entries[0].fields["session.wearOff"]'])
  })

  it('a report is signed no earlier than the scan was made', async () => {
    expect(await said(scan({ 'study.signedOn': '2026-11-19' }))).toContain('the earliest day is 20 Nov 2026')
  })

  it('what was booked then may be put right later', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await house.act('neurologist', id, ordered('2026-11-30'))
    house.clock.day('2026-12-10')
    const corrected = await house.act('neurologist', id, {
      kind: 'correction',
      date: '2026-12-10',
      entries: [{ id: 'ask', kind: 'imaging-order', date: null, fields: { 'order.bookedFor': '2026-12-01' } }],
    })
    expect(corrected.status).toBe(200)
  })
})

describe('the side of an operation', () => {
  const tried = async (act: Act) => {
    const house = await openHouse()
    const id = await house.patient()
    const { status, problem } = await house.act('surgeon', id, act)
    return { status, problem, operated: (await operations(house, id)).length }
  }
  const operations = async (house: House, id: string) =>
    (await house.view(id)).chart.entries.filter(({ kind }) => kind === 'operation')

  it('is asked a second time when it is not the affected one', async () => {
    const { status, problem, operated } = await tried(operation(today, 'right'))
    expect([status, problem.code, problem.where]).toEqual([422, 'confirm', 'entries[0].fields["operation.side"]'])
    expect(problem.sentence).toBe(
      'On record the left side is affected, and the operation is said to have been on the right side. Say it a second time, with the reason.',
    )
    expect(operated).toBe(0)
  })

  it('needs the reason as well as the second press', async () => {
    const { status, problem } = await tried({ ...operation(today, 'right'), confirmed: true, note: '  ' })
    expect([status, problem.where]).toEqual([422, 'note'])
  })

  it('said twice with its reason it is recorded', async () => {
    const reason = 'Both sides are affected; the right one was operated on first.'
    const { status, operated } = await tried({ ...operation(today, 'right'), confirmed: true, note: reason })
    expect([status, operated]).toEqual([200, 1])
  })

  it('needs one press when it is the affected one', async () => {
    expect((await tried(operation(today))).status).toBe(200)
  })

  it('is asked about in history, too', async () => {
    const { status, problem } = await tried({
      ...operation('2020', 'right'),
      kind: 'history',
      recordedAfter: { why: 'elsewhere' },
    })
    expect([status, problem.code]).toEqual([422, 'confirm'])
  })
})

describe('striking', () => {
  it('takes an operation and a read back with a reason, and the history keeps both', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await house.act('surgeon', id, operation(today))
    await house.act('neurologist', id, scan({}))
    const strike = (entry: string, kind: string, note?: string): Act => ({
      kind: 'correction',
      date: today,
      entries: [{ id: entry, kind, date: null, withdrawn: true, fields: {} }],
      ...(note === undefined ? {} : { note }),
    })
    const silent = await house.act('surgeon', id, strike('op', 'operation'))
    expect([silent.status, silent.problem.where, silent.problem.sentence]).toEqual([
      422,
      'note',
      'Give the reason for striking it.',
    ])
    expect((await house.act('surgeon', id, strike('op', 'operation', 'Wrong person.'))).status).toBe(200)
    expect((await house.act('neurologist', id, strike('scan', 'study', 'Of somebody else.'))).status).toBe(200)
    const { timeline, advice, chart } = await house.view(id)
    expect(chart.entries.filter(({ withdrawn }) => withdrawn).map(({ id: one }) => one)).toEqual(
      expect.arrayContaining(['op', 'scan']),
    )
    expect(advice.ignored).toContainEqual({ what: 'op', why: 'withdrawn' })
    const operated = timeline.find(({ kind }) => kind === 'operation')
    expect(operated?.withdrawn).toBe(true)
    expect(timeline.some(({ said }) => said.note === 'Wrong person.')).toBe(true)
  })
})

describe('an effect that wore off early', () => {
  const woreOff = (date: string): Act => ({
    kind: 'call',
    date: today,
    entries: [
      { kind: 'visit', date: today, fields: { 'visit.kind': 'phone' } },
      { kind: 'symptom', date, fields: { 'symptom.kind': 'early-wear-off', 'symptom.settled': false } },
    ],
  })
  const afterSession = async () => {
    const house = await openHouse()
    const id = await house.patient()
    const session = given({ 'session.product': 'onabotulinumtoxinA', 'session.indication': 'hfs' })
    expect((await house.act('nurse', id, session)).status).toBe(200)
    return { house, id }
  }

  it('did not do so on the day of its session: the day is asked for again, at the complaint', async () => {
    const { house, id } = await afterSession()
    const { status, problem } = await house.act('coordinator', id, woreOff('2026-09-01'))
    expect([status, problem.code, problem.where, problem.sentence]).toEqual([
      422,
      'unfit-day',
      'entries[1].fields["symptom.kind"]',
      'The effect of a session cannot wear off on its own day: say the day on which it began to.',
    ])
  })

  it.each([['2026-09-02'], ['2026-10'], ['2026-09']])(
    'is recorded from the day after on, or roughly: %s',
    async (date) => {
      const { house, id } = await afterSession()
      expect((await house.act('coordinator', id, woreOff(date))).status).toBe(200)
    },
  )

  it('is recorded where no session is known', async () => {
    const house = await openHouse()
    expect((await house.act('coordinator', await house.patient(), woreOff('2026-09-01'))).status).toBe(200)
  })
})

describe('days that nobody’s life can have', () => {
  const refused = async (who: 'nurse' | 'neurologist' | 'surgeon', act: Act) => {
    const house = await openHouse()
    const { status, problem } = await house.act(who, await house.patient(), act)
    return status === 200 ? 'kept' : [problem.where, problem.sentence]
  }
  const checked = (faceCheck: string): Act => ({ kind: 'score', date: today, facts: { faceCheck } })

  it('a face check of the year 0, or of before the person was born, is refused at its question', async () => {
    expect(await refused('nurse', checked('0000-01-01'))).toEqual([
      'facts.faceCheck',
      'Yearly face check: 1 Jan 0000 is more than 130 years ago. Check the year.',
    ])
    expect(await refused('nurse', checked('1950'))).toEqual([
      'facts.faceCheck',
      'Yearly face check: the earliest day is 4 May 1970; the person was not born before.',
    ])
    expect(await refused('nurse', checked('2026-11'))).toBe('kept')
  })

  it('nor is an operation of 1850, an act of the year 0, or a vial that is good until 2226', async () => {
    expect(await refused('surgeon', operation('1850-01-01'))).toEqual([
      'entries[0].date',
      expect.stringMatching(/^Operation: 1 Jan 1850 /),
    ])
    expect(await refused('nurse', { ...given({}), date: '0000-01-01' })).toEqual([
      'date',
      expect.stringMatching(/^Day of the act: 1 Jan 0000 /),
    ])
    expect(await refused('nurse', given({ 'session.expiry': '2226-01' }))).toEqual([
      'entries[0].fields["session.expiry"]',
      expect.stringMatching(/: Jan 2226 is more than 20 years ahead\. Check the year\.$/),
    ])
  })
})
