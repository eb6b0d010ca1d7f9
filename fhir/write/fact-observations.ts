import { type Chart, type Day, formatDay, type Pathway } from '@facialis/language'
import type { Resource } from '../read/resources.ts'
import { factProfileAddress } from '../terms/systems.ts'
import { ownResources } from './own-resources.ts'

/** About whom, for which day it was worked out, and ids that FHIR allows. */
export type FactsOf = Readonly<{ patientId: string; asOf: Day; newId: () => string }>

/**
 * A chart that says each thing once (see `normalChart`) as Fact Observations, which published logic reads: one for each
 * fact, one for each entry with its fields as components. What nobody was asked is left out.
 */
export function factObservations(
  pathway: Pathway,
  settled: Chart,
  { patientId, asOf, newId }: FactsOf,
): readonly Resource[] {
  const { observations, entries } = ownResources(pathway, settled, {
    corrects: false,
    newId,
    stampOf: () => ({
      meta: { profile: [factProfileAddress] },
      subject: { reference: `Patient/${patientId}` },
      person: null,
      at: `${formatDay(asOf)}T00:00:00Z`,
      after: [],
    }),
  })
  return [...observations, ...entries]
}
