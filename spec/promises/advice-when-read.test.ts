import { askedChart, evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Advice, Asking, Chart, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'
import { casesWithSteps } from '../naive/arbitrary-steps.ts'

type Case = Readonly<{ pathway: Pathway; chart: Chart; asking: Asking }>
type Read = Readonly<{ where: string; value: () => unknown }>

/** Every part of advice that can be read by itself, and how. */
const partsOf = (advice: Advice): readonly Read[] => [
  ...Object.entries(Object.getOwnPropertyDescriptors(advice))
    .filter(([name]) => name !== 'decisions')
    .map(([name]) => ({ where: name, value: () => advice[name as keyof Advice] })),
  ...Object.keys(advice.decisions).flatMap((id) =>
    (['answer', 'detail', 'because', 'missing', 'whyNot'] as const).map((part) => ({
      where: `${id}: ${part}`,
      value: () => advice.decisions[id]?.[part],
    })),
  ),
]

const written = (parts: readonly Read[]): ReadonlyMap<string, string> =>
  new Map(parts.map(({ where, value }) => [where, JSON.stringify(value())]))

/** Of the same person: all at once, and in an order by which what is usually worked out first comes last. */
function expectTheSame({ pathway, chart, asking }: Case, inOrder: (parts: readonly Read[]) => readonly Read[]): void {
  const whole = evaluate(pathway, chart, asking)
  const asked = askedChart(pathway, chart, asking).advice()
  const parts = written(inOrder(partsOf(asked)))
  for (const [where, value] of written(partsOf(whole))) expect(parts.get(where), where).toBe(value)
  expect(JSON.stringify(asked)).toBe(JSON.stringify(whole))
}

describe('advice says the same in whatever order, and however little of it, is read', () => {
  test('of example people, backwards', () => {
    for (const example of examples.filter((_, i) => i % 5 === 0)) {
      const { chart, asOf } = fromPlainFacts(example)
      expectTheSame({ pathway: hemifacialSpasm, chart, asking: asking(asOf) }, (parts) => parts.toReversed())
    }
  })

  test('of any pathway, in any order', () => {
    fc.assert(
      fc.property(casesWithSteps, fc.infiniteStream(fc.nat()), (one, order) => {
        expectTheSame(one, (parts) =>
          parts
            .map((part) => ({ part, at: order.next().value as number }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ part }) => part),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('each part read alone', () => {
    const people = examples.filter((_, i) => i % 40 === 0).map(fromPlainFacts)
    for (const { chart, asOf } of people) {
      const whole = written(partsOf(evaluate(hemifacialSpasm, chart, asking(asOf))))
      for (const where of ['holdsUntil', 'nextSteps', 'missing', 'alerts', 'stage: because', 'botulinum: because']) {
        const [part] = partsOf(askedChart(hemifacialSpasm, chart, asking(asOf)).advice()).filter(
          (one) => one.where === where,
        )
        expect(JSON.stringify(part?.value()), where).toBe(whole.get(where))
      }
    }
  })

  test('and whoever keeps it from being changed before it is read may do so', () => {
    const { chart, asOf } = fromPlainFacts(examples[0] as (typeof examples)[number])
    const asked = Object.freeze(askedChart(hemifacialSpasm, chart, asking(asOf)).advice())
    Object.freeze(asked.decisions.botulinum)
    expect(JSON.stringify(asked)).toBe(JSON.stringify(evaluate(hemifacialSpasm, chart, asking(asOf))))
  })
})
