import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Chart, defaultPolicy, parseDate } from '@facialis/language'
import type { Act, PatientView } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { acknowledged, atChair, cleanRead, evaluated, openGate, session, signed, walk } from '../journey.ts'
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
    expect(other.problem.code).toBe('key-reused')
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
    expect(await wrong({ kind: 'visit', date: today, facts: { 'rf.cancer': 'yes-resolved' } })).toBe('out-of-place')
    expect(await wrong({ kind: 'visit', date: today })).toBe('incomplete')
  })
})

describe('signatures', () => {
  it('come from the account: a signer’s counts, a claim of another profession does not', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const claim: Act = { ...signed(today), facts: { ...signed(today).facts, 'dx.signedBy': 'neurosurgeon' } }
    expect((await house.act('neurologist', id, claim)).problem).toMatchObject({
      code: 'not-yours',
      where: 'facts["dx.signedBy"]',
    })
    expect((await house.act('clinician', id, signed(today))).problem.code).toBe('may-not-sign')
    const done = await house.act('surgeon', id, signed(today))
    expect(done.body.chart.observations.find(({ fact }) => fact === 'dx.signedBy')?.value).toEqual({
      word: 'neurosurgeon',
    })
  })

  it('of a trainee wait for a colleague to agree', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    house.clock.day('2026-11-24')
    await walk(house, id, ['trainee', signed('2026-11-24')])
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('blocked')
    const agreed: Act = { kind: 'diagnosis-signed', date: '2026-11-25', facts: { 'dx.agreed': true } }
    house.clock.day('2026-11-25')
    expect((await house.act('trainee', id, agreed)).status).toBe(403)
    await walk(house, id, ['neurologist', agreed])
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('permitted')
  })

  it('of the reader are the reader’s own; acknowledging is for a doctor', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const read = cleanRead(today)
    const as = (fields: Record<string, string | boolean>): Act => ({
      ...read,
      entries: [{ ...read.entries![0]!, fields: { ...read.entries![0]!.fields, ...fields } }],
    })
    expect((await house.act('reader', id, as({ 'study.readerRole': 'neurosurgeon' }))).problem.code).toBe('not-yours')
    expect((await house.act('reader', id, as({ 'study.acknowledged': true }))).status).toBe(403)
    const done = await house.act('reader', id, read)
    expect(done.body.chart.entries[0]?.fields['study.readerRole']).toEqual({ word: 'neuroradiologist' })
  })

  it('that a finding is unrelated come from a neurologist or neurosurgeon, in an act of their own', async () => {
    const house = await openHouse()
    const id = await house.patient()
    const found = cleanRead(today)
    const entry = found.entries![0]!
    const withMass = { ...found, entries: [{ ...entry, fields: { ...entry.fields, 'mri.tumour': 'present' } }] }
    await walk(
      house,
      id,
      ['neurologist', evaluated(today)],
      ['neurologist', signed(today)],
      ['reader', withMass],
      ['neurologist', acknowledged(today)],
    )
    const unrelated: Act = {
      kind: 'relevance',
      date: today,
      entries: [{ id: entry.id!, kind: 'study', date: null, fields: { 'mri.tumour': 'present-unrelated' } }],
    }
    expect((await house.act('clinician', id, unrelated)).status).toBe(403)
    expect((await house.act('neurologist', id, { ...unrelated, kind: 'imaging-acknowledged' })).status).toBe(403)
    expect((await house.view(id)).advice.decisions['rule-out.tumour']?.answer).toBe('positive')
    expect((await house.act('neurologist', id, unrelated)).problem).toMatchObject({
      code: 'unjudged',
      where: 'entries[0].fields["mri.tumour"]',
    })
    await walk(house, id, ['neurologist', { ...unrelated, note: 'Far from the nerve. Neurosurgery scans yearly.' }])
    expect((await house.view(id)).advice.decisions['rule-out.tumour']?.answer).toBe('cleared')
  })
})

describe('a red flag', () => {
  it('is resolved with its reason, which the record keeps', async () => {
    const house = await openHouse()
    const id = await house.patient()
    await walk(house, id, ['neurologist', { kind: 'visit', date: today, facts: { 'rf.cancer': true } }])
    const resolved: Act = { kind: 'flag-resolved', date: today, facts: { 'rf.cancer': 'yes-resolved' } }
    expect((await house.act('neurologist', id, resolved)).problem).toMatchObject({
      code: 'unjudged',
      where: 'facts["rf.cancer"]',
    })
    house.clock.day('2026-11-24')
    await walk(house, id, ['neurologist', { ...resolved, date: '2026-11-24', note: 'A mole, and benign.' }])
    const { observations } = (await house.view(id)).chart
    expect(observations.filter(({ fact }) => fact === 'rf.cancer').map(({ value }) => value)).toContainEqual({
      word: 'yes-resolved',
    })
  })
})

