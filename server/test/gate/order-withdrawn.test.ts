import { replayAdvice } from '@facialis/engine/govern/index.ts'
import type { Act, PatientView } from '@facialis/wire'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fhir, refusal } from '../fhir/support.ts'
import { given } from '../fhir/toxin-told.ts'
import { atChair, openGate, session, walk } from '../journey.ts'
import { cleanUp, type House, openHouse, type Person } from '../support.ts'

const today = '2026-11-23'
const order = (date = today): Act => ({ kind: 'toxin-order', date })
const reason = 'Swallowing was worse after the last session.'
const withdrawn = (withdraws: string, more: Partial<Act> = {}): Act => ({
  kind: 'toxin-order-withdrawn',
  date: today,
  withdraws,
  note: reason,
  ...more,
})

/** Somebody at the chair whom a nurse may inject under an order. */
async function underOrder(house: House, by: Person = 'neurologist') {
  const id = await openGate(house)
  await walk(house, id, ['nurse', atChair(today)])
  return { id, orderId: await signOrder(house, id, by) }
}

async function signOrder(house: House, id: string, by: Person = 'neurologist', date = today): Promise<string> {
  const signed = await house.act(by, id, order(date))
  return ordersOf(signed.body)[0]?.id ?? ''
}

const ordersOf = ({ timeline }: PatientView) => timeline.filter(({ kind }) => kind === 'toxin-order')

/** As other systems read them, by who signed them. */
async function readElsewhere(house: House, id: string) {
  const { bundle } = await fhir(house, 'nurse', 'GET', `/MedicationRequest?patient=${id}`)
  return bundle.entry.map(({ resource }) => {
    const { status, statusReason, requester } = resource as unknown as Record<string, Record<string, string>>
    return [requester?.display, status, statusReason?.text] as const
  })
}

/** What comes from a phone that does not say which version it saw. */
const unseen = (house: House, who: Person, id: string, act: Act) =>
  house.ask<PatientView>(who, 'POST', `/api/patients/${id}/acts`, act)

describe('an order for nurses that a doctor takes back', () => {
  afterEach(cleanUp)

  it('holds no longer, by whatever door a nurse comes and on whatever day', async () => {
    const house = await openHouse()
    const { id, orderId } = await underOrder(house)
    await walk(house, id, ['neurologist', withdrawn(orderId)])
    expect((await house.act('nurse', id, session(today))).problem.code).toBe('no-plan')
    expect(refusal(await fhir(house, 'nurse', 'POST', '/MedicationAdministration', given(id)))).toEqual([
      422,
      'no-plan',
    ])
    const later = '2027-03-01'
    house.clock.day(later)
    await walk(house, id, ['nurse', atChair(later)])
    expect((await house.act('nurse', id, session(later))).problem.code).toBe('no-plan')
    await walk(house, id, ['neurologist', session(later)])
  })

  it('is read as withdrawn, by whom, when and why: on the timeline, and as stopped by other systems', async () => {
    const house = await openHouse()
    const { id, orderId } = await underOrder(house)
    expect(await readElsewhere(house, id)).toEqual([['Demo neurologist', 'active', undefined]])
    house.clock.day('2026-11-30')
    await walk(house, id, ['surgeon', withdrawn(orderId, { date: '2026-11-30' })])
    const [latest, ...earlier] = (await house.view(id)).timeline
    expect(latest).toMatchObject({
      kind: 'toxin-order-withdrawn',
      date: '2026-11-30',
      by: 'Demo surgeon',
      withdrawn: false,
    })
    expect(latest?.said).toMatchObject({ note: reason, withdraws: orderId })
    expect(earlier.filter((item) => item.withdrawn).map((item) => item.id)).toEqual([orderId])
    expect(await readElsewhere(house, id)).toEqual([['Demo neurologist', 'stopped', reason]])
  })

  it('is not started again by another system', async () => {
    const house = await openHouse()
    const { id, orderId } = await underOrder(house)
    await walk(house, id, ['neurologist', withdrawn(orderId)])
    const { bundle } = await fhir(house, 'neurologist', 'GET', `/MedicationRequest?patient=${id}`)
    const { statusReason: _, ...stopped } = bundle.entry[0]!.resource!
    const url = `/MedicationRequest/${stopped.id}`
    const again = await fhir(
      house,
      'neurologist',
      'PUT',
      url,
      { ...stopped, status: 'active' },
      { headers: { 'if-match': 'W/"2"' } },
    )
    expect(refusal(again)).toEqual([422, 'kept-by-acts'])
    expect(again.issues[0]?.details.text).toMatch(/^Withdraw an order for nurses on the person’s “Injection” page/)
  })

  it('leaves what was injected under it as it was, and the advice of then to be given again byte for byte', async () => {
    const house = await openHouse()
    const { id, orderId } = await underOrder(house)
    await walk(house, id, ['nurse', session(today)])
    const { record, versions } = house.built.clinic
    const before = { view: await house.view(id), logged: await record.decisionsOf(id) }
    await walk(house, id, ['neurologist', withdrawn(orderId)])
    const after = await house.view(id)
    expect([after.chart, after.advice]).toEqual([before.view.chart, before.view.advice])
    const logged = await record.decisionsOf(id)
    expect(logged).toEqual(expect.arrayContaining([...before.logged]))
    for (const one of logged) {
      const again = replayAdvice(one, versions.of)
      expect(again.ok && JSON.stringify(again.value)).toBe(one.advice)
    }
  })

  it('leaves the order of a colleague, under which nurses go on', async () => {
    const house = await openHouse()
    const { id, orderId } = await underOrder(house)
    house.clock.later(60_000)
    const newer = await signOrder(house, id, 'surgeon')
    await walk(house, id, ['neurologist', withdrawn(orderId)])
    expect(ordersOf(await house.view(id)).map((item) => [item.id, item.withdrawn])).toEqual([
      [newer, false],
      [orderId, true],
    ])
    const statuses = (await readElsewhere(house, id)).map(([by, status]) => [by, status])
    expect(statuses.toSorted()).toEqual([
      ['Demo neurologist', 'stopped'],
      ['Demo surgeon', 'active'],
    ])
    await walk(house, id, ['nurse', session(today)])
  })

  it('may be followed by a new one', async () => {
    const house = await openHouse()
    const { id, orderId } = await underOrder(house)
    await walk(house, id, ['neurologist', withdrawn(orderId)], ['neurologist', order()], ['nurse', session(today)])
  })
})

