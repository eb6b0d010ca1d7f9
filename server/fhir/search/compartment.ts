import type { Where } from '@facialis/record'
import { parametersOf } from '../../search-indexing/parameters.ts'
import { keptUnder } from '../../search-indexing/values.ts'

/**
 * By which parameters a resource is in the compartment of a patient, as FHIR R4 publishes it; a test holds the table
 * against `CompartmentDefinition/patient`. A type that is not here is in nobody's.
 */
export const compartmentLinks: Readonly<Record<string, readonly string[]>> = {
  Patient: ['link'],
  RelatedPerson: ['patient'],
  Observation: ['subject', 'performer'],
  Condition: ['patient', 'asserter'],
  Procedure: ['patient', 'performer'],
  MedicationRequest: ['subject'],
  MedicationAdministration: ['patient', 'performer', 'subject'],
  MedicationStatement: ['subject'],
  MedicationDispense: ['subject', 'patient', 'receiver'],
  ServiceRequest: ['subject', 'performer'],
  DiagnosticReport: ['subject'],
  ImagingStudy: ['patient'],
  Consent: ['patient'],
  AllergyIntolerance: ['patient', 'recorder', 'asserter'],
  QuestionnaireResponse: ['subject', 'author'],
  Flag: ['patient'],
  Task: ['patient', 'focus'],
  Communication: ['subject', 'sender', 'recipient'],
  DocumentReference: ['subject', 'author'],
  EpisodeOfCare: ['patient'],
  Encounter: ['subject'],
  CarePlan: ['patient', 'performer'],
  Goal: ['patient'],
  FamilyMemberHistory: ['patient'],
  Group: ['member'],
  Provenance: ['patient'],
}

/** Under which names what leads to the patient is kept: two parameters may look at the same. */
const namesOf = new Map(
  Object.entries(compartmentLinks).map(([type, links]) => [
    type,
    [
      ...new Set(
        (parametersOf[type] ?? []).filter(({ name }) => links.includes(name)).map((one) => keptUnder(one).values),
      ),
    ],
  ]),
)

export const compartmentTypes: readonly string[] = [...namesOf.keys()]

/**
 * What of a type is in the compartment of a patient: also what they performed, said, sent or got of somebody else's.
 * It finds, and permits nothing: whether somebody may see what is found is asked of each resource, as anywhere.
 * Null: nothing of this type is in any.
 */
export function inCompartment(type: string, id: string): Where | null {
  const names = namesOf.get(type)
  if (names === undefined) return null
  const links = names.map((name) => ({ name, value: `Patient/${id}` }))
  return { any: type === 'Patient' ? [{ ids: [id] }, ...links] : links }
}
