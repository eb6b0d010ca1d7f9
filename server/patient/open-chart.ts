import { chartFromResources, episodeIn } from '@facialis/fhir'
import { productLinks } from '@facialis/fhir/read/products.ts'
import type { Chart } from '@facialis/language'
import type { Change, Present, Resource, Result } from '@facialis/record'
import type { Ground } from '../ground/ground.ts'
import { referenceTo } from '../ground/reference-to.ts'

/** One person's record, opened once and handed on: what is stored, and what it says. */
export type OpenRecord = Readonly<{
  id: string
  patient: Resource
  resources: readonly Resource[]
  chart: Chart
  /** The version of the pathway that their episode follows. */
  follows: string
  /** Grows with every act. */
  version: number
}>

type Reads = Readonly<{
  patientResources: (id: string) => Promise<readonly Present[]>
  read: (type: string, id: string) => Promise<Result<Present>>
}>

/** What is stored of one person, as it was read. */
export type ReadRecord = Pick<OpenRecord, 'id' | 'patient' | 'resources'>

/** @returns null when nobody has this id */
export async function openChart(
  clinic: Pick<Ground, 'pathway' | 'zone'>,
  view: Reads,
  id: string,
): Promise<OpenRecord | null> {
  const read = await readRecord(view, id)
  return read && understood(clinic, read)
}

/** @returns null when nobody has this id */
export async function readRecord(view: Reads, id: string): Promise<ReadRecord | null> {
  const own = (await view.patientResources(id)).map(({ resource }) => resource)
  const patient = own.find(({ resourceType }) => resourceType === 'Patient')
  if (!patient) return null
  return { id, patient, resources: [...own, ...(await medicinesOf(view, own))] }
}

/** What it says. */
export function understood({ pathway, zone }: Pick<Ground, 'pathway' | 'zone'>, read: ReadRecord): OpenRecord {
  const { chart } = chartFromResources(pathway, read.resources, { zone })
  const follows = episodeIn(read.resources, pathway)?.version ?? pathway.version
  return { ...read, chart, follows, version: versionOf(read.resources) }
}

/** Medicines that other systems keep by themselves are nobody's; what was given or ordered is read with the one it names. */
async function medicinesOf(view: Reads, own: readonly Resource[]): Promise<readonly Resource[]> {
  const ids = new Set(own.flatMap(medicinesNamed))
  const found = await Promise.all([...ids].map((id) => view.read('Medication', id)))
  return found.flatMap((one) => (one.ok ? [one.value.resource] : []))
}

const medicineShape = referenceTo('Medication')

/** The ids of the medicines that were ordered, given or used by it. */
export const medicinesNamed = (resource: Resource): readonly string[] =>
  productLinks(resource).flatMap(({ reference }) => medicineShape.exec(String(reference))?.[1] ?? [])

/** Every act leaves one Provenance, and none is ever removed. */
export const versionOf = (resources: readonly Resource[]): number =>
  resources.filter(({ resourceType }) => resourceType === 'Provenance').length

/** What the record will say once these changes are written: the same reading of the same resources, in the same order. */
export function chartAfter(
  clinic: Pick<Ground, 'pathway' | 'zone'>,
  before: OpenRecord,
  changes: readonly Change[],
): Chart {
  const written = changes.flatMap((change) => (change.method === 'delete' ? [] : [change.resource]))
  const gone = changes.flatMap((change) => (change.method === 'delete' ? [`${change.type}/${change.id}`] : []))
  const replaced = new Set([...written.map(addressOf), ...gone])
  const resources = [...before.resources.filter((resource) => !replaced.has(addressOf(resource))), ...written]
  const inOrder = resources.sort(
    (a, b) => compare(a.resourceType, b.resourceType) || compare(String(a.id), String(b.id)),
  )
  return chartFromResources(clinic.pathway, inOrder, { zone: clinic.zone }).chart
}

const addressOf = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
