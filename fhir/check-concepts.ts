import { isObject, member, shown } from './json.ts'
import type { Reading } from './reading.ts'
import type { Item } from './references.ts'

/** Members by which a resource says what it is about, and which FHIR has as one CodeableConcept. */
const concepts: Readonly<Record<string, readonly string[]>> = {
  Condition: ['code', 'verificationStatus', 'clinicalStatus'],
  AllergyIntolerance: ['code', 'verificationStatus', 'clinicalStatus'],
  Observation: ['code', 'dataAbsentReason'],
  DiagnosticReport: ['code'],
  Procedure: ['code'],
  ServiceRequest: ['code'],
  MedicationAdministration: ['medicationCodeableConcept'],
  MedicationStatement: ['medicationCodeableConcept'],
  MedicationRequest: ['medicationCodeableConcept'],
  Medication: ['code'],
}

/** A code written wrongly is a problem, not a code nobody knows: what it says would be lost without a word. */
export function checkConcepts({ resource, type, where }: Item, { report }: Pick<Reading, 'report'>): void {
  for (const name of (Object.hasOwn(concepts, type) ? concepts[type] : undefined) ?? []) {
    const json = resource[name]
    if (json === undefined || json === null) continue
    const place = member(where, name)
    if (!isObject(json)) {
      report('wrong-type', `${shown(json)} is not a CodeableConcept.`, place)
      continue
    }
    const { coding } = json
    if (coding === undefined || coding === null) continue
    if (!Array.isArray(coding)) {
      report('wrong-type', `The codings of a CodeableConcept are a list, not ${shown(coding)}.`, `${place}.coding`)
      continue
    }
    coding.forEach((one: unknown, index) => {
      const isCoding = isObject(one) && (one.code === undefined || one.code === null || typeof one.code === 'string')
      if (!isCoding) report('wrong-type', `${shown(one)} is not a coding.`, `${place}.coding[${index}]`)
    })
  }
}
