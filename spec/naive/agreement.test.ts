import { answersOf, evaluate } from '@facialis/engine'
import {
  all,
  atLeast,
  atMost,
  type Chart,
  type ChoiceFact,
  type Decision,
  dateOf,
  dayOf,
  daysSince,
  decide,
  type Fact,
  fact,
  has,
  is,
  otherwise,
  rule,
  type Span,
  screen,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from './arbitrary.ts'
import { naiveAnswers } from './naive.ts'
import {
  asking,
  asOf,
  born,
  chartOf,
  flag,
  on,
  parts,
  pathwayOf,
  reason,
  says,
  screenedOn,
  signed,
  yesWhere,
} from './small-charts.ts'

const [day, today, month] = ['2026-03-09', '2026-03-10', '2026-03']
const pq = { words: ['p', 'q'] }
const qp = { words: ['q', 'p'] }
const worn = fact.yesNo('worn', { question: '?', adverse: { g: ['no'] } })
const screenable = (asked: Fact): Fact[] => (asked.type !== 'set' && asked !== signed ? [asked] : [])
/** Says which of its words a fact has, or that it is unknown. */
const whether = (asked: Fact): Decision => {
  const words = asked.type === 'choice' || asked.type === 'yes-no' ? asked.values : ['p', 'q']
  const rules = words.map((word, i) => ({
    ...rule(word, asked.type === 'set' ? has(asked, word) : is(asked as ChoiceFact, word))
      .answers(word)
      .because('', reason),
    outranks: words[i + 1] ?? null,
  }))
  return decide<string>('D', {
    asks: '?',
    answers: [...words, 'unknown'],
    undetermined: 'unknown',
    rules,
    otherwise: otherwise('o', 'unknown', '', reason),
  })
}

/** Charts on which two careful readers of the page could differ, each about one fact. */
const hardCharts: readonly (readonly [string, Fact, Chart])[] = [
  ['a known and an unknown answer of one day', flag, chartOf(says(flag, 'yes-resolved', day), says(flag, '?', day))],
  ['an answer, then another that passes it over', flag, chartOf(says(flag, 'yes', day), says(flag, 'no', today))],
  ['an answer and its judgement on one day', flag, chartOf(says(flag, 'yes', day), says(flag, 'yes-resolved', day))],
  ['the same set told in two orders on one day', parts, chartOf(says(parts, pq, day), says(parts, qp, day))],
  ['an exact day and a month that end alike', signed, chartOf(says(signed, 'yes', today), says(signed, 'yes', month))],
  ['a month and an exact day that end alike', signed, chartOf(says(signed, 'yes', month), says(signed, 'yes', today))],
  [
    'two adverse values of one day, then a screen',
    flag,
    screenedOn(today, says(flag, 'yes', day), says(flag, 'yes-other', day)),
  ],
  ['a screen, then an unknown answer', flag, screenedOn(day, says(flag, '?', today))],
  ['a screen and an unknown answer of one day', flag, screenedOn(day, says(flag, '?', day))],
  ['an unknown answer, then a screen', flag, screenedOn(today, says(flag, '?', day))],
  ['a screen and an adverse answer of one day', flag, screenedOn(day, says(flag, 'yes', day))],
  ['an adverse answer, then a screen', flag, screenedOn(today, says(flag, 'yes', day))],
  ['a screen where no is adverse, then an unknown answer', worn, screenedOn(day, says(worn, '?', today))],
]

const pairs = Number(process.env.FACIALIS_PAIRS ?? 2000)
const patience = 60_000 + pairs * 20

describe('the engine and the naive evaluator', () => {
  it.each(hardCharts)('agree on %s', (_, asked, chart) => {
    const pathway = {
      ...pathwayOf(whether(asked)),
      facts: [asked],
      screens: [screen('flags', 'flags', screenable(asked))],
    }
    expect(answersOf(pathway, chart, asking)).toEqual(naiveAnswers(pathway, chart, asking))
  })

  it.each([
    ['yes', 'a year, and a month of it', ['1968', '1968-05']],
    ['yes', 'a month, told twice, and its year', ['1968-05', '1968', '1968-05']],
    ['unknown', 'a year, and two of its months', ['1968', '1968-05', '1968-06']],
  ])('both say %s to whether a date of one day is known: %s', (known, _, told) => {
    const inMay = all(
      atLeast(daysSince(dateOf(born)), asOf - dayOf(1968, 5, 31)),
      atMost(daysSince(dateOf(born)), asOf - dayOf(1968, 5, 1)),
    )
    const pathway = pathwayOf(yesWhere('D', inMay))
    const chart = chartOf(...told.map((date) => says(born, { date: on(date) as Span }, day)))
    expect(answersOf(pathway, chart, asking)).toEqual({ D: known })
    expect(naiveAnswers(pathway, chart, asking)).toEqual({ D: known })
  })

  it('agree on a fact that stands on two lists', () => {
    const screens = [screen('flags', 'flags', [flag]), screen('others', 'others', [flag])]
    const pathway = { ...pathwayOf(whether(flag)), screens }
    const chart = screenedOn(day)
    expect(answersOf(pathway, chart, asking)).toEqual(naiveAnswers(pathway, chart, asking))
  })

  it(
    'give the same answers to made-up pathways and charts, in whatever order a chart lists what it holds',
    () => {
      fc.assert(
        fc.property(cases, ({ pathway, chart, asking }) => {
          const answers = answersOf(pathway, chart, asking)
          expect(answers).toEqual(naiveAnswers(pathway, chart, asking))
          const turned = {
            observations: chart.observations.toReversed(),
            screens: chart.screens.toReversed(),
            entries: chart.entries.toReversed(),
          }
          expect(answersOf(pathway, turned, asking)).toEqual(answers)
        }),
        { numRuns: pairs },
      )
    },
    patience,
  )

  it(
    'is done without ever throwing; the same question gives the same bytes, and asked for alone the same answers',
    () => {
      fc.assert(
        fc.property(cases, ({ pathway, chart, asking }) => {
          const advice = evaluate(pathway, chart, asking)
          expect(JSON.stringify(evaluate(pathway, structuredClone(chart), asking))).toBe(JSON.stringify(advice))
          const answers = answersOf(pathway, chart, asking)
          const told = Object.keys(answers).map((id) => [id, advice.decisions[id]?.answer])
          expect(Object.fromEntries(told)).toEqual(answers)
        }),
        { numRuns: Math.ceil(pairs / 20) },
      )
    },
    patience,
  )
})
