import { resolve } from '@facialis/engine'
import { isToldAlike } from '@facialis/engine/validity/is-told-alike.ts'
import type { Chart, Day } from '@facialis/language'
import { is } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import {
  asOf,
  chartOf,
  flag,
  found,
  pathwayOf,
  provenance,
  read,
  says,
  signed,
  studies,
  word,
  yesWhere,
} from '../naive/small-charts.ts'

const pathway = pathwayOf(yesWhere('calm', is(signed, 'yes')))
const on = (chart: Chart, day: Day) => resolve(pathway, chart, { asOf: day, policy: {} })
const areAlike = (one: Chart, other: Chart, day = asOf): boolean => isToldAlike(on(one, asOf), on(other, day))

describe('a chart is told alike on two days', () => {
  test('where only the day cuts a date that is known by its month', () => {
    const chart = { ...chartOf(says(flag, 'no', '2026-03')), entries: [read('one', '2026-03')] }
    expect(on(chart, asOf).facts).not.toEqual(on(chart, asOf + 1).facts)
    expect(areAlike(chart, chart, asOf + 1)).toBe(true)
  })

  test('and not once an answer has grown too old', () => {
    const chart = chartOf(says(signed, 'yes', '2026-03-10'))
    expect(areAlike(chart, chart, asOf + 5)).toBe(true)
    expect(areAlike(chart, chart, asOf + 6)).toBe(false)
  })

  test('nor where two entries are of one day on one of them only', () => {
    const chart = studies(read('earlier', '2026-03-10'), read('later', '2026-03'))
    expect(areAlike(chart, chart, asOf + 1)).toBe(false)
  })
})

describe('charts are not told alike of which', () => {
  const said = says(flag, 'no', '2026-03-01')
  const entry = read('one', '2026-03-01', { [found.id]: word('absent') })
  const chart = { ...chartOf(said), entries: [entry] }
  const saying = (other: Partial<typeof said>): Chart => ({ ...chart, observations: [{ ...said, ...other }] })
  const having = (...entries: readonly (typeof entry)[]): Chart => ({ ...chart, entries })

  test.each<readonly [string, Chart]>([
    ['one says something else', saying({ value: word('yes') })],
    ['one does not know it', saying({ value: { unknown: 'pending' } })],
    ['one says it of another day', saying({ date: { lo: asOf, hi: asOf } })],
    ['one has it from somebody else', saying({ provenance: { ...provenance, by: 'Dr Demo' } })],
    ['one says nothing', { ...chart, observations: [] }],
    ['one has no entry', having()],
    ['one has one entry more', having(entry, { ...entry, id: 'two' })],
    ['one has another entry', having({ ...entry, id: 'two' })],
    ['one has it of another day', having({ ...entry, date: { lo: asOf, hi: asOf } })],
    ['one has it from elsewhere', having({ ...entry, provenance: { source: 'elsewhere' } })],
    ['one has it with another finding', having({ ...entry, fields: { [found.id]: word('present') } })],
    ['one has it without its finding', having({ ...entry, fields: {} })],
  ])('%s', (_, other) => {
    expect(areAlike(chart, chart)).toBe(true)
    expect(areAlike(chart, other)).toBe(false)
    expect(areAlike(other, chart)).toBe(false)
  })

  test('each does not know it for another reason', () => {
    expect(areAlike(saying({ value: { unknown: 'pending' } }), saying({ value: { unknown: 'not-asked' } }))).toBe(false)
  })
})
