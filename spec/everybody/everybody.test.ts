import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asItIs } from './encoding.ts'
import { questioned } from './questions.ts'
import { lawsBroken } from './sheet-laws.ts'
import { foundOtherwise, notEnough } from './somebody-found.ts'
import { compared } from './told-otherwise.ts'

describe('everybody there could be, whatever the pathway', () => {
  it('includes whoever is on a chart, who is told just what the rules say of every question, in each of its outcomes', () => {
    const met = new Map<string, number>()
    fc.assert(
      fc.property(questioned, (one) => {
        const { isAmong, otherwise, met: now } = compared(asItIs, one)
        expect({ isAmong, otherwise }).toEqual({ isAmong: true, otherwise: [] })
        for (const [outcome, times] of now) met.set(outcome, (met.get(outcome) ?? 0) + times)
      }),
      { numRuns: 24, endOnFailure: true },
    )
    const rare = outcomes.filter((outcome) => (met.get(outcome) ?? 0) < 2)
    expect(rare).toEqual([])
  })

  it('is told the same with enough entries as whoever has more', () => {
    let all = 0
    fc.assert(
      fc.property(questioned, (one) => {
        const { otherwise, fewer } = notEnough(asItIs, one)
        all += fewer
        expect(otherwise).toEqual([])
      }),
      { numRuns: 10, endOnFailure: true },
    )
    expect(all).toBeGreaterThan(60)
  })

  it('is somebody: whoever is found with an outcome of a question could be recorded, and gets it', () => {
    let all = 0
    fc.assert(
      fc.property(questioned, (one) => {
        const { otherwise, found } = foundOtherwise(asItIs, one)
        all += found
        expect(otherwise).toEqual([])
      }),
      { numRuns: 10, endOnFailure: true },
    )
    expect(all).toBeGreaterThan(100)
  })

  it('has no answer in the sheet that no chart can put there, and every one that a chart can', () => {
    fc.assert(
      fc.property(questioned, (one) => {
        expect(lawsBroken(asItIs, one)).toEqual([])
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })
})

/** Each kind of node, with each of its outcomes that is not seldom by its nature. */
const outcomes = [
  ...['all', 'any', 'not', 'compare', 'word', 'member', 'some', 'recent'].flatMap((one) =>
    ['no', 'unknown', 'yes'].map((outcome) => `${one} ${outcome}`),
  ),
  ...['decided no', 'decided yes'],
  ...['established', 'unanswered'].flatMap((one) => [`${one} no`, `${one} yes`]),
  ...['date', 'recorded', 'entry-date', 'days', 'latest-date', 'first-date', 'earliest', 'latest'].flatMap((one) =>
    ['exact', 'vague', 'unknown'].map((outcome) => `${one} ${outcome}`),
  ),
  ...['latest-date', 'first-date', 'days', 'provided', 'run-length'].map((one) => `${one} not-applicable`),
  ...['count', 'sum'].flatMap((one) => [`${one} exact`, `${one} vague`]),
  ...['quantity exact', 'quantity unknown', 'sum unknown', 'years exact', 'years unknown'],
  ...['ranked', 'gate', 'fold'].map((one) => `${one} answered`),
]
