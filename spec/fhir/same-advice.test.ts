import { answersOf, evaluate } from '@facialis/engine'
import { bundleOfChart, chartFromBundle, chartFromPlainFacts, plainFromChart } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Advice, Chart, Day } from '@facialis/language'
import { describe, expect, it } from 'vitest'

const through = (example: (typeof examples)[number]): Readonly<{ chart: Chart; asOf: Day }> => {
  const read = chartFromPlainFacts(hemifacialSpasm, plainFactsOf(example))
  if (!read.ok || read.value.asOf === null) throw new Error(`${example.id} cannot be read`)
  return { chart: read.value.chart, asOf: read.value.asOf }
}

/** Where a statement came from differs from form to form; what follows from it does not. */
const withoutSources = (advice: Advice): unknown =>
  JSON.parse(JSON.stringify(advice, (key, value) => (key === 'source' ? undefined : value)))

const counter = () => {
  let next = 0
  return () => `id-${++next}`
}

/** The same chart, sent and received in each form. */
function forms(chart: Chart, asOf: Day): readonly Chart[] {
  const sending = { patientId: 'p', at: '2026-11-23T09:00:00Z', newId: counter() }
  const sent: unknown = JSON.parse(JSON.stringify(bundleOfChart(hemifacialSpasm, chart, sending)))
  const plain: unknown = JSON.parse(JSON.stringify(plainFromChart(hemifacialSpasm, chart, asOf)))
  const [bundle, again] = [
    chartFromBundle(hemifacialSpasm, sent, { zone: 'UTC' }),
    chartFromPlainFacts(hemifacialSpasm, plain),
  ]
  if (!bundle.ok) throw new Error(bundle.problem.sentence)
  if (!again.ok) throw new Error(again.problem.sentence)
  return [bundle.value.chart, again.value.chart]
}

describe('the same person, as plain facts, as a bundle and as plain facts again,', () => {
  it.each(examples.map((example) => [example.id, example] as const))('gets the same answers: %s', (_id, example) => {
    const { chart, asOf } = through(example)
    const answers = (of: Chart) => answersOf(hemifacialSpasm, of, { asOf, policy: {} })
    for (const form of forms(chart, asOf)) expect(answers(form)).toEqual(answers(chart))
  })

  // Advice with all its reasons takes its time; the answers above are the whole set.
  const some = examples.filter((_example, index) => index % 20 === 0)
  it.each(some.map((example) => [example.id, example] as const))(
    'gets the same advice to the last reason: %s',
    (_id, example) => {
      const { chart, asOf } = through(example)
      const advice = (of: Chart) => withoutSources(evaluate(hemifacialSpasm, of, { asOf, policy: {} }))
      const expected = advice(chart)
      for (const form of forms(chart, asOf)) expect(advice(form)).toEqual(expected)
    },
  )
})
