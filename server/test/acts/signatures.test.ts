import type { Act } from '@facialis/wire'
import { afterEach, describe, expect, it } from 'vitest'
import { acknowledged, cleanRead, evaluated, openGate, signed, walk } from '../journey.ts'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)
const today = '2026-11-23'

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
