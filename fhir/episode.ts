import type { Pathway } from '@facialis/language'
import { isObject, type JsonObject, objectsIn } from './json/json.ts'
import type { Resource } from './read/resources.ts'
import { own } from './terms/systems.ts'

/** Which plan, and which version of it, an episode follows (canonical). */
const followsExtension = `${own}/StructureDefinition/follows`
const planOf = (id: string): string => `${own}/PlanDefinition/${id}`

/** One person's journey along a pathway, pinned to the version it follows. */
export const episodeResource = ({
  id,
  patientId,
  began,
  pathway,
}: Readonly<{ id: string; patientId: string; began: string; pathway: Pick<Pathway, 'id' | 'version'> }>): Resource => ({
  resourceType: 'EpisodeOfCare',
  id,
  status: 'active',
  patient: { reference: `Patient/${patientId}` },
  period: { start: began },
  extension: [follows(pathway)],
})

const follows = ({ id, version }: Pick<Pathway, 'id' | 'version'>): JsonObject => ({
  url: followsExtension,
  valueCanonical: `${planOf(id)}|${version}`,
})

/** Whether an episode follows a pathway, whichever. */
export const isJourney = ({ resourceType, extension }: Resource): boolean =>
  resourceType === 'EpisodeOfCare' && objectsIn(extension).some(({ url }) => url === followsExtension)

/** The episode along a pathway among somebody's resources, and the version it follows; null where none is kept. */
export function episodeIn(
  resources: readonly Resource[],
  pathway: Pick<Pathway, 'id'>,
): Readonly<{ episode: Resource; version: string }> | null {
  for (const episode of resources) {
    if (episode.resourceType !== 'EpisodeOfCare') continue
    for (const { url, valueCanonical } of objectsIn(episode.extension)) {
      const [plan, version] = String(valueCanonical).split('|')
      if (url === followsExtension && plan === planOf(pathway.id) && version) return { episode, version }
    }
  }
  return null
}

/** The same episode, following another version from now on. */
export const episodeFollowing = (episode: Resource, pathway: Pick<Pathway, 'id' | 'version'>): Resource => ({
  ...episode,
  extension: [
    ...objectsIn(episode.extension).filter((one) => isObject(one) && one.url !== followsExtension),
    follows(pathway),
  ],
})
