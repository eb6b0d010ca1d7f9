import { describe, expect, it } from 'vitest'
import { byEngine, byHand, charts } from './gate-charts.ts'

describe('the gate written by hand, which the engine is measured against', () => {
  it.each(charts)('says what the engine says: %s', (_, chart) => expect(byHand(chart)).toBe(byEngine(chart)))

  it('is asked about people for whom the gate stands differently', () => {
    expect(new Set(charts.map(([, chart]) => byEngine(chart)))).toEqual(new Set(['permitted', 'caution', 'blocked']))
  })
})
