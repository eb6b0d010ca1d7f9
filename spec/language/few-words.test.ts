import {
  allOf,
  anyOf,
  exactly,
  fullness,
  isExact,
  isPastReview,
  type LabelStatus,
  labelStatusOf,
  negate,
  ownJudgement,
  type Truth,
  tooLong,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'

const truths: readonly Truth[] = ['no', 'unknown', 'yes']

describe('what is not known', () => {
  it('stays so when it is turned round, and all else is turned round', () => {
    expect(truths.map(negate)).toEqual(['yes', 'unknown', 'no'])
  })

  it('stays so unless something else settles it: a no among all, a yes among any', () => {
    const rank = (truth: Truth): number => truths.indexOf(truth)
    for (const one of truths)
      for (const other of truths)
        for (const third of truths) {
          const of = [one, other, third]
          expect(allOf(of)).toBe(truths[Math.min(...of.map(rank))])
          expect(anyOf(of)).toBe(truths[Math.max(...of.map(rank))])
        }
    expect([allOf([]), anyOf([])]).toEqual(['yes', 'no'])
  })
})

describe('words that do not fit', () => {
  it('are told how many they are and how many may be', () => {
    expect(tooLong('note', 10_023, 4000)).toBe('Note is 10,023 characters; 4,000 fit. Shorten it.')
    expect(tooLong('What hurts?', 1_234_567, 999)).toBe('“What hurts?” is 1,234,567 characters; 999 fit. Shorten it.')
  })

  it('are announced when nine tenths of the room are used', () => {
    expect([fullness(899, 1000), fullness(900, 1000), fullness(1000, 1000)]).toEqual([
      null,
      '900 of 1,000 characters',
      '1,000 of 1,000 characters',
    ])
  })
})

describe('a source', () => {
  it.each([
    ['2026-05-10', '2026-05-10', false],
    ['2026-05-10', '2026-05-11', true],
    ['2026-05', '2026-05-31', false],
    ['2026-05', '2026-06-01', true],
    ['2026', '2026-12-31', false],
    ['2026', '2027-01-01', true],
  ])('to be read again by %s is overdue on %s: %s', (reviewBy, day, overdue) => {
    expect(isPastReview({ reviewBy }, day)).toBe(overdue)
  })
})

describe('what a label says', () => {
  const label = (jurisdiction: LabelStatus['jurisdiction'], product: string, indication: string): LabelStatus => ({
    jurisdiction,
    product,
    indication,
    status: 'labelled',
    labelDate: '2025',
    because: [ownJudgement('made up')],
    unverified: false,
  })
  const labels = [label('us', 'a', 'x'), label('uk', 'a', 'x'), label('us', 'b', 'x'), label('us', 'a', 'y')]

  it('is that of the product, the use and the place, and nothing where nobody has read one', () => {
    for (const one of labels) expect(labelStatusOf(labels, one)).toBe(one)
    expect(labelStatusOf(labels, { jurisdiction: 'eu', product: 'a', indication: 'x' })).toBeNull()
    expect(labelStatusOf(labels, { jurisdiction: null, product: 'a', indication: 'x' })).toBeNull()
  })
})

describe('a date', () => {
  it('is exact when it is one day', () => {
    expect([isExact(exactly(7)), isExact({ lo: 7, hi: 8 })]).toEqual([true, false])
  })
})
