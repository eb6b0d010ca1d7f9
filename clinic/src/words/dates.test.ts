import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ageWords, agoWords, dateWords, distanceWords, laterBy } from './dates.ts'

describe('dates in words', () => {
  it.each([
    ['2026-11-03', '3 Nov 2026'],
    ['2026-03', 'Mar 2026'],
    ['2026', '2026'],
    ['2026-11-03T10:00:00Z', '3 Nov 2026'],
    ['soon', 'soon'],
  ])('%s reads %s', (date, text) => expect(dateWords(date)).toBe(text))

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-12-05', 'in 12 days'],
    ['2026-11-01', '3 weeks ago'],
    ['2026-05-23', '6 months ago'],
    ['2026-05', ''],
  ])('on 23 November 2026, %s is %s', (date, text) => expect(distanceWords(date, '2026-11-23')).toBe(text))

  it('counts age by birthdays, and says a range when only the year is known', () => {
    expect(ageWords('1968-11-23', '2026-11-23')).toBe('58')
    expect(ageWords('1968-11-24', '2026-11-23')).toBe('57')
    expect(ageWords('1968', '2026-11-23')).toBe('57–58')
    expect(ageWords(null, '2026-11-23')).toBeNull()
  })
})

describe('a date moved by days', () => {
  it('reads a month as its first day, so that nothing counts for too long', () => {
    expect(laterBy('2026-11-23', 30)).toBe('2026-12-23')
    expect(laterBy('2026-10', 30)).toBe('2026-10-31')
    expect(laterBy('soon', 30)).toBeNull()
  })
})

describe('how long ago something came in', () => {
  beforeAll(() => void vi.stubEnv('TZ', 'America/New_York'))
  afterAll(() => void vi.unstubAllEnvs())

  it.each([
    ['2026-11-30T00:09:40Z', 'just now'],
    ['2026-11-29T20:10:00Z', '4 h ago'],
    // The evening before, by the clock beside the reader; in Greenwich it is the day after tomorrow by now.
    ['2026-11-28T23:30:00Z', 'yesterday'],
    ['2026-11-28', 'yesterday'],
    ['2026-11-25T02:00:00Z', '5 days ago'],
  ])('at ten past seven in the evening of 29 November, %s is %s', (instant, words) =>
    expect(agoWords(instant, '2026-11-30T00:10:00Z')).toBe(words),
  )
})
