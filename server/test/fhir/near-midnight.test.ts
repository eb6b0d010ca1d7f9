import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse, standingClock } from '../support.ts'
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
