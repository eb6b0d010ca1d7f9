import { caring, doctors, imageReaders, nurseUp, type Role } from '@facialis/wire'

const interactions = ['create', 'update', 'patch', 'delete'] as const
/** What may be done to a resource beside reading it. */
export type Interaction = (typeof interactions)[number]

/** Who may write a type, as the kinds of act that say the like are open to them. */
const writers: Readonly<Record<string, readonly Role[]>> = {
  Patient: caring,
  Practitioner: caring,
  PractitionerRole: caring,
  Organization: caring,
  Location: caring,
  RelatedPerson: caring,
  Communication: caring,
  Task: caring,
  EpisodeOfCare: nurseUp,
  Encounter: nurseUp,
  Observation: ['imaging-reader', ...nurseUp],
  QuestionnaireResponse: nurseUp,
  DocumentReference: caring,
  AllergyIntolerance: nurseUp,
  FamilyMemberHistory: nurseUp,
  MedicationStatement: nurseUp,
  MedicationDispense: nurseUp,
  Medication: nurseUp,
  MedicationAdministration: nurseUp,
  Procedure: nurseUp,
  Consent: nurseUp,
  Group: doctors,
  Condition: doctors,
  MedicationRequest: doctors,
  ServiceRequest: doctors,
  CarePlan: doctors,
  Goal: doctors,
  Flag: doctors,
  DiagnosticReport: imageReaders,
  ImagingStudy: imageReaders,
  Provenance: nurseUp,
}

/** What of a type never happens here. A person is not deleted by another system, and nobody rewrites who did what. */
const never: Readonly<Record<string, readonly Interaction[]>> = {
  Patient: ['delete'],
  Provenance: ['update', 'patch', 'delete'],
}

export const interactionsOf = (type: string): readonly Interaction[] =>
  interactions.filter((one) => !never[type]?.includes(one))

/** Deleting takes back what is recorded: like a correction, it is for doctors. */
export const rolesFor = (type: string, interaction: Interaction): readonly Role[] =>
  interaction === 'delete' ? doctors : (writers[type] ?? [])
