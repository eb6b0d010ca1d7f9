import { evaluate, whatIfOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { type Asking, type Chart, defaultPolicy, formatDay, type Pathway, type Policy } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPlainFacts } from '../examples/forms.ts'
import { cases } from '../naive/arbitrary.ts'
import * as made from '../promises/people.ts'

/** What would be told otherwise, by asking for everything twice. */
function byAdvice(pathway: Pathway, chart: Chart, { asOf, policy }: Asking, set: Policy) {
  const [now, then] = [policy, { ...policy, ...set }].map((numbers) =>
    evaluate(pathway, chart, { asOf, policy: numbers }),
  ) as [ReturnType<typeof evaluate>, ReturnType<typeof evaluate>]
  const told = pathway.decisions.filter(({ scope, inner }) => scope === 'patient' && !inner)
  const stepIn = (advice: typeof now, id: string) => {
    const found = advice.nextSteps.find((step) => step.id === id)
    return found ? { state: found.state, urgency: found.urgency, due: found.dueBy } : null
  }
  return {
    moves: told.flatMap(({ id }) => {
      const [from, to] = [now.decisions[id]?.answer, then.decisions[id]?.answer]
      return from === to ? [] : [{ decision: id, from, to }]
    }),
    steps: pathway.steps.flatMap(({ id }) => {
      const [from, to] = [stepIn(now, id), stepIn(then, id)]
      return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ step: id, from, to }]
    }),
    alerts: pathway.alerts.flatMap(({ id }) => {
      const [before, after] = [now, then].map(({ alerts }) => alerts.some((one) => one.id === id))
      return before === after ? [] : [{ alert: id, isRaised: after }]
    }),
  }
}

/** The same by the quick way, in the same words. */
function quickly(pathway: Pathway, chart: Chart, asking: Asking, set: Policy) {
  const { decisions, stands, changes, reach } = whatIfOf(pathway)
  const changed = changes(chart, stands(chart, asking), {
    asking: { ...asking, policy: { ...asking.policy, ...set } },
    reach: reach(Object.keys(set)),
  })
  const step = (one: (typeof changed.steps)[number]['from']) =>
    one && { state: one.state, urgency: one.urgency, due: one.due === null ? null : formatDay(one.due) }
  return {
    moves: changed.moves.flatMap(({ decision, from, to }) => {
      const { id, inner, answers } = decisions[decision]!
      return inner ? [] : [{ decision: id, from: answers[from], to: answers[to] }]
    }),
    steps: changed.steps.map(({ step: at, from, to }) => ({
      step: pathway.steps[at]!.id,
      from: step(from),
      to: step(to),
    })),
    alerts: changed.alerts.map(({ alert, isRaised }) => ({ alert: pathway.alerts[alert]!.id, isRaised })),
  }
}

/** Some numbers of the pathway, most of them at one end of their bounds, where most people are on the other side. */
const numbers = ({ policy }: Pathway): fc.Arbitrary<Policy> =>
  fc
    .subarray([...policy], { minLength: Math.min(1, policy.length) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          some.map(({ id, min, max }) => [id, fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }))]),
        ),
      ),
    )

const inForce = defaultPolicy(hemifacialSpasm.policy)
const exampleCharts = examples.map(fromPlainFacts)

describe('what if a site set other numbers', () => {
  it('tells of people what their advice would say otherwise, with any numbers, on any day', () => {
    const people = fc.oneof(
      fc.record({ chart: made.people, asOf: fc.integer({ min: made.today, max: made.today + 400 }) }),
      fc.constantFrom(...exampleCharts),
    )
    const otherwise = { moves: 0, steps: 0, alerts: 0 }
    fc.assert(
      fc.property(people, numbers(hemifacialSpasm), ({ chart, asOf }, set) => {
        const asking = { asOf, policy: inForce }
        const found = quickly(hemifacialSpasm, chart, asking, set)
        for (const kind of ['moves', 'steps', 'alerts'] as const) otherwise[kind] += found[kind].length
        expect(found).toEqual(byAdvice(hemifacialSpasm, chart, asking, set))
      }),
      { numRuns: Number(process.env.RUNS ?? 80), endOnFailure: true },
    )
    // Else it was tried with people whom no number touches.
    expect(Math.min(otherwise.moves, otherwise.steps, otherwise.alerts)).toBeGreaterThan(0)
  })

  it('tells the same of any pathway and any chart', () => {
    let otherwise = 0
    fc.assert(
      fc.property(
        cases.chain((one) => numbers(one.pathway).map((set) => ({ ...one, set }))),
        ({ pathway, chart, asking, set }) => {
          const found = quickly(pathway, chart, asking, set)
          otherwise += found.moves.length
          expect(found).toEqual(byAdvice(pathway, chart, asking, set))
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 60), endOnFailure: true },
    )
    expect(otherwise).toBeGreaterThan(0)
  })

  it('moves nobody with the numbers that are in force', () => {
    fc.assert(
      fc.property(made.people, (chart) => {
        expect(quickly(hemifacialSpasm, chart, made.asking, inForce)).toEqual({ moves: [], steps: [], alerts: [] })
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })
})
