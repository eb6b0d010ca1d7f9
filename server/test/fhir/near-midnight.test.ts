import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validation } from '../../fhir/r4/definitions.ts'
import { adaSample, cleanUp, type House, openHouse, standingClock } from '../support.ts'
import { fhir, type Json, refusal } from './support.ts'
import { given, order } from './toxin-told.ts'

/** Half past midnight on 1 December in the clinic; in Greenwich it is the evening before. */
let house: House
beforeAll(async () => {
  house = await openHouse(standingClock('2026-11-30T23:30:00.000Z'), { zone: 'Europe/Berlin' })
})
afterAll(cleanUp)
const post = (resource: Json) => fhir(house, 'neurologist', 'POST', `/${resource.resourceType}`, resource)

describe('toxin told from another time zone is of the day it was in the clinic', () => {
  it.each<[string, string, 'today' | 'before']>([
    ['in Greenwich, after midnight here', '2026-11-30T23:00:00Z', 'today'],
    ['in Greenwich, a second before midnight here', '2026-11-30T22:59:59Z', 'before'],
    ['in the leap second before midnight here', '2026-11-30T22:59:60Z', 'before'],
    ['on Line Islands, where it is today already', '2026-12-01T00:30:00+14:00', 'before'],
    ['in New York, late on the day before', '2026-11-30T18:20:00-05:00', 'today'],
  ])('given %s', async (_, effectiveDateTime, day) => {
    const id = await house.patient()
    const told = await post(given(id, { effectiveDateTime }))
    expect(day === 'today' ? refusal(told) : told.status).toEqual(day === 'today' ? [422, 'gate-shut'] : 201)
  })

  it.each<[string, string, 'today' | 'before']>([
    ['in New York, late on the day before', '2026-11-30T18:20:00-05:00', 'today'],
    ['on Line Islands, where it was today already', '2026-12-01T00:30:00+14:00', 'before'],
    ['on a day before', '2026-11-30', 'before'],
    ['today', '2026-12-01', 'today'],
  ])(
    'what was given before brings its order along only where that is of before: ordered %s',
    async (_, authoredOn, day) => {
      const id = await house.patient()
      const told = await post(
        given(id, {
          effectiveDateTime: '2026-11-20',
          request: { reference: '#inner' },
          contained: [order(id, { id: 'inner', authoredOn })],
        }),
      )
      expect(day === 'today' ? refusal(told) : told.status).toEqual(day === 'today' ? [422, 'hidden-order'] : 201)
    },
  )
})

it('what came in by the front door, or on paper, is a Task as R4 has it, and came in on the day of the clinic', async () => {
  await house.ask(null, 'POST', '/api/front-door/referrals', adaSample)
  await house.ask(null, 'POST', '/api/front-door/appointments', {
    name: 'Demo Theo Sample',
    phone: '555-0172',
    reason: 'My left cheek twitches.',
  })
  await house.patient({ received: '2026-11-27' })
  const { bundle } = await fhir(house, 'coordinator', 'GET', '/Task?_count=100')
  const faultsOf = await validation()
  expect(bundle.entry.length).toBeGreaterThan(3)
  expect(bundle.entry.flatMap(({ resource }) => faultsOf(resource))).toEqual([])
  type Waiting = Readonly<{ requests: readonly Readonly<{ name: string; received: string }>[] }>
  const { requests } = (await house.ask<Waiting>('coordinator', 'GET', '/api/board')).body
  expect(requests.map(({ received }) => received)).toEqual(['2026-12-01', '2026-12-01'])
})

describe('which of two times is the later one is told by the clock, and not by how they are written', () => {
  const task = (authoredOn: string, lastModified: string): Json => ({
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    authoredOn,
    lastModified,
  })
  const dispensed = (whenPrepared: string, whenHandedOver: string): Json => ({
    resourceType: 'MedicationDispense',
    status: 'completed',
    medicationCodeableConcept: { text: 'eye drops' },
    whenPrepared,
    whenHandedOver,
  })
  it.each<[string, Json, boolean]>([
    ['a minute later, in Greenwich', task('2026-12-01T00:30:00+01:00', '2026-11-30T23:31:00Z'), true],
    ['a minute earlier, in Greenwich', task('2026-12-01T00:30:00+01:00', '2026-11-30T23:29:00Z'), false],
    ['the same, to the millisecond', task('2026-11-30T23:30:00Z', '2026-11-30T23:30:00.000Z'), true],
    [
      'half an hour later, in the hour that comes twice',
      dispensed('2026-10-25T02:45:00+02:00', '2026-10-25T02:15:00+01:00'),
      true,
    ],
    ['no time as R4 writes one', task('2026-12-01T00:30:00+01:00', '2026-11-30T23:31Z'), false],
    ['in no zone there is', task('2026-11-30T00:30:00Z', '2026-11-30T23:31:00+15:00'), false],
    ['on the day before', dispensed('2026-12-01', '2026-11-30'), false],
    [
      'a minute later, inside something else',
      {
        ...task('2026-11-30', '2026-11-30'),
        contained: [{ ...task('2026-12-01T00:30:00+01:00', '2026-11-30T23:31:00Z'), id: 'inner' }],
      },
      true,
    ],
  ])('%s', async (_, resource, isSo) => expect((await validation())(resource).length === 0).toBe(isSo))
})
