import { chartFromResources } from '@facialis/fhir'
import type { Chart } from '@facialis/language'
import type { Present, Resource } from '@facialis/record'
import type { Clinic } from '../clinic.ts'

/** One person's record, opened once and handed on: what is stored, and what it says. */
export type OpenRecord = Readonly<{
  id: string
  patient: Resource
  resources: readonly Resource[]
  chart: Chart
  /** Grows with every act. */
  version: number
}>

type Reads = Readonly<{ patientResources: (id: string) => Promise<readonly Present[]> }>

/** @returns null when nobody has this id */
export async function openChart(clinic: Pick<Clinic, 'pathway' | 'zone'>, view: Reads, id: string): Promise<OpenRecord | null> {
  const resources = (await view.patientResources(id)).map(({ resource }) => resource)
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient')
  if (!patient) return null
  const { chart } = chartFromResources(clinic.pathway, resources, { zone: clinic.zone })
  return { id, patient, resources, chart, version: versionOf(resources) }
}

/** Every act leaves one Provenance, and none is ever removed. */
const versionOf = (resources: readonly Resource[]): number =>
  resources.filter(({ resourceType }) => resourceType === 'Provenance').length