describe('taking an order back', () => {
  let house: House
  let id: string
  let orderId: string
  beforeAll(async () => {
    house = await openHouse()
    ;({ id, orderId } = await underOrder(house))
  })
  afterAll(cleanUp)
  const problemOf = async (who: Person, act: Act) => (await house.act(who, id, act)).problem

  it('is for those who sign such orders', async () => {
    for (const who of ['nurse', 'coordinator', 'reader', 'patient', 'referrer'] as const)
      expect((await house.act(who, id, withdrawn(orderId))).status, who).toBeGreaterThan(400)
    expect((await problemOf('nurse', withdrawn(orderId))).code).toBe('may-not')
  })

  it.each<readonly [string, Partial<Act>, string, string, string]>([
    ['no reason', { note: ' ' }, 'incomplete', 'Give the reason for withdrawing it.', 'note'],
    ['no order named', { withdraws: undefined as never }, 'incomplete', 'Say which order is withdrawn.', 'withdraws'],
    [
      'an order that never was',
      { withdraws: 'never' },
      'unknown-order',
      'There is no such order on this record.',
      'withdraws',
    ],
    ['another day than today', { date: '2026-11-22' }, 'only-today', 'This is said on the day itself', 'date'],
    [
      'another kind of act',
      { kind: 'correction', facts: { 'hfs.side': 'left' } },
      'out-of-place',
      'An order is withdrawn in an act of its own, "toxin-order-withdrawn".',
      'withdraws',
    ],
  ])('is refused with %s', async (_, more, code, sentence, where) => {
    const problem = await problemOf('neurologist', withdrawn(orderId, more))
    expect(problem).toMatchObject({ code, sentence: expect.stringContaining(sentence), where })
  })

  it('is refused for what is no order, and for the order of somebody else', async () => {
    const patient = { name: 'Demo Other Sample', birthDate: '1960-01-01', phone: '555-0102' }
    const other = await house.patient({ patient })
    const act = (await house.view(id)).timeline.find(({ kind }) => kind === 'at-chair')
    expect((await problemOf('neurologist', withdrawn(act!.id))).code).toBe('unknown-order')
    expect((await house.act('neurologist', other, withdrawn(orderId))).problem.code).toBe('unknown-order')
  })

  it('that was refused leaves it as it is', async () => {
    expect(ordersOf(await house.view(id)).map((item) => [item.id, item.withdrawn])).toEqual([[orderId, false]])
    expect(await readElsewhere(house, id)).toEqual([['Demo neurologist', 'active', undefined]])
  })

  it('twice is refused, with who did it and when; of two at the same moment one does', async () => {
    const both = await Promise.all(
      (['neurologist', 'surgeon'] as const).map((who) => unseen(house, who, id, withdrawn(orderId))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await problemOf('clinician', withdrawn(orderId))).toMatchObject({
      code: 'already-withdrawn',
      sentence: expect.stringMatching(/^Demo (neurologist|surgeon) withdrew this order already, on 2026-11-23\.$/),
      where: 'withdraws',
    })
    expect((await house.view(id)).timeline.filter(({ kind }) => kind === 'toxin-order-withdrawn')).toHaveLength(1)
  })
})

describe('taking an order back, and an injection by a nurse at the same moment', () => {
  afterEach(cleanUp)

  it.each(['the nurse', 'the doctor'])('never lets the injection come after it: %s presses first', async (first) => {
    const house = await openHouse()
    const { id, orderId } = await underOrder(house)
    const inject = () => unseen(house, 'nurse', id, session(today))
    const takeBack = () => unseen(house, 'neurologist', id, withdrawn(orderId))
    const [injected, ended] =
      first === 'the nurse'
        ? await Promise.all([inject(), takeBack()])
        : (await Promise.all([takeBack(), inject()])).toReversed()
    expect(ended?.status).toBe(200)
    const { timeline } = await house.view(id)
    const newestFirst = timeline.map(({ kind }) => kind).filter((kind) => /^toxin-(session|order-w)/.test(kind))
    if (injected?.status === 200) expect(newestFirst).toEqual(['toxin-order-withdrawn', 'toxin-session'])
    else expect([injected?.problem.code, newestFirst]).toEqual(['no-plan', ['toxin-order-withdrawn']])
  })
})
