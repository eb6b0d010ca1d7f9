import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { own } from '@facialis/fhir/terms/systems.ts'
import type { DurableRecord, Resource } from '@facialis/record'
import { type OpenRecord, readRecord } from './open-chart.ts'

/** How a kept file is named in a resource. */
export const fileSystem = `${own}/attachment`

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

/** The same for a file of which one knows whose it is; nobody's files are hidden from nobody. */
export const hiddenFilesOf = async (
  record: Parameters<typeof readRecord>[0],
  patientId: string | null,
): Promise<ReadonlySet<string>> =>
  patientId === null ? new Set() : hiddenFilesIn((await readRecord(record, patientId))?.resources ?? [])

/** Every file of somebody, hidden or not, in whichever of their records it was kept. */
export const filesOf = async (
  { attachments }: Pick<DurableRecord, 'attachments'>,
  { id, merged }: Pick<OpenRecord, 'id' | 'merged'>,
): Promise<Awaited<ReturnType<DurableRecord['attachments']['list']>>> =>
  (await Promise.all([id, ...merged].map((patientId) => attachments.list({ patientId }))))
    .flat()
    .sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0))

type Kept = NonNullable<Awaited<ReturnType<DurableRecord['attachments']['get']>>>

/** A file of somebody that may be shown, in whichever of their records it was kept. */
export async function shownFile(
  record: Parameters<typeof readRecord>[0] & Pick<DurableRecord, 'attachments'>,
  { patientId, fileId }: Readonly<{ patientId: string; fileId: string }>,
): Promise<Kept | null> {
  const file = await record.attachments.get(fileId)
  const whose = file && (await readRecord(record, patientId))
  if (!whose || ![whose.id, ...whose.merged].some((id) => id === file.patientId)) return null
  return hiddenFilesIn(whose.resources).has(fileId) ? null : file
}
