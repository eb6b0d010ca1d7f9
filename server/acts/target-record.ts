import { entryIdOf } from '@facialis/fhir/terms/native-id.ts'
import type { Resource } from '@facialis/record'
import type { OpenRecord } from '../patient/open-chart.ts'
import { resourceKnowledge } from '../search-indexing/resource-knowledge.ts'

type Kept = Pick<OpenRecord, 'id' | 'merged' | 'resources'>
/** As much of an act as tells what it is about. */
type About = Readonly<{
  facts?: Readonly<Record<string, unknown>>
  screens?: readonly string[]
  entries?: readonly Amending[]
  withdraws?: string
}>
type Amending = Readonly<{ id?: string; supersedes?: readonly string[] }>

/**
 * Which of a person's records an entry is written into: that of what it amends, strikes or replaces, so that a mistake stays
 * struck when the records are parted again; else the one in use.
 */
export function recordOfEntry({ id: inUse, merged, resources }: Kept): (entry: Amending) => string {
  if (merged.length === 0) return () => inUse
  const at = new Map(
    resources.flatMap((one) => namesOf(one).map((name) => [name, resourceKnowledge.patientOf(one) ?? inUse])),
  )
  return ({ id, supersedes = [] }) => {
    const places = [...(id === undefined ? [] : [id]), ...supersedes].flatMap((name) => at.get(name) ?? [])
    return onlyOf(places) ?? inUse
  }
}

/** Which of them an act is told in: that in which everything stands that it is about. */
export function recordOfAct({ facts = {}, screens = [], entries = [], withdraws }: About, before: Kept): string {
  const { id: inUse, merged, resources } = before
  if (merged.length === 0) return inUse
  if (withdraws !== undefined) {
    const order = resources.find(({ resourceType, id }) => resourceType === 'Provenance' && id === withdraws)
    return (order && resourceKnowledge.patientOf(order)) ?? inUse
  }
  // What is said of the person is said of whoever has the record in use.
  if (Object.keys(facts).length + screens.length > 0) return inUse
  return onlyOf(entries.map(recordOfEntry(before))) ?? inUse
}

/** What an entry is called by that the resource tells. */
const namesOf = (resource: Resource): readonly string[] => {
  const own = resource.resourceType === 'Observation' ? entryIdOf(resource) : null
  return [`${resource.resourceType}/${resource.id}`, ...(own === null ? [] : [own])]
}

const onlyOf = (places: readonly string[]): string | null => {
  const [one, another] = new Set(places)
  return one !== undefined && another === undefined ? one : null
}
