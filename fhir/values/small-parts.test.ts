import { formatDay, formatSpan } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../chart/nearest.ts'
import { scaled, unscaled } from './decimal.ts'
import { factorBetween } from './units.ts'
import { dayIn, spanIn } from './when.ts'

describe('amounts', () => {
  it.each([
    [0.29, 2, { number: 29 }],
    [1e-7, 7, { number: 1 }],
    [-2.5, 1, { number: -25 }],
    [2.55, 1, { wrong: 'too-precise' }],
    [1e300, 0, { wrong: 'too-large' }],
    [Number.NaN, 0, { wrong: 'not-a-number' }],
  ])('%d with %i decimals is exact or refused', (amount, decimals, steps) => {
    expect(scaled(amount, decimals)).toEqual(steps)
  })

  it('survive being written and read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4), (steps, decimals) => {
        expect(scaled(unscaled(steps, decimals), decimals)).toEqual({ number: steps })
      }),
    )
  })

  it.each([
    ['mL/s', 'mL/min', 60],
    ['years', 'mo', 12],
    ['wk', 'd', 7],
    ['[U]', 'U', 1],
    ['cm', 'mm', 10],
    ['ml/min/1.73m2', 'mL/min/{1.73_m2}', 1],
  ])('in %s become %s', (from, to, factor) => {
    const [top, bottom] = factorBetween(from, to) ?? [0n, 1n]
    expect(Number(top) / Number(bottom)).toBe(factor)
  })

  it.each([
    ['a', 'd'],
    ['mg', 'mL'],
    ['IU', 'U'],
    ['%', '{score}'],
  ])('in %s never become %s', (from, to) => {
    expect(factorBetween(from, to)).toBeNull()
  })
})

describe('a name mistyped', () => {
  it('finds those close to it, nearest first, and none when nothing is', () => {
    const known = ['rf.hearingLoss', 'rf.suddenHearingLoss', 'hfs.side', 'hfs.onset']
    expect(nearest('rf.hearingLos', known)[0]).toBe('rf.hearingLoss')
    expect(nearest('HFS.SIDE', known)).toEqual(['hfs.side'])
    expect(nearest('colour', known)).toEqual([])
  })
})

describe('an instant', () => {
  it.each([
    ['2026-03-29T00:30:00Z', 'Europe/Vienna', '2026-03-29'],
    ['2026-06-01T23:30:00Z', 'Europe/Vienna', '2026-06-02'],
    ['2026-06-01T01:30:00+02:00', 'America/New_York', '2026-05-31'],
    ['2026-06-01T23:30:00', 'Pacific/Auckland', '2026-06-01'],
    ['1850-01-01T12:00:00Z', 'UTC', '1850-01-01'],
    ['2026-06', 'UTC', '2026-06'],
  ])('%s is, in %s, %s', (text, zone, day) => {
    const span = spanIn(zone, text)
    expect(span && formatSpan(span)).toBe(day)
  })

  it.each([
    '2026-06-31',
    '2026-06-01T25:00:00Z',
    // Without an offset no calendar is asked, and there is no such time either.
    '2026-06-01T25:00:00',
    '2026-06-01T10:99:00',
    '2026-06-01T10:00:99',
    // R4 has no hour 24: whether it is this day or the next one is not to be guessed.
    '2026-06-01T24:00:00',
    '2026-06-01T24:00:00Z',
    'soon',
    '2026-06-01 10:00',
    20260601,
  ])('%s is none', (text) => {
    expect(spanIn('UTC', text)).toBeNull()
  })

  it('is a day of the calendar there', () => {
    expect(formatDay(dayIn('Asia/Tokyo', Date.UTC(2026, 11, 31, 15)))).toBe('2027-01-01')
  })
})
