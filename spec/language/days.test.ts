import { civil, dayOf, formatDay, formatSpan, parseDate, wholeYears } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

// Over two whole turns of the calendar, and from the first year that is written with four figures.
const days = fc.integer({ min: dayOf(0, 1, 1), max: dayOf(2400, 12, 31) })

describe('a day number', () => {
  it('is the calendar date it came from', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: d } = civil(day)
        expect(dayOf(year, month, d)).toBe(day)
        expect(parseDate(formatDay(day))).toEqual({ lo: day, hi: day })
      }),
    )
  })

  it('agrees with the calendar of the machine', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(formatDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })
})

describe('a partial date', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s is every day from %s to %s', (text, first, last) => {
    const span = parseDate(text)
    expect(span && [formatDay(span.lo), formatDay(span.hi)]).toEqual([first, last])
    expect(span && formatSpan(span)).toBe(text)
  })

  it.each([
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2023-02-29',
    '26-01-01',
    '2026-1-1',
    'March 2026',
    '',
    '2026-01-01T10:00',
  ])('%s is no date', (text) => expect(parseDate(text)).toBeNull())
})

describe('a text', () => {
  it('is a day exactly when the calendar of the machine has that day', () => {
    const figures = fc.array(fc.constantFrom(...'0123456789-/:'), { minLength: 0, maxLength: 4 })
    const texts = fc
      .tuple(days, fc.integer({ min: 0, max: 10 }), figures, fc.boolean())
      .map(([day, at, other, longer]) => {
        const text = formatDay(day)
        return text.slice(0, at) + other.join('') + text.slice(at + (longer ? 0 : other.length))
      })
    const isDay = (text: string): boolean => {
      const date = new Date(`${text}T00:00:00Z`)
      return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
    }
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text.length > 7)
        expect(parseDate(text) !== null).toBe(/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('some days', () => {
  it.each([
    ['2026-01-01', '2026-01-31', '2026-01'],
    ['2026-01-01', '2026-12-31', '2026'],
    ['0033-02-01', '0033-02-28', '0033-02'],
    ['0033-01-01', '0033-12-31', '0033'],
    ['2026-01-02', '2026-01-31', '2026-01-02/2026-01-31'],
    ['2026-02-02', '2026-12-31', '2026-02-02/2026-12-31'],
    ['2026-02-01', '2026-12-31', '2026-02-01/2026-12-31'],
    ['2026-01-01', '2026-12-30', '2026-01-01/2026-12-30'],
    ['2026-01-01', '2027-12-31', '2026-01-01/2027-12-31'],
    ['2026-01-02', '2026-12-31', '2026-01-02/2026-12-31'],
    ['2026-01-01', '2026-01-01', '2026-01-01'],
  ])('from %s to %s are written %s', (from, to, written) => {
    expect(formatSpan({ lo: parseDate(from)!.lo, hi: parseDate(to)!.hi })).toBe(written)
  })
})

describe('whole years', () => {
  it.each([
    ['1970-05-01', '2026-04-30', 55],
    ['1970-05-01', '2026-05-01', 56],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('from %s to %s are %i, as birthdays count', (from, to, years) => {
    expect(wholeYears(parseDate(from)!.lo, parseDate(to)!.lo)).toBe(years)
  })
})
