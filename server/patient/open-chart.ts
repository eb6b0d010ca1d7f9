import { chartFromResources, episodeIn } from '@facialis/fhir'
import { besideInUse } from '@facialis/fhir/read/linked-people.ts'
import { productLinks } from '@facialis/fhir/read/products.ts'
import type { Chart } from '@facialis/language'
import type { Change, RecordView, Resource } from '@facialis/record'
import type { CoreContext } from '../core/core-context.ts'
import { referencePattern } from '../core/reference-pattern.ts'
import { notFound, ok, type Refusal, type Result, refuse } from '../core/refusal.ts'
import { resourceKnowledge } from '../search-indexing/resource-knowledge.ts'
import { type Patients, patientsIn, type SamePerson, samePersonAmong } from './same-person.ts'

/** One person's record, opened once and handed on: what is stored, and what it says. */
export type OpenRecord = Readonly<{
  /** Of the record that is in use, by whichever of the person's records it was asked for. */
  id: string
  patient: Resource
  /** What stands in it and in those that were merged into it. */
  resources: readonly Resource[]
  merged: SamePerson['merged']
  unread: SamePerson['unread']
  chart: Chart
  /** The version of the pathway that their episode follows. */
  follows: string
  /** Grows with every act. */
  version: number
}>

type Reads = Pick<RecordView, 'patientResources' | 'read' | 'search'>

/** What is stored of one person, as it was read. */
export type ReadRecord = Pick<OpenRecord, 'id' | 'patient' | 'resources' | 'merged' | 'unread'>

/** @returns null when nobody has this id */
export async function openChart(
  clinic: Pick<CoreContext, 'pathway' | 'zone'> & Looking,
  view: Reads,
  id: string,
): Promise<OpenRecord | null> {
  const read = await readRecord(view, id, clinic)
  return read && interpretRecord(clinic, read)
}

/** The same for whoever means this record and no other: one that was merged says into which. */
export async function openInUse(
  clinic: Pick<CoreContext, 'pathway' | 'zone'>,
  view: Reads,
  id: string,
): Promise<Result<OpenRecord>> {
  const open = await openChart(clinic, view, id)
  if (open === null) return notFound()
  return open.id === id ? ok(open) : mergedInto(id, open.id)
}

const mergedInto = (id: string, instead: string): Refusal =>
  refuse(
    409,
    'merged',
    `Patient/${id} was merged into Patient/${instead}: read and write there. The contents of both are read there.`,
    { instead },
  )

/** Whom links are followed among: who opens many records looks for those that name any of them at once. Default: the view. */
type Looking = Readonly<{ patients?: Patients }>

/** @returns null when nobody has this id */
export async function readRecord(
  view: Reads,
  id: string,
  { patients = patientsIn(view) }: Looking = {},
): Promise<ReadRecord | null> {
  const first = (await view.patientResources(id)).map(({ resource }) => resource)
  const asked = first.find(isPatient)
  if (!asked) return null
  const { inUse, merged, unread } = await samePersonAmong(patients, asked)
  const all = [...first]
  for (const other of [inUse, ...merged])
    if (other !== id) all.push(...(await view.patientResources(other)).map(({ resource }) => resource))
  const patient = all.find((one) => isPatient(one) && one.id === inUse)
  if (!patient) return null
  const own = merged.length === 0 ? all : all.map((one) => toldBeside(patient, one)).sort(inOrder)
  return { id: inUse, patient, resources: [...own, ...(await medicinesOf(view, own))], merged, unread }
}

const isPatient = ({ resourceType }: Resource): boolean => resourceType === 'Patient'

const toldBeside = (patient: Resource, one: Resource): Resource =>
  isPatient(one) && one.id !== patient.id ? besideInUse(patient, one) : one

/** What it says. */
export function interpretRecord(
  { pathway, zone }: Pick<CoreContext, 'pathway' | 'zone'>,
  read: ReadRecord,
): OpenRecord {
  const { chart } = chartFromResources(pathway, read.resources, { zone })
  const follows = episodeOf(read, pathway)?.version ?? pathway.version
  return { ...read, chart, follows, version: versionOf(read.resources) }
}

/** Their episode, and the version it follows: that of the record in use before any other. */
export const episodeOf = (
  { id, resources }: Pick<ReadRecord, 'id' | 'resources'>,
  pathway: Pick<CoreContext['pathway'], 'id'>,
): ReturnType<typeof episodeIn> =>
  episodeIn(
    resources.filter((one) => resourceKnowledge.patientOf(one) === id),
    pathway,
  ) ?? episodeIn(resources, pathway)

/** Medicines that other systems keep by themselves are nobody's; what was given or ordered is read with the one it names. */
async function medicinesOf(view: Reads, own: readonly Resource[]): Promise<readonly Resource[]> {
  const ids = new Set(own.flatMap(medicinesNamed))
  const found = await Promise.all([...ids].map((id) => view.read('Medication', id)))
  return found.flatMap((one) => (one.ok ? [one.value.resource] : []))
}

const medicineShape = referencePattern('Medication')

/** The ids of the medicines that were ordered, given or used by it. */
export const medicinesNamed = (resource: Resource): readonly string[] =>
  productLinks(resource).flatMap(({ reference }) => medicineShape.exec(String(reference))?.[1] ?? [])

/** Every act leaves one Provenance, and none is ever removed. */
const versionOf = (resources: readonly Resource[]): number =>
  resources.filter(({ resourceType }) => resourceType === 'Provenance').length

/** What the record will say once these changes are written: the same reading of the same resources, in the same order. */
export function chartAfter(
  clinic: Pick<CoreContext, 'pathway' | 'zone'>,
  before: OpenRecord,
  changes: readonly Change[],
): Chart {
  const written = changes.flatMap((change) => (change.method === 'delete' ? [] : [change.resource]))
  const gone = changes.flatMap((change) => (change.method === 'delete' ? [`${change.type}/${change.id}`] : []))
  const replaced = new Set([...written.map(addressOf), ...gone])
  const resources = [...before.resources.filter((resource) => !replaced.has(addressOf(resource))), ...written]
  const patient = written.find((one) => isPatient(one) && one.id === before.id) ?? before.patient
  const own = resources.map((one) => toldBeside(patient, one))
  return chartFromResources(clinic.pathway, own.sort(inOrder), { zone: clinic.zone }).chart
}

const inOrder = (a: Resource, b: Resource): number =>
  compare(a.resourceType, b.resourceType) || compare(String(a.id), String(b.id))

const addressOf = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
