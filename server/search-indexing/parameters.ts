/** What a resource can be searched by, in the words of FHIR R4. A test holds the table against the standard's own. */
export type Parameter = Readonly<{
  name: string
  kind: 'token' | 'reference' | 'date' | 'string' | 'uri'
  /** Members it reads, one after the other: `performer.actor`. Lists are gone through. */
  paths: readonly string[]
  /** Only those of a list whose member has this value. */
  only?: readonly [member: string, value: string]
  /** Types a reference may lead to. */
  targets?: readonly string[]
  /** A code of the standard itself: it has one system, which need not be said and is not kept. */
  isCode?: true
  /** Under which name its values are kept; several parameters may look at the same ones. Default: its own. */
  kept?: string
  /** It finds what one of these finds, and has nothing kept of its own. */
  either?: readonly string[]
}>

const token = (name: string, ...paths: readonly string[]): Parameter => ({
  name,
  kind: 'token',
  paths: paths.length === 0 ? [name] : paths,
})
const code = (name: string, ...paths: readonly string[]): Parameter => ({ ...token(name, ...paths), isCode: true })
const date = (name: string, ...paths: readonly string[]): Parameter => ({ name, kind: 'date', paths })
const text = (name: string, ...paths: readonly string[]): Parameter => ({ name, kind: 'string', paths })
const link = (name: string, targets: readonly string[], ...paths: readonly string[]): Parameter => ({
  name,
  kind: 'reference',
  paths: paths.length === 0 ? [name] : paths,
  targets,
})

const kept = [
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'RelatedPerson',
  'Observation',
  'Condition',
  'Procedure',
  'MedicationRequest',
  'MedicationAdministration',
  'MedicationStatement',
  'MedicationDispense',
  'Medication',
  'ServiceRequest',
  'DiagnosticReport',
  'ImagingStudy',
  'Consent',
  'AllergyIntolerance',
  'QuestionnaireResponse',
  'Flag',
  'Task',
  'Communication',
  'DocumentReference',
  'EpisodeOfCare',
  'Encounter',
  'CarePlan',
  'Goal',
  'FamilyMemberHistory',
  'Group',
  'Provenance',
] as const
/** What is kept here; no other type is served. */
export const servedTypes: readonly string[] = kept

const people = ['Practitioner', 'PractitionerRole', 'Organization', 'Patient', 'RelatedPerson']
/** Who says so, and no office. */
const sayers = people.filter((type) => type !== 'Organization')
/** Whose it is: `patient` looks where `subject` does, and only at people. */
const aboutOne = (...others: readonly string[]): readonly Parameter[] => [
  link('subject', [...new Set(['Patient', 'Group', ...others])]),
  { ...link('patient', ['Patient'], 'subject'), kept: 'subject' },
]
const about = aboutOne()
const ofPatient = link('patient', ['Patient'])
const identifier = token('identifier')
const status = code('status')
const names = [
  text('name', 'name.text', 'name.family', 'name.given'),
  text('family', 'name.family'),
  text('given', 'name.given'),
]
const medicine = [
  token('code', 'medicationCodeableConcept'),
  link('medication', ['Medication'], 'medicationReference'),
  status,
  ...about,
  identifier,
]

/** Of every resource. */
export const everywhere: readonly Parameter[] = [
  token('_tag', 'meta.tag'),
  { name: '_profile', kind: 'uri', paths: ['meta.profile'] },
]

