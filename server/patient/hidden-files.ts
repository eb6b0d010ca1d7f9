import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import type { Resource } from '@facialis/record'

/** How a kept file is named in a resource. */
export const fileSystem = 'https://facialis.invalid/attachment'

/** The files of a person that nobody may be shown: each is denied by a Consent of its own. */
export const hiddenFilesIn = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(resources.flatMap(deniedBy))

function deniedBy({ resourceType, status, provision }: Resource): readonly string[] {
  if (resourceType !== 'Consent' || status !== 'active' || !isObject(provision) || provision.type !== 'deny') return []
  return objectsIn(provision.data).flatMap(({ reference }) => {
    const identifier = isObject(reference) ? reference.identifier : null
    return isObject(identifier) && identifier.system === fileSystem ? String(identifier.value) : []
  })
}

type Reads = Readonly<{
  patientResources: (id: string) => Promise<readonly Readonly<{ resource: Resource }>[]>
}>

/** The same for a file of which one knows whose it is; nobody's files are hidden from nobody. */
export const hiddenFilesOf = async (record: Reads, patientId: string | null): Promise<ReadonlySet<string>> =>
  patientId === null
    ? new Set()
    : hiddenFilesIn((await record.patientResources(patientId)).map(({ resource }) => resource))
