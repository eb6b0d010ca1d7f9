import type { Chart, Pathway } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Problem } from '../json/outcome.ts'
import type { Counts } from './counts.ts'
import { bearsOnChart, readResources } from './read-resources.ts'
import { itemOf, referencesAmong } from './references.ts'

/** A FHIR resource, as far as this room needs to know one. */
export type Resource = Readonly<{ resourceType: string; id?: string }> & JsonObject

export type ResourcesChart = Readonly<{ chart: Chart; counts: Readonly<Counts>; problems: readonly Problem[] }>

/**
 * The chart of one person from their stored resources. Never fails: what cannot be read is unknown, and listed in
 * `problems` (`where` begins with the address of the resource). Whether all belong to one person is the caller's matter.
 */
export function chartFromResources(
  pathway: Pathway,
  resources: readonly Resource[],
  { zone }: Readonly<{ zone: string }>,
): ResourcesChart {
  const problems: Problem[] = []
  const items = resources.map((resource, index) =>
    itemOf(resource, typeof resource.id === 'string' ? `${resource.resourceType}/${resource.id}` : `[${index}]`),
  )
  const report = (code: string, sentence: string, where: string): void => {
    problems.push({ code, sentence, where })
  }
  const references = referencesAmong(items.filter(({ type }) => bearsOnChart(type)))
  return { ...readResources(pathway, items, { zone, report, references }), problems }
}
