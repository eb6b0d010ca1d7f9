import { bundleOfChart, chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { fromPlainFacts } from '../examples/forms.ts'

type Bundle = Readonly<{ resourceType: 'Bundle'; entry: readonly Readonly<{ resource: { resourceType: string } }>[] }>

/** Every example person as the bundle they would travel in, all asked about on one day. */
export const people = examples.map((example, index) => {
  let written = 0
  const id = `demo-${index}`
  const newId = () => `${id}-${++written}`
  const bundle = bundleOfChart(hemifacialSpasm, fromPlainFacts(example).chart, {
    patientId: id,
    at: '2028-12-31T12:00:00Z',
    newId,
  }) as unknown as Bundle
  const read = chartFromBundle(hemifacialSpasm, bundle, { zone: 'UTC' })
  if (!read.ok) throw new Error(read.problem.sentence)
  return { id, bundle, chart: read.value.chart }
})
