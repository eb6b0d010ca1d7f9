import { crowdOf, evaluate, reasonsOf, type StepStatus, standsOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { type Asking, type Chart, defaultPolicy, formatDay, type Pathway, type Policy } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPlainFacts } from '../examples/forms.ts'
import { crowds } from '../naive/arbitrary.ts'
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

/** The same of many people together, in the same words. */
function together(pathway: Pathway, charts: readonly Chart[], asking: Asking, sets: readonly Policy[]) {
  const { decisions, meet, changes } = crowdOf(pathway)
  meet(charts, asking)
  const step = (one: StepStatus | null) =>
    one && { state: one.state, urgency: one.urgency, due: one.due === null ? null : formatDay(one.due) }
  return sets.map((set) =>
    changes({ ...asking.policy, ...set }).map((changed) => ({
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
    })),
  )
}
const oneByOne = (pathway: Pathway, charts: readonly Chart[], asking: Asking, sets: readonly Policy[]) =>
  sets.map((set) => charts.map((chart) => byAdvice(pathway, chart, asking, set)))

/** Some numbers of the pathway, most of them at one end of their bounds, where most people are on the other side. */
const numbers = ({ policy }: Pathway): fc.Arbitrary<Policy> =>
  fc
    .subarray([...policy], { minLength: Math.ceil(policy.length / 2) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(
          some.map(({ id, min, max }) => [id, fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }))]),
        ),
      ),
    )

const inForce = defaultPolicy(hemifacialSpasm.policy)
const ends = (end: 'min' | 'max'): Policy =>
  Object.fromEntries(hemifacialSpasm.policy.map((number) => [number.id, number[end]]))
const exampleCharts = examples.map((example) => fromPlainFacts(example).chart)

describe('what if a site set other numbers', () => {
  it('tells of many people what the advice of each would say otherwise, with any numbers tried in turn, on any day', () => {
    const people = fc.array(fc.oneof(made.people, fc.constantFrom(...exampleCharts)), { minLength: 6, maxLength: 9 })
    const otherwise = { moves: 0, steps: 0, alerts: 0 }
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: made.today, max: made.today + 400 }),
        fc.tuple(numbers(hemifacialSpasm), numbers(hemifacialSpasm)),
        (charts, asOf, sets) => {
          const asking = { asOf, policy: inForce }
          const found = together(hemifacialSpasm, charts, asking, sets)
          for (const one of found.flat())
            for (const kind of ['moves', 'steps', 'alerts'] as const) otherwise[kind] += one[kind].length
          expect(found).toEqual(oneByOne(hemifacialSpasm, charts, asking, sets))
        },
      ),
      {
        numRuns: Number(process.env.RUNS ?? 5),
        endOnFailure: true,
        // Whoever is drawn, these are people whom the numbers touch.
        examples: [[exampleCharts.filter((_, at) => at % 8 === 0), made.today, [ends('min'), ends('max')]]],
      },
    )
    expect(Math.min(otherwise.moves, otherwise.steps, otherwise.alerts)).toBeGreaterThan(0)
  })

  it('counts from a year that is not over as advice does, for each person by themselves', () => {
    const yearOnly = examples.filter(({ id }) => id === 'next-session-from-a-year')
    const charts = [exampleCharts[0]!, ...yearOnly.map((example) => fromPlainFacts(example).chart), exampleCharts[1]!]
    const sets: readonly Policy[] = [
      { minimumReinjectionInterval: 100 },
      { minimumReinjectionInterval: 84, overdueInterval: 300 },
    ]
    const counted: (string | null)[] = []
    for (const asOf of [made.today, made.today + 30, made.today + 60]) {
      const asking = { asOf, policy: inForce }
      const found = together(hemifacialSpasm, charts, asking, sets)
      counted.push(...found.flatMap((all) => all.flatMap(({ steps }) => steps.map(({ to }) => to?.due ?? null))))
      expect(found).toEqual(oneByOne(hemifacialSpasm, charts, asking, sets))
    }
    // A hundred days after the last one of that year.
    expect(counted).toContain('2027-04-10')
  })

  it('tells the same of any pathway and any charts', () => {
    let otherwise = 0
    fc.assert(
      fc.property(
        crowds.chain((one) => fc.tuple(numbers(one.pathway), numbers(one.pathway)).map((sets) => ({ ...one, sets }))),
        ({ pathway, charts, asking, sets }) => {
          const found = together(pathway, charts, asking, sets)
          otherwise += found.flat().flatMap(({ moves }) => moves).length
          expect(found).toEqual(oneByOne(pathway, charts, asking, sets))
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 4), endOnFailure: true },
    )
    expect(otherwise).toBeGreaterThan(0)
  })

  it('tells without reasons what the advice of an example patient tells with them', () => {
    for (const { chart, asOf } of examples.filter((_, at) => at % 12 === 0).map(fromPlainFacts)) {
      const asking = { asOf, policy: inForce }
      const { answers, steps, alerts } = standsOf(hemifacialSpasm, chart, asking)
      const advice = evaluate(hemifacialSpasm, chart, asking)
      for (const { id, scope, inner } of hemifacialSpasm.decisions)
        if (scope === 'patient' && !inner) expect([id, answers[id]]).toEqual([id, advice.decisions[id]?.answer])
      expect(steps).toEqual(new Set(advice.nextSteps.map(({ id }) => id)))
      expect(alerts).toEqual(new Set(advice.alerts.map(({ id }) => id)))
    }
  })

  it('gives the reasons that the whole advice gives, and none for a gate that stands open', () => {
    let [open, reasons] = [0, 0]
    fc.assert(
      fc.property(crowds, ({ pathway, charts, asking }) => {
        const of = pathway.decisions.filter(({ scope, inner }) => scope === 'patient' && !inner)
        for (const chart of charts.slice(0, 3)) {
          const advice = evaluate(pathway, chart, asking)
          const expected = of.map(({ id, body, answers }) => {
            const decided = advice.decisions[id]
            const isOpen = body.kind === 'gate' && decided?.answer === answers.at(-1)
            if (isOpen) open += 1
            // What a reason shuts, waits for and lasts until is worked out for the whole advice alone.
            return isOpen ? [] : decided?.because.map(({ shuts: _, waitsFor: __, until: ___, ...reason }) => reason)
          })
          reasons += expected.flat().length
          expect(reasonsOf(pathway, chart, { asking, of })).toEqual(expected)
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
    expect(open).toBeGreaterThan(0)
    expect(reasons).toBeGreaterThan(0)
  })

  it('moves nobody with the numbers that are in force', () => {
    fc.assert(
      fc.property(fc.array(made.people, { minLength: 1, maxLength: 50 }), (charts) => {
        const [found] = together(hemifacialSpasm, charts, made.asking, [inForce])
        expect(found).toEqual(charts.map(() => ({ moves: [], steps: [], alerts: [] })))
      }),
      { numRuns: 10, endOnFailure: true },
    )
  })
})
