import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ageWords, agoWords, dateWords, dayOfInstant, distanceWords, laterBy, timeWords } from './dates.ts'

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

  it.each([
    ['2026', '2026-11-23', '0'],
    ['2026-11', '2026-11-23', '0'],
    ['2025', '2026-11-23', '0–1'],
    // A leap day has its birthday on the first of March of other years.
    ['2008-02-29', '2026-02-28', '17'],
    ['2008-02-29', '2026-03-01', '18'],
    ['2008-02-29', '2028-02-29', '20'],
  ])('born %s, on %s the age is %s', (born, today, age) => expect(ageWords(born, today)).toBe(age))
})

describe('a date moved by days', () => {
  it('reads a month as its first day, so that nothing counts for too long', () => {
    expect(laterBy('2026-11-23', 30)).toBe('2026-12-23')
    expect(laterBy('2026-10', 30)).toBe('2026-10-31')
    expect(laterBy('soon', 30)).toBeNull()
  })
})

describe('when something happened', () => {
  beforeAll(() => void vi.stubEnv('TZ', 'Pacific/Honolulu'))
  afterAll(() => void vi.unstubAllEnvs())

  it.each([
    // The night in which clocks go forward, and that in which an hour comes twice.
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29', '29 Mar 2026, 01:30'],
    ['2026-03-29T01:30:00Z', 'Europe/Berlin', '2026-03-29', '29 Mar 2026, 03:30'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25', '25 Oct 2026, 02:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25', '25 Oct 2026, 02:30'],
    // Midnight itself is left out, and its day begins at one.
    ['2026-09-06T04:00:00Z', 'America/Santiago', '2026-09-06', '6 Sep 2026, 01:00'],
    ['2026-04-23T22:00:00Z', 'Africa/Cairo', '2026-04-24', '24 Apr 2026, 01:00'],
    ['2026-11-30T18:15:00Z', 'Asia/Kathmandu', '2026-12-01', '00:00'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31', '31 Dec 2011, 00:00'],
  ])('%s is told by the clock of a clinic in %s, whatever that of the reader says', (instant, zone, day, words) => {
    expect(dayOfInstant(instant, zone)).toBe(day)
    expect(timeWords(instant, { today: '2026-12-01', zone })).toBe(words)
  })

  it('is told by the clock of the reader where the browser does not know the zone', () =>
    expect(dayOfInstant('2026-11-30T03:00:00Z', 'Europe/Newly_Named')).toBe('2026-11-29'))
})

describe('how long ago something came in', () => {
  it.each([
    ['2026-11-30T00:09:40Z', 'just now'],
    ['2026-11-29T20:10:00Z', '4 h ago'],
    // The evening before, by the clock of the clinic; in Greenwich it is the day after tomorrow by now.
    ['2026-11-28T23:30:00Z', 'yesterday'],
    ['2026-11-28', 'yesterday'],
    ['2026-11-25T02:00:00Z', '5 days ago'],
  ])('at ten past seven in the evening of 29 November, %s is %s', (instant, words) =>
    expect(agoWords(instant, { now: '2026-11-30T00:10:00Z', zone: 'America/New_York' })).toBe(words),
  )
})
