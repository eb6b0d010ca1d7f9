import { closuresOf, planOf } from '@facialis/engine'
import { planeCohort } from '@facialis/engine/cohort/plane-cohort.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { planParameters } from '@facialis/engine/plan/plan-parameters.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Asking, Chart, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'
import * as made from '../promises/people.ts'
import { crowds } from './arbitrary.ts'

/** What many people at once are answered, and what each is answered alone, as positions. */
function bothWays(pathway: Pathway, charts: readonly Chart[], asked: Asking) {
  const plan = planOf(pathway)
  const fill = fillerOf(plan)
  const alone = closuresOf(plan)
  const numbers = planParameters(plan, asked)
  const cohort = planeCohort(plan)
  const expected: (readonly number[])[] = []
  for (const chart of charts) {
    const sheet = fill(chart, asked)
    cohort.add(sheet)
    expected.push(alone(sheet, numbers))
  }
  const answers = cohort.answer(numbers)
  const found = charts.map((_, person) =>
    plan.decisions.map(({ within }, decision) => (within === null ? answers.of(decision, person) : -1)),
  )
  return { found, expected, answers, plan, cohort, sheets: charts.map((chart) => () => fill(chart, asked)), numbers }
}

describe('many people at once are answered what each is answered alone', () => {
  it('of every example patient', () => {
    const byDay = Map.groupBy(examples.map(fromPlainFacts), ({ asOf }) => asOf)
    for (const [asOf, people] of byDay) {
      const charts = people.map(({ chart }) => chart)
      const { found, expected } = bothWays(hemifacialSpasm, charts, asking(asOf))
      expect(found).toEqual(expected)
    }
  })

  it('of people made up around the pathway, and as many are counted as there are', () => {
    const charts = fc.sample(made.people, 2000)
    const { found, expected, answers, plan } = bothWays(hemifacialSpasm, charts, made.asking)
    expect(found).toEqual(expected)
    for (const [decision, { within, decision: asked }] of plan.decisions.entries()) {
      if (within !== null) continue
      const counted = asked.answers.map((_, at) => expected.filter((one) => one[decision] === at).length)
      expect([asked.id, answers.counts(decision)]).toEqual([asked.id, counted])
    }
  })

  it('once they have made room for others, who are told nothing of them', () => {
    fc.assert(
      fc.property(crowds, ({ pathway, charts, asking: asked }) => {
        const { expected, plan, cohort, sheets, numbers } = bothWays(pathway, charts, asked)
        const before = { people: cohort.people(), bytes: cohort.bytes() }
        expect(() => cohort.add(sheets[0]!())).toThrow()
        cohort.clear()
        expect(cohort.people()).toBe(0)
        const others = sheets.toReversed()
        for (const sheet of others.slice(0, 5)) cohort.add(sheet())
        cohort.answer({ ...numbers, asOf: numbers.asOf + 1 })
        cohort.clear()
        for (const sheet of others) cohort.add(sheet())
        const { of, counts } = cohort.answer(numbers)
        expect({ people: cohort.people(), bytes: cohort.bytes() }).toEqual(before)
        for (const [decision, { within, decision: asks }] of plan.decisions.entries()) {
          if (within !== null) continue
          const told = expected.map((one) => one[decision]).toReversed()
          expect(others.map((_, person) => of(decision, person))).toEqual(told)
          expect(counts(decision)).toEqual(asks.answers.map((_, at) => told.filter((one) => one === at).length))
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('of any pathway and any charts', () => {
    fc.assert(
      fc.property(crowds, ({ pathway, charts, asking: asked }) => {
        const { found, expected } = bothWays(pathway, charts, asked)
        expect(found).toEqual(expected)
      }),
      { numRuns: Number(process.env.RUNS ?? 150), endOnFailure: true },
    )
  })
})
