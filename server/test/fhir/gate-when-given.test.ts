import { describe, expect, it } from 'vitest'
import { type Json, oneHouse, refusal } from './support.ts'
import { after, given, today } from './toxin-told.ts'

const { house, post, sessions } = oneHouse()

describe('an injection that is still going on', () => {
  const yesterday = '2026-11-22'
  const begun = (id: string, more: Json = {}): Json => ({
    resourceType: 'Procedure',
    status: 'in-progress',
    code: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '64612' }] },
    performedDateTime: yesterday,
    subject: { reference: `Patient/${id}` },
    ...more,
  })
  it.each<[string, (id: string) => Json]>([
    ['since yesterday', begun],
    [
      'in a time that has ended',
      (id) => begun(id, { performedDateTime: undefined, performedPeriod: { start: yesterday, end: yesterday } }),
    ],
    ['and was put off', (id) => given(id, { status: 'on-hold', effectiveDateTime: yesterday })],
    ['and is said to be written down late', (id) => begun(id, after('late'))],
    ['and is said to be elsewhere, by nobody', (id) => begun(id, after('elsewhere'))],
  ])('is none of before, and meets the gate: %s', async (_, resource) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', resource(id)))).toEqual([422, 'gate-shut'])
    expect(await sessions(id)).toEqual([])
  })

  it('elsewhere, by somebody who is named, or that was stopped on an earlier day, is what happened', async () => {
    const id = await house().patient()
    const stranger = { performer: [{ actor: { display: 'Synthetic Stranger' } }] }
    expect((await post('neurologist', begun(id, { ...after('elsewhere'), ...stranger }))).status).toBe(201)
    expect((await post('neurologist', begun(id, { status: 'stopped' }))).status).toBe(201)
    expect((await house().view(id)).reviews).not.toEqual([])
  })
})

describe('an injection of which only the end is told', () => {
  const ended = (id: string, end: string, more: Json = {}): Json =>
    given(id, { effectiveDateTime: undefined, effectivePeriod: { end }, ...more })

  it('was given by then: it is taken as history, is told to be late, and somebody looks at it', async () => {
    const id = await house().patient()
    const { status, body } = await post('nurse', ended(id, '2026-11-20'))
    expect([status, JSON.stringify(body.extension)]).toEqual([201, expect.stringContaining('"late"')])
    expect(await sessions(id)).toHaveLength(1)
    expect((await house().view(id)).reviews).toMatchObject([
      { reason: expect.stringContaining('while the gate was shut') },
    ])
  })

  it.each<[string, string, Json]>([
    ['ends today', today, {}],
    ['ends tomorrow', '2026-11-24', {}],
    ['ends some day of this year', '2026', {}],
    ['ended, and is still going on', '2026-11-20', { status: 'in-progress' }],
  ])('meets the gate where it %s', async (_, end, more) => {
    const id = await house().patient()
    expect(refusal(await post('neurologist', ended(id, end, more)))).toEqual([422, 'gate-shut'])
    expect(await sessions(id)).toEqual([])
  })
})

it.each(['Demo neurologst', 'neurolgist, Demo', 'Dr Demo Neurologits', 'our neurologist', 'clinic staff'])(
  'an injection of today elsewhere is none where one of us gave it, written %s',
  async (display) => {
    const id = await house().patient()
    const told = await post('neurologist', given(id, { ...after('elsewhere'), performer: [{ actor: { display } }] }))
    expect(refusal(told)).toEqual([422, 'gate-shut'])
  },
)

it('what was given against toxin is read by somebody, and is no session', async () => {
  const id = await house().patient()
  const against = {
    medicationCodeableConcept: { text: 'Botulinum antitoxin, heptavalent' },
    effectiveDateTime: '2026-05-04',
  }
  expect((await post('nurse', given(id, against))).status).toBe(201)
  const both = {
    medicationCodeableConcept: { text: 'Botox, with botulinum antitoxin at hand' },
    effectiveDateTime: '2026-05-05',
  }
  expect((await post('nurse', given(id, both))).status).toBe(201)
  expect(await sessions(id)).toHaveLength(1)
})