describe('a second read', () => {
  it('takes the place of the first only for the same scan', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    const [first] = cleanRead(today).entries!
    const again = (date: string): Act => ({
      ...cleanRead(today),
      entries: [{ ...first!, id: 'again', date, supersedes: ['mri-1'] }],
    })
    expect((await house.act('reader', id, again('2026-11-01'))).problem).toMatchObject({
      code: 'not-replaced',
      where: 'entries[0].supersedes',
    })
    await walk(house, id, ['reader', again(today)])
  })
})

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

  it('with a point above the cap of the site is warned about beside the point and not refused', async () => {
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
      'The product is another than before: consent is asked again.',
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

describe('the site’s numbers', () => {
  it('are set by the pathway author within their bounds, and count at once', async () => {
    const house = await openHouse()
    const put = (values: object) =>
      house.ask<{ values: Record<string, number> }>('author', 'PUT', '/api/policy', { values })
    expect((await put({ minimumReinjectionInterval: 60 })).problem).toMatchObject({
      code: 'out-of-bounds',
      where: 'values["minimumReinjectionInterval"]',
    })
    expect((await put({ minimumReinjectionIntervall: 90 })).problem.code).toBe('unknown-number')
    expect((await put({ minimumReinjectionInterval: 100 })).body.values.minimumReinjectionInterval).toBe(100)
    const id = await house.patient()
    expect((await house.view(id)).policy.minimumReinjectionInterval).toBe(100)
    expect(Object.keys((await house.view(id)).policy)).toEqual(Object.keys(defaultPolicy(hemifacialSpasm.policy)))
  })
})

describe('what is recorded', () => {
  it.each([
    [
      'withdrawn with a response',
      'nurse',
      {
        kind: 'toxin-response',
        entries: [{ id: 'SESSION', kind: 'session', date: null, withdrawn: true, fields: {} }],
      },
      'out-of-place',
    ],
    [
      'moved to another day with a response',
      'nurse',
      {
        kind: 'toxin-response',
        entries: [{ id: 'SESSION', kind: 'session', date: '2025-01-01', fields: { 'session.relief': 50 } }],
      },
      'out-of-place',
    ],
    [
      'moved to another day with an acknowledgement',
      'neurologist',
      {
        kind: 'imaging-acknowledged',
        entries: [{ id: 'mri-1', kind: 'study', date: '2026-11-22', fields: { 'study.acknowledged': true } }],
      },
      'out-of-place',
    ],
    [
      'rewritten as history',
      'nurse',
      {
        kind: 'history',
        recordedAfter: { why: 'late' },
        entries: [{ id: 'mri-1', kind: 'study', date: null, fields: { 'mri.tumour': 'present' } }],
      },
      'already-recorded',
    ],
    [
      'replaced by history',
      'nurse',
      {
        kind: 'history',
        recordedAfter: { why: 'late' },
        entries: [{ kind: 'study', date: '2026-11-01', supersedes: ['mri-1'], fields: {} }],
      },
      'out-of-place',
    ],
  ] as const)('is not %s', async (_, who, act, code) => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const given = (await house.view(id)).chart.entries.find(({ kind }) => kind === 'session')!
    const named = JSON.parse(JSON.stringify({ ...act, date: today }).replace('SESSION', given.id)) as Act
    expect((await house.act(who, id, named)).problem.code).toBe(code)
  })

  it('is withdrawn by a correction, stays on the timeline as struck, and no longer counts', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    await walk(house, id, ['neurologist', atChair(today)], ['neurologist', session(today)])
    const given = (await house.view(id)).chart.entries.find(({ kind }) => kind === 'session')!
    const done = await house.act('neurologist', id, {
      kind: 'correction',
      date: today,
      note: 'Wrong person.',
      entries: [{ id: given.id, kind: 'session', date: null, withdrawn: true, fields: {} }],
    })
    expect(done.body.advice.decisions.stage?.answer).toBe('choosing-treatment')
    expect(done.body.timeline.find(({ kind }) => kind === 'toxin-session')?.withdrawn).toBe(true)
  })

  it('has to be acknowledged again after an addendum of the reader', async () => {
    const house = await openHouse()
    const id = await openGate(house)
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('permitted')
    const addendum: Act = {
      kind: 'imaging-read',
      date: today,
      entries: [{ id: 'mri-1', kind: 'study', date: null, fields: { 'mri.right.contact': 'not-seen' } }],
    }
    await walk(house, id, ['reader', addendum])
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('blocked')
    await walk(house, id, ['neurologist', acknowledged(today)])
    expect((await house.view(id)).advice.decisions.botulinum?.answer).toBe('permitted')
  })
})
