import { resolve } from '@facialis/engine/chart/resolve.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as small from '../naive/small-charts.ts'

it('entries are told latest first, those without a date last, and of one day the one recorded last first', () => {
  const dates = fc.array(fc.constantFrom(null, '2026-01-05', '2026-01', '2026-01-31', '2025'), { maxLength: 12 })
  fc.assert(
    fc.property(dates, (days) => {
      const chart = small.studies(...days.map((day, place) => small.read(String(place), day)))
      const told = resolve(small.pathwayOf(), chart, small.asking).entries.get('study') ?? []
      const expected = days
        .map((day, place) => ({ day: small.on(day)?.hi ?? Number.MIN_SAFE_INTEGER, place }))
        .sort((one, other) => other.day - one.day || other.place - one.place)
      expect(told.map(({ id }) => Number(id))).toEqual(expected.map(({ place }) => place))
    }),
  )
})
