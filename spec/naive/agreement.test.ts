import { answersOf } from '@facialis/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from './arbitrary.ts'
import { naiveAnswers } from './naive.ts'

const pairs = Number(process.env.FACIALIS_PAIRS ?? 2000)
const patience = 60_000 + pairs * 20

describe('the engine and the naive evaluator', () => {
  it(
    'give the same answers to made-up pathways and charts',
    () => {
      fc.assert(
        fc.property(cases, ({ pathway, chart, asking }) => {
          expect(answersOf(pathway, chart, asking)).toEqual(naiveAnswers(pathway, chart, asking))
        }),
        { numRuns: pairs },
      )
    },
    patience,
  )
})
