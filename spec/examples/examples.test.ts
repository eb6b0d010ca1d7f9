import { answersOf, evaluate } from '@facialis/engine'
import { bundleOfChart, chartFromBundle, chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Example, examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Advice, Chart, Day } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { claimed } from './claimed.ts'

type Asked = Readonly<{ chart: Chart; asOf: Day }>

const fromPlainFacts = (example: Example): Asked => {
  const read = chartFromPlainFacts(hemifacialSpasm, plainFactsOf(example))
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
  if (read.value.asOf === null) throw new Error('An example says for which day it is.')
  return { chart: read.value.chart, asOf: read.value.asOf }
}

/** The same chart sent as a bundle, as text, and read again. */
const throughABundle = ({ chart, asOf }: Asked): Asked => {
  let written = 0
  const newId = () => `written-${++written}`
  const bundle = bundleOfChart(hemifacialSpasm, chart, { patientId: 'demo', at: '2028-12-31T12:00:00Z', newId })
  const sent = JSON.stringify(bundle)
  const read = chartFromBundle(hemifacialSpasm, JSON.parse(sent), { zone: 'UTC' })
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
  return { chart: read.value.chart, asOf }
}

const asking = (asOf: Day) => ({ asOf, policy: {} })
const adviceFor = ({ chart, asOf }: Asked): Advice => evaluate(hemifacialSpasm, chart, asking(asOf))
const answersFor = ({ chart, asOf }: Asked) => answersOf(hemifacialSpasm, chart, asking(asOf))

const rows = examples.map((example) => [example.id, example] as const)

describe('example patients, from plain facts', () => {
  test.each(rows)('%s', (_, example) => {
    const { said, expected } = claimed(example.expected, adviceFor(fromPlainFacts(example)))
    expect(said).toEqual(expected)
  })
})

describe('example patients get the same answers when they arrive as a bundle', () => {
  test.each(rows)('%s', (_, example) => {
    const asked = fromPlainFacts(example)
    expect(answersFor(throughABundle(asked))).toEqual(answersFor(asked))
  })
})

describe('the tricky patients get the same details, steps and alerts when they arrive as a bundle', () => {
  test.each(rows.filter(([id]) => id.startsWith('tricky-')))('%s', (_, example) => {
    const asked = fromPlainFacts(example)
    expect(gist(adviceFor(throughABundle(asked)))).toEqual(gist(adviceFor(asked)))
  })
})

/** What is advised, without where each fact was written. */
function gist(advice: Advice) {
  return {
    decisions: Object.entries(advice.decisions).map(([id, d]) => ({
      id,
      answer: d.answer,
      detail: d.detail,
      missing: d.missing,
    })),
    steps: advice.nextSteps.map(({ id, state, dueBy, urgency }) => ({ id, state, dueBy, urgency })),
    alerts: advice.alerts.map((alert) => alert.id),
    holdsUntil: advice.holdsUntil,
  }
}
