import { evaluate } from '@facialis/engine'
import { chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Example, examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Advice, Chart, Day } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { claimed } from './claimed.ts'

type Asked = Readonly<{ chart: Chart; asOf: Day }>

const throughPlainFacts = (example: Example): Asked => {
  const read = chartFromPlainFacts(hemifacialSpasm, plainFactsOf(example))
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
  if (read.value.asOf === null) throw new Error('An example says for which day it is.')
  return { chart: read.value.chart, asOf: read.value.asOf }
}

const adviceFor = ({ chart, asOf }: Asked): Advice => evaluate(hemifacialSpasm, chart, { asOf, policy: {} })

describe('example patients, from plain facts', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const { said, expected } = claimed(example.expected, adviceFor(throughPlainFacts(example)))
    expect(said).toEqual(expected)
  })
})
