import { codingsOf } from './concept.ts'
import { isObject, isText, type JsonObject, objectsIn } from './json.ts'
import type { Reading } from './reading.ts'
import type { Item } from './references.ts'
import { isNoSnomedCode, termSystem } from './systems.ts'
import { nothing, type Understood } from './understood.ts'

/** Why it was done, as far as the pathway knows the reason; any other coded reason is the pathway's "other". */
export function reasonsIn({ resource }: Item, reading: Pick<Reading, 'terms' | 'references'>): Understood {
  const concepts = reasonConcepts(resource, reading)
  const known = reading.terms.meaningsOf('reason', concepts)
  if (known.rows.length > 0) return known
  if (!codingsOf(concepts).some(saysSomething)) return sitesIn(resource, reading)
  return reading.terms.meaningsOf('reason', { system: termSystem, code: 'reason.other' })
}

/**
 * "Unknown" has a code, too, and is no other reason; of a code without its system nobody can tell what it says, nor of a number
 * that was mistyped.
 */
const saysSomething = ({ system, code }: JsonObject): boolean =>
  isText(system) && isText(code) && !absences.has(system) && !isNoSnomedCode(system, code)

const absences: ReadonlySet<unknown> = new Set([
  'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  'http://hl7.org/fhir/v3/NullFlavor',
])

/** What the places say, where each of them is known: beside a neck, a place that nobody here knows may be the face. */
function sitesIn(resource: JsonObject, { terms }: Pick<Reading, 'terms'>): Understood {
  const places = sitesOf(resource).flat().filter(isObject)
  const isKnown = places.every((place) => terms.meaningsOf('body-site', place) !== nothing)
  return isKnown ? terms.meaningsOf('body-site', places) : nothing
}

export const reasonConcepts = (resource: JsonObject, reading: Pick<Reading, 'references'>): readonly unknown[] => [
  resource.reasonCode,
  ...(Array.isArray(resource.reasonReference) ? resource.reasonReference : []).map(
    (reference) => reading.references.find(reference, resource)?.resource.code,
  ),
  // What is handed out says nothing of a reason: it is that of the order it is handed out on.
  ...objectsIn(resource.authorizingPrescription).map(
    (order) => reading.references.find(order, resource)?.resource.reasonCode,
  ),
]

export const sitesOf = (resource: JsonObject): readonly unknown[] => [
  resource.bodySite,
  isObject(resource.dosage) ? resource.dosage.site : undefined,
  ...objectsIn(resource.dosage).map((dosage) => dosage.site),
  ...objectsIn(resource.dosageInstruction).map((dosage) => dosage.site),
]
