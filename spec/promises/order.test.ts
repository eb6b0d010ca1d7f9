import { evaluate } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { expect, it } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'

it('advice does not hang on who was asked about before, nor under which policy', () => {
  const people = examples.filter((_, index) => index % 12 === 0).map((example) => fromPlainFacts(example))
  const advice = people.map(({ chart, asOf }) => JSON.stringify(evaluate(pathway, chart, asking(asOf))))
  for (const [index, { chart, asOf }] of [...people.entries()].reverse()) {
    evaluate(pathway, chart, { asOf, policy: { minimumReinjectionInterval: 182, otherToxinInterval: 182 } })
    expect(JSON.stringify(evaluate(pathway, chart, asking(asOf)))).toBe(advice[index])
  }
})
