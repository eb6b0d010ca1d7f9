/** Each test is one sentence of the section Checks of docs/semantics.md, with the smallest chart that shows it. */
import { type Checked, checksOf } from '@facialis/engine'
import {
  all,
  atLeast,
  type Check,
  type Condition,
  check,
  count,
  detail,
  type EntryRecord,
  established,
  is,
  moreThan,
  type NumberTerm,
  plus,
  proposed,
  quantity,
  some,
  sum,
  times,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { naiveChecks, naiveTerm } from './naive.ts'
import { asking, chartOf, dose, found, pathwayOf, reason, study } from './small-charts.ts'

const read = (id: string, fields: Record<string, string | number | null>): EntryRecord => ({
  id,
  kind: 'study',
  date: { lo: asking.asOf - 1, hi: asking.asOf - 1 },
  withdrawn: false,
  supersedes: [],
  provenance: { source: 'made up' },
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value === null
        ? { unknown: 'asked-unanswered' }
        : typeof value === 'number'
          ? { number: value }
          : { word: value },
    ]),
  ),
})
const looking = (when: Condition, more: Partial<Parameters<typeof check>[1]> = {}): Check =>
  check('C', { of: study, when, effect: 'stop', code: 'c', about: found, text: 'So.', ...more }).because(reason)

/** What one check says of a proposed entry beside earlier ones; the naive evaluator says the same. */
function looked(checked: Check, now: EntryRecord, ...earlier: EntryRecord[]): Checked {
  const pathway = { ...pathwayOf(), checks: [checked] }
  const chart = { ...chartOf(), entries: earlier }
  const [one] = checksOf(pathway, chart, now, asking)
  expect(naiveChecks(pathway, chart, now, asking)).toEqual({ C: one?.truth })
  return one!
}
const truth = (...asked: Parameters<typeof looked>) => looked(...asked).truth

const present = is(found, 'present')
const alike = some(study, all(present, proposed(study, present)))

describe('a check', () => {
  it('is asked of the proposed entry as of an entry under inspection.', () => {
    expect(truth(looking(present), read('now', { found: 'present' }))).toBe('yes')
    expect(truth(looking(present), read('now', { found: 'absent' }))).toBe('no')
    expect(truth(looking(present), read('now', {}))).toBe('unknown')
  })

  it('does not find the proposed entry among the entries, nor an earlier version of it.', () => {
    const one = looking(atLeast(count(study), 1))
    expect(truth(one, read('now', {}))).toBe('no')
    expect(truth(one, read('now', {}), read('now', { found: 'present' }))).toBe('no')
    expect(truth(one, read('now', {}), read('before', {}))).toBe('yes')
  })

  it('leads back to it from a condition about another entry, so that the two can be compared.', () => {
    const before = read('before', { found: 'present' })
    expect(truth(looking(alike), read('now', { found: 'present' }), before)).toBe('yes')
    expect(truth(looking(alike), read('now', { found: 'absent' }), before)).toBe('no')
    expect(truth(looking(alike), read('now', { found: null }), before)).toBe('unknown')
    expect(truth(looking(alike), read('now', { found: 'present' }), read('before', { found: null }))).toBe('unknown')
  })

  it('tells its numbers, added up over the proposed entry and earlier ones, and a number nobody knows as unknown.', () => {
    const total: NumberTerm = plus(quantity(dose), sum(study, dose, proposed(study, present)))
    const one = looking(moreThan(total, 40), {
      text: '{total} (limit {limit}).',
      unknown: 'Not all known: {total}.',
      tells: {
        total: detail.amountOf(total, { unit: 'U', decimals: 1 }),
        limit: detail.amountOf({ kind: 'number', value: 4 }, { unit: 'U' }),
      },
    })
    const now = read('now', { found: 'present', dose: 25 })
    expect(looked(one, now, read('a', { dose: 20 }))).toMatchObject({ truth: 'yes', text: '4.5 U (limit 4 U).' })
    expect(looked(one, now, read('a', { dose: null }))).toMatchObject({
      truth: 'unknown',
      text: 'Not all known: an unknown number of U.',
      tells: { total: null },
    })
    expect(looked(one, read('now', { dose: 25 }), read('a', { dose: 20 }))).toMatchObject({
      truth: 'unknown',
      text: 'Not all known: 2.5 to 4.5 U.',
    })
  })

  it('takes silence for no objection only where it asks what is established.', () => {
    expect(truth(looking(established(present)), read('now', {}))).toBe('no')
  })

  it('is refused when it is written if its text has a name that nothing tells.', () => {
    expect(() => looking(present, { text: 'It is {much}.' })).toThrow('C: {much} stands in its text and is not told.')
  })
})

describe('times', () => {
  it('is the product, end by end from the least to the greatest.', () => {
    const two: NumberTerm = { kind: 'number', value: 2 }
    expect(naiveTerm(times(two, -3), pathwayOf(), chartOf(), asking)).toEqual({ lo: -6, hi: -6 })
  })
})
