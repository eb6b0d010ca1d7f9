import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeSpanOf } from '../../search-indexing/time-spans.ts'

const instants = fc.date({ min: new Date('0001-01-01'), max: new Date('9998-12-30'), noInvalidDate: true })
const second = 1000
const day = 86_400 * second

it('a second lasts until the next one begins, and a day until the next day, whatever the calendar', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const whole = new Date(Math.floor(at.getTime() / second) * second)
      const after = new Date(whole.getTime() + second).toISOString()
      expect(timeSpanOf(whole.toISOString().replace('.000', ''))).toEqual({ from: whole.toISOString(), to: after })
      const date = new Date(Math.floor(at.getTime() / day) * day)
      const morrow = new Date(date.getTime() + day).toISOString()
      expect(timeSpanOf(date.toISOString().slice(0, 10))).toEqual({ from: date.toISOString(), to: morrow })
    }),
  )
})

it.each([
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '0000-01-01',
  '2026-01-01T25:00:00Z',
  '2026-01-01T10:60:00Z',
  '2026-01-01T10:00:61Z',
  '2026-01-01T24:00:00Z',
])('%s is no time', (text) => {
  expect(timeSpanOf(text)).toBeNull()
})

it.each([
  ['2026', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['2026-12', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ['2028-02-28', '2028-02-28T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
  ['2026-12-31T23:59:59Z', '2026-12-31T23:59:59.000Z', '2027-01-01T00:00:00.000Z'],
  ['2026-01-09T09:09:09Z', '2026-01-09T09:09:09.000Z', '2026-01-09T09:09:10.000Z'],
  // What the door takes is found: a leap second as the one before it, and the smallest part of a second.
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z', '2017-01-01T00:00:00.000Z'],
  ['2017-01-01T00:59:60.500+01:00', '2016-12-31T23:59:59.500Z', '2016-12-31T23:59:59.501Z'],
  ['2026-01-01T10:00:00.1234567890123Z', '2026-01-01T10:00:00.123Z', '2026-01-01T10:00:00.124Z'],
  // Of the first centuries, and not of the last one.
  ['0050', '0050-01-01T00:00:00.000Z', '0051-01-01T00:00:00.000Z'],
  ['0001-12', '0001-12-01T00:00:00.000Z', '0002-01-01T00:00:00.000Z'],
  ['0096-02-29', '0096-02-29T00:00:00.000Z', '0096-03-01T00:00:00.000Z'],
  ['2026-01-01T01:00:00+02:00', '2025-12-31T23:00:00.000Z', '2025-12-31T23:00:01.000Z'],
])('%s is from %s to %s', (text, from, to) => {
  expect(timeSpanOf(text)).toEqual({ from, to })
})
