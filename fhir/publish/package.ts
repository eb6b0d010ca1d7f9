import type { Pathway } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { own } from '../terms/systems.ts'
import { definedIn } from './check-resources.ts'
import { codeSystems } from './code-systems.ts'
import type { Publishing, Standing } from './described.ts'
import type { Logic } from './expressions.ts'
import { factProfile } from './fact-profile.ts'
import { type LibraryText, libraries, libraryAddress } from './libraries.ts'
import { plans } from './plans.ts'
import { questionnaires } from './questionnaires.ts'
import { activities } from './steps.ts'
import { valueSets } from './value-sets.ts'

/** One file of a FHIR package, by its place in it. */
export type PackageFile = Readonly<{ path: string; text: string }>

/**
 * Everything a pathway is in FHIR: what its facts and answers are called, how it is asked, when what is called for. The
 * conditions name definitions of the libraries; without a library there are no conditions to name, and no plans.
 */
export function publishedResources(
  pathway: Pathway,
  { texts, ...said }: Omit<Publishing, 'pathway'> & Readonly<{ texts: readonly LibraryText[] }>,
): readonly Resource[] {
  const publishing: Publishing = { pathway, ...said }
  return [
    ...codeSystems(publishing),
    ...valueSets(publishing),
    ...questionnaires(publishing),
    ...activities(publishing),
    ...(texts.length === 0 ? [] : plans(publishing, logicOf(texts))),
    factProfile(publishing),
    ...libraries(texts, publishing),
  ]
}

function logicOf(texts: readonly LibraryText[]): Logic {
  const addresses = new Map(
    texts.flatMap((text) => [...definedIn(text.cql)].map((name) => [name, libraryAddress(text)] as const)),
  )
  return (definition) => {
    const address = addresses.get(definition)
    if (address === undefined) throw new Error(`No library defines "${definition}".`)
    return address
  }
}

/** The files of a FHIR package: its manifest, the index of its resources, and each resource. */
export function packageFiles(
  pathway: Pathway,
  standing: Standing,
  resources: readonly Resource[],
): readonly PackageFile[] {
  const files = resources.map((resource) => ({ resource, filename: `${resource.resourceType}-${resource.id}.json` }))
  return [
    { path: 'package/package.json', text: json(manifest(pathway, standing)) },
    {
      path: 'package/.index.json',
      text: json({
        'index-version': 1,
        files: files.map(({ resource, filename }) => ({
          filename,
          resourceType: resource.resourceType,
          id: resource.id,
          url: resource.url,
          version: resource.version,
          ...('kind' in resource ? { kind: resource.kind } : {}),
          ...(typeof resource.type === 'string' ? { type: resource.type } : {}),
        })),
      }),
    },
    ...files.map(({ resource, filename }) => ({ path: `package/${filename}`, text: json(resource) })),
  ]
}

const manifest = ({ id, version, title }: Pathway, { text }: Standing): JsonObject => ({
  name: `facialis.${id}`,
  version,
  description: `${title} (${text})`,
  type: 'Conformance',
  canonical: own,
  url: own,
  title,
  fhirVersions: ['4.0.1'],
  // Whose profiles and extensions are named in what is published.
  dependencies: { 'hl7.fhir.r4.core': '4.0.1', 'hl7.fhir.uv.cpg': '2.0.0', 'hl7.fhir.uv.sdc': '3.0.0' },
  author: 'Facialis',
  license: 'Apache-2.0',
})

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
