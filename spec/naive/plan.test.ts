import { type Answers, answersBy, answersOf, planOf } from '@facialis/engine'
import { closuresOf } from '@facialis/engine/plan/closures.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Asking, Chart, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenModule } from '../../bench/written-module.ts'
import { asking, fromPlainFacts } from '../examples/forms.ts'
import * as made from '../promises/people.ts'
import { cases } from './arbitrary.ts'
import { naiveAnswers } from './naive.ts'

type Answerer = (pathway: Pathway) => Promise<(chart: Chart, asked: Asking) => Answers>
type Form = Readonly<{
  form: string
  by: Answerer
  as: string
  against: Answerer
  /** One example patient in so many is asked about. */
  oneIn: number
  /** How many made-up people. */
  people: number
}>

const asFunctions: Answerer = async (pathway) => answersBy(pathway, closuresOf(planOf(pathway)))
const asModule: Answerer = async (pathway) => answersBy(pathway, await writtenModule(pathway))
const naively: Answerer = async (pathway) => (chart, asked) => naiveAnswers(pathway, chart, asked)
const asAdvised: Answerer = async (pathway) => (chart, asked) => answersOf(pathway, chart, asked)

/** The naive reader takes his time; the module is held against the functions that were held against him. */
const forms: readonly Form[] = [
  {
    form: 'functions',
    by: asFunctions,
    as: 'a naive reader of the page',
    against: naively,
    oneIn: 3,
    people: 60,
  },
  {
    form: 'a written module',
    by: asModule,
    as: 'the pathway as functions',
    against: asAdvised,
    oneIn: 1,
    people: 200,
  },
]

describe.each(forms)(
  'a pathway as $form says what $as says',
  { timeout: 180_000 },
  ({ by, against, oneIn, people }) => {
    it('of example patients', async () => {
      const [fast, expected] = [await by(hemifacialSpasm), await against(hemifacialSpasm)]
      for (const example of examples.filter((_, i) => i % oneIn === 0)) {
        const { chart, asOf } = fromPlainFacts(example)
        expect([example.id, fast(chart, asking(asOf))]).toEqual([example.id, expected(chart, asking(asOf))])
      }
    })

    it('of people made up around the pathway', async () => {
      const [fast, expected] = [await by(hemifacialSpasm), await against(hemifacialSpasm)]
      fc.assert(
        fc.property(made.people, (chart) => {
          expect(fast(chart, made.asking)).toEqual(expected(chart, made.asking))
        }),
        { numRuns: people },
      )
    })
  },
)

// The functions are what answers in agreement.test.ts, where the naive reader reads any pathway.
it('any pathway as a written module says of any chart what it says as functions', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ pathway, chart, asking: asked }) => {
      expect((await asModule(pathway))(chart, asked)).toEqual((await asAdvised(pathway))(chart, asked))
    }),
    { numRuns: 200 },
  )
})
