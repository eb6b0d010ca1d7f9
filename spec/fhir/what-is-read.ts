/** What comes of a bundle, in short, for the tests of this chapter. */
import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { formatSpan } from '@facialis/language'
import { bundleOf, concept, type Json } from './bundles.ts'

export const read = (bundle: unknown, zone = 'Europe/Vienna') => {
  const outcome = chartFromBundle(hemifacialSpasm, bundle, { zone })
  if (!outcome.ok) throw new Error(`${outcome.problem.sentence} (${outcome.problem.where})`)
  return outcome.value
}
/** What is stated of each fact, in order. */
export const said = (...resources: readonly Json[]): Record<string, unknown> => {
  const facts: Record<string, unknown> = {}
  for (const { fact, value } of read(bundleOf(...resources)).chart.observations)
    facts[fact] =
      'word' in value ? value.word : 'number' in value ? value.number : 'date' in value ? formatSpan(value.date) : value
  return facts
}
export const counts = (...resources: readonly Json[]) => read(bundleOf(...resources)).counts
export const entries = (...resources: readonly Json[]) => read(bundleOf(...resources)).chart.entries
export const problemOf = (bundle: unknown) => {
  const outcome = chartFromBundle(hemifacialSpasm, bundle, { zone: 'UTC' })
  return outcome.ok ? null : outcome.problem
}

export const leftSpasm = concept('icd', 'G51.32')
export const neurologist = {
  resourceType: 'PractitionerRole',
  id: 'n',
  code: [concept('snomed', '56397003')],
  practitioner: { reference: 'Practitioner/d' },
}
