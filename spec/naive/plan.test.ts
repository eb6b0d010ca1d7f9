import { type Answering, answersBy, closuresOf, planOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenModule } from '../../bench/written-module.ts'
import { asking, fromPlainFacts } from '../examples/forms.ts'
import * as made from '../promises/people.ts'
import { cases } from './arbitrary.ts'
import { naiveAnswers } from './naive.ts'

const forms: readonly (readonly [string, (pathway: Pathway) => Promise<Answering>, number])[] = [
  ['as functions', async (pathway) => closuresOf(planOf(pathway)), 2000],
  ['as a module', writtenModule, 400],
]

describe.each(forms)('a pathway %s says what a naive reader of the page says', (_, form, runs) => {
  it('of every example patient', async () => {
    const fast = answersBy(hemifacialSpasm, await form(hemifacialSpasm))
    for (const example of examples) {
      const { chart, asOf } = fromPlainFacts(example)
      const expected = naiveAnswers(hemifacialSpasm, chart, asking(asOf))
      expect([example.id, fast(chart, asking(asOf))]).toEqual([example.id, expected])
    }
  })

  it('of people made up around the pathway', async () => {
    const fast = answersBy(hemifacialSpasm, await form(hemifacialSpasm))
    fc.assert(
      fc.property(made.people, (chart) => {
        expect(fast(chart, made.asking)).toEqual(naiveAnswers(hemifacialSpasm, chart, made.asking))
      }),
      { numRuns: 2000 },
    )
  })

  it('of any pathway and any chart', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ pathway, chart, asking: asked }) => {
        expect(answersBy(pathway, await form(pathway))(chart, asked)).toEqual(naiveAnswers(pathway, chart, asked))
      }),
      { numRuns: runs },
    )
  })
})