const parameters: Readonly<Record<(typeof kept)[number], readonly Parameter[]>> = {
  Patient: [
    identifier,
    ...names,
    date('birthdate', 'birthDate'),
    code('gender'),
    token('active'),
    { ...token('phone', 'telecom'), only: ['system', 'phone'] },
    { ...token('email', 'telecom'), only: ['system', 'email'] },
    link('general-practitioner', ['Practitioner', 'PractitionerRole', 'Organization'], 'generalPractitioner'),
    link('organization', ['Organization'], 'managingOrganization'),
    link('link', ['Patient', 'RelatedPerson'], 'link.other'),
  ],
  Practitioner: [identifier, ...names],
  PractitionerRole: [
    identifier,
    token('role', 'code'),
    link('practitioner', ['Practitioner']),
    link('organization', ['Organization']),
  ],
  Organization: [identifier, text('name', 'name', 'alias'), token('type')],
  Location: [identifier, text('name', 'name', 'alias')],
  RelatedPerson: [identifier, ofPatient, text('name', 'name.text', 'name.family', 'name.given')],
  Observation: [
    token('code'),
    token('component-code', 'component.code'),
    { ...token('combo-code', 'code', 'component.code'), either: ['code', 'component-code'] },
    token('category'),
    token('value-concept', 'valueCodeableConcept'),
    status,
    date('date', 'effectiveDateTime', 'effectivePeriod', 'effectiveInstant'),
    link('performer', people),
    link('derived-from', ['Observation', 'ImagingStudy', 'DocumentReference', 'QuestionnaireResponse'], 'derivedFrom'),
    link(
      'part-of',
      ['Procedure', 'MedicationAdministration', 'MedicationDispense', 'MedicationStatement', 'ImagingStudy'],
      'partOf',
    ),
    link('encounter', ['Encounter', 'EpisodeOfCare']),
    ...aboutOne('Location'),
    identifier,
  ],
  Condition: [
    token('code'),
    token('category'),
    token('clinical-status', 'clinicalStatus'),
    token('verification-status', 'verificationStatus'),
    token('body-site', 'bodySite'),
    date('recorded-date', 'recordedDate'),
    date('onset-date', 'onsetDateTime', 'onsetPeriod'),
    link('asserter', sayers),
    link('encounter', ['Encounter']),
    ...about,
    identifier,
  ],
  Procedure: [
    token('code'),
    status,
    date('date', 'performedDateTime', 'performedPeriod'),
    link('performer', people, 'performer.actor'),
    link(
      'reason-reference',
      ['Condition', 'Observation', 'Procedure', 'DiagnosticReport', 'DocumentReference'],
      'reasonReference',
    ),
    ...about,
    identifier,
  ],
  MedicationRequest: [
    ...medicine,
    code('intent'),
    code('priority'),
    date('authoredon', 'authoredOn'),
    link('requester', people),
  ],
  MedicationAdministration: [
    ...medicine,
    date('effective-time', 'effectiveDateTime', 'effectivePeriod'),
    link('performer', people, 'performer.actor'),
    link('request', ['MedicationRequest']),
  ],
  MedicationStatement: [...medicine, date('effective', 'effectiveDateTime', 'effectivePeriod')],
  MedicationDispense: [
    ...medicine,
    date('whenhandedover', 'whenHandedOver'),
    link('receiver', ['Practitioner', 'Patient']),
  ],
  Medication: [token('code'), status, identifier, token('lot-number', 'batch.lotNumber')],
  ServiceRequest: [
    token('code'),
    status,
    code('intent'),
    code('priority'),
    date('authored', 'authoredOn'),
    date('occurrence', 'occurrenceDateTime', 'occurrencePeriod'),
    link('requester', people),
    link('performer', people),
    ...aboutOne('Location'),
    identifier,
  ],
  DiagnosticReport: [
    token('code'),
    token('category'),
    token('conclusion', 'conclusionCode'),
    status,
    date('date', 'effectiveDateTime', 'effectivePeriod'),
    date('issued', 'issued'),
    link('result', ['Observation']),
    link('results-interpreter', people, 'resultsInterpreter'),
    link('performer', people),
    ...aboutOne('Location'),
    identifier,
  ],
  ImagingStudy: [
    status,
    token('modality', 'series.modality'),
    token('bodysite', 'series.bodySite'),
    date('started', 'started'),
    ...about,
    identifier,
  ],
  Consent: [status, token('category'), token('scope'), date('date', 'dateTime'), ofPatient, identifier],
  AllergyIntolerance: [
    token('code', 'code', 'reaction.substance'),
    token('clinical-status', 'clinicalStatus'),
    token('verification-status', 'verificationStatus'),
    date('date', 'recordedDate'),
    link('recorder', sayers),
    link('asserter', sayers),
    ofPatient,
    identifier,
  ],
  QuestionnaireResponse: [
    status,
    { name: 'questionnaire', kind: 'uri', paths: ['questionnaire'] },
    date('authored', 'authored'),
    link('author', [...people, 'Device']),
    link('source', people),
    ...aboutOne(...servedTypes),
    identifier,
  ],
  Flag: [
    date('date', 'period'),
    link('author', [...people, 'Device']),
    ...aboutOne('Practitioner', 'Organization', 'Medication', 'Procedure', 'Location'),
    identifier,
  ],
  Task: [
    token('code'),
    status,
    code('intent'),
    code('priority'),
    date('authored-on', 'authoredOn'),
    link('owner', people),
    link('focus', servedTypes),
    link('subject', servedTypes, 'for'),
    { ...link('patient', ['Patient'], 'for'), kept: 'subject' },
    identifier,
  ],
  Communication: [
    status,
    token('category'),
    date('sent', 'sent'),
    link('sender', people),
    link('recipient', [...people, 'Group']),
    ...about,
    identifier,
  ],
  DocumentReference: [
    status,
    token('type'),
    token('category'),
    date('date', 'date'),
    link('author', [...people, 'Device']),
    ...aboutOne('Practitioner'),
    identifier,
  ],
  EpisodeOfCare: [status, token('type'), date('date', 'period'), ofPatient, identifier],
  Encounter: [status, token('class'), token('type'), date('date', 'period'), ...about, identifier],
  CarePlan: [
    status,
    code('intent'),
    token('category'),
    date('date', 'period'),
    link('performer', people, 'activity.detail.performer'),
    ...about,
    identifier,
  ],
  Goal: [
    code('lifecycle-status', 'lifecycleStatus'),
    token('category'),
    date('start-date', 'startDate'),
    ...aboutOne('Organization'),
    identifier,
  ],
  FamilyMemberHistory: [
    status,
    token('relationship'),
    token('code', 'condition.code'),
    date('date', 'date'),
    ofPatient,
    identifier,
  ],
  Group: [
    code('type'),
    token('actual'),
    token('code'),
    link('member', ['Patient', 'Practitioner', 'PractitionerRole', 'Medication', 'Group'], 'member.entity'),
    identifier,
  ],
  Provenance: [
    link('target', servedTypes),
    { ...link('patient', ['Patient'], 'target'), kept: 'target' },
    link('agent', people, 'agent.who'),
    date('recorded', 'recorded'),
  ],
}

export const parametersOf: Readonly<Record<string, readonly Parameter[]>> = parameters
export const isServed = (type: string): boolean => Object.hasOwn(parametersOf, type)
