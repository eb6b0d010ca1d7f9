import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { bundleOf, concept, type Json, observation } from './bundles.ts'

/** A bundle as another system exports it, read. @throws when it cannot be */
export const read = (bundle: Json, zone = 'Europe/Vienna') => {
  const outcome = chartFromBundle(hemifacialSpasm, bundle, { zone })
  if (!outcome.ok) throw new Error(`${outcome.problem.sentence} (${outcome.problem.where})`)
  return outcome.value
}
export const of = (...resources: readonly Json[]) => read(bundleOf(...resources))
/** The answers in it, by fact. */
export const said = (...resources: readonly Json[]): Record<string, unknown> =>
  Object.fromEntries(
    of(...resources).chart.observations.map(({ fact, value }) => [fact, 'word' in value ? value.word : value]),
  )
export const entries = (...resources: readonly Json[]) => of(...resources).chart.entries
export const whys = (...resources: readonly Json[]) => (of(...resources).chart.ignored ?? []).map(({ why }) => why)
const answer = (word: string): Json => ({
  valueCodeableConcept: { coding: [{ system: 'https://facialis.invalid/answer', code: word }] },
})
export const finding = (fact: string, word: string, more: Json = {}) =>
  observation(concept('fact', fact), { ...answer(word), ...more })
export const bare = (system: string, bareCode: string): Json => ({
  medicationCodeableConcept: { coding: [{ system, code: bareCode }] },
})
