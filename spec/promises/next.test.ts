import { evaluate, nextOf } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { expect, it } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'

it('what to do and to ask next is the same whether it is asked for alone or with all advice', () => {
  for (const example of examples.filter((_, index) => index % 4 === 0)) {
    const { chart, asOf } = fromPlainFacts(example)
    const { nextSteps, missing } = evaluate(pathway, chart, asking(asOf))
    expect(nextOf(pathway, chart, asking(asOf)), example.id).toEqual({ nextSteps, missing })
  }
})
