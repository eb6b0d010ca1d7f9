import { bundleOfChart, chartFromBundle, chartFromPlainFacts } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Example, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import type { Chart, Day } from '@facialis/language'

export type Asked = Readonly<{ chart: Chart; asOf: Day }>

/** An example as plain facts, read. */
export const fromPlainFacts = (example: Example): Asked => {
  const read = chartFromPlainFacts(hemifacialSpasm, plainFactsOf(example))
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
  if (read.value.asOf === null) throw new Error('An example says for which day it is.')
  return { chart: read.value.chart, asOf: read.value.asOf }
}

/** A chart as the bundle it would travel in. */
export const bundleOf = ({ chart }: Asked): unknown => {
  let written = 0
  const newId = () => `written-${++written}`
  return bundleOfChart(hemifacialSpasm, chart, { patientId: 'demo', at: '2028-12-31T12:00:00Z', newId })
}

/** The same chart sent as a bundle, as text, and read again. */
export const throughABundle = (asked: Asked): Asked => {
  const read = chartFromBundle(hemifacialSpasm, JSON.parse(JSON.stringify(bundleOf(asked))), { zone: 'UTC' })
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.sentence}`)
  return { chart: read.value.chart, asOf: asked.asOf }
}

export const asking = (asOf: Day) => ({ asOf, policy: {} })
