import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answersOf } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromPlainFacts } from '../../spec/examples/forms.ts'
import { madeUpPeople } from '../made-up-people.ts'
import { answersByHand } from './index.ts'

const exampleCases = examples.map((example) => ({ id: example.id, ...fromPlainFacts(example) }))
describe('the decisions written by hand, which the engine is measured against', () => {
  it('answer every example person as the engine does', () => {
    for (const { id, chart, asOf } of exampleCases) {
      const asking = { asOf, policy: {} }
      expect(answersByHand(chart, asking), id).toEqual(answersOf(pathway, chart, asking))
    }
  })

  it.each(Object.entries(madeUpPeople))('answer %s as the engine does', (_, people) => {
    fc.assert(
      fc.property(people, ({ chart, asking }) => {
        expect(answersByHand(chart, asking)).toEqual(answersOf(pathway, chart, asking))
      }),
      { seed: 3, numRuns: 250 },
    )
  })

  it('are compared over people of whom each decision is answered in every way', () => {
    const given = exampleCases.map(({ chart, asOf }) => answersByHand(chart, { asOf, policy: {} }))
    for (const { id, answers } of pathway.decisions.filter(({ scope }) => scope === 'patient'))
      expect(new Set(given.map((one) => one[id as keyof typeof one])), id).toEqual(new Set(answers))
  })

  it('take no rule from the pathway and nothing from the engine', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts'))
    const from = files.flatMap((name) => [
      ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/(?:from|import) '([^']+)'/g),
    ])
    expect(
      from.map(([, path]) => path).filter((path) => !path?.startsWith('./') && path !== '@facialis/language'),
    ).toEqual([])
  })
})
