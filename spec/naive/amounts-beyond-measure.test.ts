import { answersOf, cohortOf, evaluate } from '@facialis/engine'
import { fact, lessThan, quantity } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { asking, chartOf, pathwayOf, plain, says, yesWhere } from './small-charts.ts'

/** No border lets these through; somebody who brings a chart of their own is told the same by every form all the same. */
const count = fact.quantity('count', { unit: 'U', min: 0, max: 99 }, plain)
const pathway = {
  ...pathwayOf(yesWhere('many', lessThan(50, quantity(count))), yesWhere('few', lessThan(quantity(count), 50))),
  facts: [count],
  screens: [],
}

describe('an amount beyond what any fact allows', () => {
  it.each([
    ['greater than 32 bits', 5_000_000_000, 'yes', 'no'],
    ['greater than any whole number', Number.MAX_VALUE, 'yes', 'no'],
    ['less than 32 bits', -5_000_000_000, 'no', 'yes'],
    ['not whole', 60.5, 'unknown', 'unknown'],
    ['no number', Number.NaN, 'unknown', 'unknown'],
  ])('%s', (_, number, many, few) => {
    const chart = chartOf(says(count, { number }, '2026-03-01'))
    const { decisions } = evaluate(pathway, chart, asking)
    expect([decisions.many?.answer, decisions.few?.answer]).toEqual([many, few])
    expect(answersOf(pathway, chart, asking)).toMatchObject({ many, few })
    const cohort = cohortOf(pathway, asking)
    cohort.add(chart)
    const decided = cohort.decide()
    expect(decided.decisions.map(({ answers }, at) => answers[decided.answer(at, 0)])).toEqual([many, few])
  })
})
