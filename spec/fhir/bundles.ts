/** Small pieces of FHIR for the tests of this chapter. All people are made up. */
export type Json = Readonly<Record<string, unknown>>

const systems = {
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  icd: 'http://hl7.org/fhir/sid/icd-10-cm',
  cpt: 'http://www.ama-assn.org/go/cpt',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  fact: 'https://facialis.invalid/fact',
}

export const concept = (system: keyof typeof systems, code: string): Json => ({
  coding: [{ system: systems[system], code }],
})
export const code = (word: string): Json => ({ coding: [{ code: word }] })
export const subject = { reference: 'Patient/p' }

export const bundleOf = (...resources: readonly Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
})

let next = 0
const id = (): string => `r${++next}`

export const condition = (coded: Json, more: Json = {}): Json => ({
  resourceType: 'Condition',
  id: id(),
  subject,
  clinicalStatus: code('active'),
  verificationStatus: code('confirmed'),
  code: coded,
  recordedDate: '2026-06-01',
  ...more,
})

export const observation = (coded: Json, more: Json): Json => ({
  resourceType: 'Observation',
  id: id(),
  subject,
  status: 'final',
  code: coded,
  effectiveDateTime: '2026-06-01',
  ...more,
})

export const report = (more: Json): Json => ({
  resourceType: 'DiagnosticReport',
  id: id(),
  subject,
  status: 'final',
  code: concept('loinc', '24590-2'),
  effectiveDateTime: '2026-06-01',
  ...more,
})

export const administration = (more: Json): Json => ({
  resourceType: 'MedicationAdministration',
  id: id(),
  subject,
  status: 'completed',
  medicationCodeableConcept: concept('hcpcs', 'J0585'),
  effectiveDateTime: '2026-06-01',
  ...more,
})

export const procedure = (more: Json): Json => ({
  resourceType: 'Procedure',
  id: id(),
  subject,
  status: 'completed',
  code: concept('cpt', '64612'),
  performedDateTime: '2026-06-01',
  ...more,
})
