import { datedMark } from '@facialis/engine/publish/index.ts'
import { checkResources, packageFiles, publishedResources } from '@facialis/fhir/publish/index.ts'
import { formatDay, type Pathway } from '@facialis/language'
import { today } from '../input/command-line.ts'
import type { CommandIo } from '../io/command-io.ts'
import type { Published } from '../output/published.ts'
import { publishedLibraries } from './cql.ts'
import { tarball } from './tar.ts'
import { validated } from './validate-fhir.ts'

/** The pathway as a FHIR package. Nothing is written that is not valid or leads nowhere. */
export async function fhirPackage(pathway: Pathway, io: CommandIo): Promise<readonly Published[]> {
  const standing = datedMark(pathway)
  const libraries = await publishedLibraries(pathway)
  const texts = libraries.map(({ name, version, text, library }) => ({
    name,
    version,
    cql: text,
    elm: JSON.stringify({ library }),
  }))
  const resources = publishedResources(pathway, { standing, texts, day: formatDay(today(io)) })
  const problems = checkResources(resources)
  if (problems.length > 0)
    throw new Error(
      `The package is inconsistent:\n${problems.map(({ sentence, where }) => `${where}: ${sentence}`).join('\n')}`,
    )
  const counts = Map.groupBy(resources, ({ resourceType }) => resourceType)
  return [
    {
      path: `facialis.${pathway.id}-${pathway.version}.tgz`,
      content: tarball(packageFiles(pathway, standing, resources)),
      says: [[...counts].map(([type, of]) => `${of.length} ${type}`).join(', '), await validated(resources, io)],
    },
  ]
}
