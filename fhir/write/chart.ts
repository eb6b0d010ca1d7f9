import type { Chart, Pathway, Provenance } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { actKindSystem, roleExtension } from '../terms/systems.ts'
import { nativesOf } from './native-resources.ts'
import { ownResources, type Stamp } from './own-resources.ts'

/** About whom a bundle is, when it was made (an instant), and ids that FHIR allows. */
export type Sending = Readonly<{ patientId: string; at: string; newId: () => string; patient?: Resource }>

/** A whole chart as an R4 bundle: `chartFromBundle` gives it back, and other systems find their own resources in it. */
export function bundleOfChart(pathway: Pathway, chart: Chart, { patientId, at, newId, patient }: Sending): Resource {
  const subject = { reference: `Patient/${patientId}` }
  const stampOf = ({ provenance }: Readonly<{ provenance: Provenance }>): Stamp => ({
    meta: { tag: [{ system: actKindSystem, code: 'sent' }] },
    subject,
    person: personOf(provenance),
    at,
    after: [],
  })
  const { observations, screens, entries } = ownResources(pathway, chart, { corrects: false, newId, stampOf })
  const natives = chart.entries.flatMap((record, index) =>
    nativesOf(pathway, record, entries[index] as Resource, stampOf(record)),
  )
  const person = patient ?? { resourceType: 'Patient', id: patientId }
  const resources = [person, ...observations, ...screens, ...entries, ...natives]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: at,
    entry: resources.map((resource) => ({ resource })),
  }
}

const personOf = ({ by, role }: Provenance): JsonObject | null =>
  by === undefined
    ? null
    : { display: by, ...(role === undefined ? {} : { extension: [{ url: roleExtension, valueCode: role }] }) }
