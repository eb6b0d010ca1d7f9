import { evaluate } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { expect, it } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'

it('advice does not hang on who was asked about before, nor under which policy', () => {
  const people = examples.filter((_, index) => index % 45 === 0).map((example) => fromPlainFacts(example))
  const policies: readonly Readonly<Record<string, number>>[] = [
    {},
    { minimumReinjectionInterval: 182, triageDue: 8, firstVisitDue: 98, mriOrderDue: 28, diagnosisDue: 28 },
  ]
  for (const { chart, asOf } of people)
    for (const policy of policies) {
      const asked = { ...asking(asOf), policy }
      // Of a pathway that nobody was asked about before, nothing is remembered.
      expect(evaluate(pathway, chart, asked)).toEqual(evaluate({ ...pathway }, chart, asked))
    }
})
