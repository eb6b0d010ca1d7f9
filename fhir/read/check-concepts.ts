import { isObject, shown } from '../json/json.ts'
import { at, type Locator, pathOf, within } from '../json/locator.ts'
import type { Reading } from './reading.ts'
import type { Item } from './references.ts'

type Border = Pick<Reading, 'report'>

/**
 * A code written wrongly is a problem, not a code nobody knows: what it says would be lost without a word. Looked at are the
 * members by which a resource says what it is about, and which FHIR has as one CodeableConcept.
 */
export function checkConcepts({ resource, type, where }: Item, border: Border): void {
  switch (type) {
    case 'Observation':
      checkConcept(resource.code, where, 'code', border)
      checkConcept(resource.dataAbsentReason, where, 'dataAbsentReason', border)
      return
    case 'Condition':
    case 'AllergyIntolerance':
      checkConcept(resource.code, where, 'code', border)
      checkConcept(resource.verificationStatus, where, 'verificationStatus', border)
      checkConcept(resource.clinicalStatus, where, 'clinicalStatus', border)
      return
    case 'DiagnosticReport':
    case 'Procedure':
    case 'ServiceRequest':
    case 'Medication':
      checkConcept(resource.code, where, 'code', border)
      return
    case 'MedicationAdministration':
    case 'MedicationStatement':
    case 'MedicationRequest':
      checkConcept(resource.medicationCodeableConcept, where, 'medicationCodeableConcept', border)
  }
}

function checkConcept(json: unknown, where: Locator, name: string, { report }: Border): void {
  if (json === undefined || json === null) return
  if (!isObject(json)) {
    report('wrong-type', `${shown(json)} is not a CodeableConcept.`, pathOf(within(where, name)))
    return
  }
  const { coding } = json
  if (coding === undefined || coding === null) return
  if (!Array.isArray(coding)) {
    const sentence = `The codings of a CodeableConcept are a list, not ${shown(coding)}.`
    report('wrong-type', sentence, pathOf(within(within(where, name), 'coding')))
    return
  }
  for (let i = 0; i < coding.length; i++) {
    const one: unknown = coding[i]
    if (isObject(one) && (one.code === undefined || one.code === null || typeof one.code === 'string')) continue
    report('wrong-type', `${shown(one)} is not a coding.`, pathOf(at(within(within(where, name), 'coding'), i)))
  }
}
