import type { Draws } from './draws.ts'

/**
 * What every record holds beside what a pathway asks for: vital signs, laboratory values, other problems, encounters,
 * tablets, vaccinations, as the United States core profiles write them. All of it is made up.
 */
export function everydayResource(draws: Draws, about: Readonly<{ patient: string; id: string }>): object {
  return draws.pick(makers)(draws, { subject: { reference: `Patient/${about.patient}` }, id: about.id })
}

type Common = Readonly<{ subject: object; id: string }>

const concept = (system: string, code: string, display: string): object => ({
  coding: [{ system, code, display }],
  text: display,
})
const loinc = (code: string, display: string): object => concept('http://loinc.org', code, display)
const snomed = (code: string, display: string): object => concept('http://snomed.info/sct', code, display)
const category = (system: string, code: string, display: string): readonly object[] => [
  concept(`http://terminology.hl7.org/CodeSystem/${system}`, code, display),
]
const amount = (value: number, unit: string, code = unit): object => ({
  value,
  unit,
  system: 'http://unitsofmeasure.org',
  code,
})
const profiled = (name: string): object => ({
  versionId: '1',
  lastUpdated: '2026-06-30T08:15:00.000Z',
  profile: [`http://hl7.org/fhir/us/core/StructureDefinition/us-core-${name}`],
})
const two = (n: number): string => String(n).padStart(2, '0')
const instant = ({ int }: Draws): string =>
  `${int(2019, 2026)}-${two(int(1, 6))}-${two(int(1, 28))}T${two(int(8, 17))}:${two(int(0, 59))}:00+01:00`
const encounter = ({ int }: Draws): object => ({ reference: `Encounter/visit-${int(1, 99)}` })

function bloodPressure(draws: Draws, { subject, id }: Common): object {
  return {
    resourceType: 'Observation',
    id,
    meta: profiled('blood-pressure'),
    status: 'final',
    category: category('observation-category', 'vital-signs', 'Vital Signs'),
    code: loinc('85354-9', 'Blood pressure panel'),
    subject,
    encounter: encounter(draws),
    effectiveDateTime: instant(draws),
    component: [
      { code: loinc('8480-6', 'Systolic blood pressure'), valueQuantity: amount(draws.int(98, 168), 'mmHg', 'mm[Hg]') },
      { code: loinc('8462-4', 'Diastolic blood pressure'), valueQuantity: amount(draws.int(58, 99), 'mmHg', 'mm[Hg]') },
    ],
  }
}

const vitals = [
  ['8867-4', 'Heart rate', '/min', 55, 96],
  ['29463-7', 'Body weight', 'kg', 48, 112],
  ['8302-2', 'Body height', 'cm', 148, 194],
  ['9279-1', 'Respiratory rate', '/min', 11, 19],
] as const
function vitalSign(draws: Draws, { subject, id }: Common): object {
  const [code, display, unit, low, high] = draws.pick(vitals)
  return {
    resourceType: 'Observation',
    id,
    meta: profiled('vital-signs'),
    status: 'final',
    category: category('observation-category', 'vital-signs', 'Vital Signs'),
    code: loinc(code, display),
    subject,
    encounter: encounter(draws),
    effectiveDateTime: instant(draws),
    valueQuantity: amount(draws.int(low, high), unit),
  }
}

const laboratory = [
  ['718-7', 'Hemoglobin [Mass/volume] in Blood', 'g/dL', 11, 17],
  ['2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'mmol/L', 134, 146],
  ['2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'mmol/L', 3, 5],
  ['3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'mIU/L', 1, 4],
  ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', '%', 5, 8],
] as const
function laboratoryValue(draws: Draws, { subject, id }: Common): object {
  const [code, display, unit, low, high] = draws.pick(laboratory)
  const drawn = instant(draws)
  return {
    resourceType: 'Observation',
    id,
    meta: profiled('observation-lab'),
    status: 'final',
    category: category('observation-category', 'laboratory', 'Laboratory'),
    code: loinc(code, display),
    subject,
    effectiveDateTime: drawn,
    issued: drawn,
    performer: [{ reference: 'Organization/laboratory', display: 'Demo Laboratory' }],
    valueQuantity: amount(draws.int(low, high), unit),
    interpretation: [concept('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', 'N', 'Normal')],
    referenceRange: [{ low: amount(low, unit), high: amount(high, unit) }],
  }
}

const problems = [
  ['38341003', 'Hypertensive disorder', 'I10'],
  ['55822004', 'Hyperlipidemia', 'E78.5'],
  ['73211009', 'Diabetes mellitus', 'E11.9'],
  ['195967001', 'Asthma', 'J45.909'],
  ['239873007', 'Osteoarthritis of knee', 'M17.9'],
] as const
function problem(draws: Draws, { subject, id }: Common): object {
  const [code, display, icd] = draws.pick(problems)
  const { coding } = snomed(code, display) as { coding: object[] }
  return {
    resourceType: 'Condition',
    id,
    meta: profiled('condition-problems-health-concerns'),
    clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active', 'Active'),
    verificationStatus: concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed', 'Confirmed'),
    category: category('condition-category', 'problem-list-item', 'Problem List Item'),
    code: { coding: [...coding, { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: icd, display }], text: display },
    subject,
    onsetDateTime: instant(draws).slice(0, 10),
    recordedDate: instant(draws),
  }
}

const tablets = [
  ['314076', 'lisinopril 10 MG Oral Tablet'],
  ['617312', 'atorvastatin 20 MG Oral Tablet'],
  ['860975', 'metformin hydrochloride 500 MG Extended Release Oral Tablet'],
] as const
function prescription(draws: Draws, { subject, id }: Common): object {
  const [code, display] = draws.pick(tablets)
  return {
    resourceType: 'MedicationRequest',
    id,
    meta: profiled('medicationrequest'),
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: concept('http://www.nlm.nih.gov/research/umls/rxnorm', code, display),
    subject,
    encounter: encounter(draws),
    authoredOn: instant(draws),
    requester: { reference: 'Practitioner/family', display: 'Dr Demo Family' },
    dosageInstruction: [
      { sequence: 1, text: 'One tablet a day', timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } },
    ],
  }
}

function visit(draws: Draws, { subject, id }: Common): object {
  const day = instant(draws)
  return {
    resourceType: 'Encounter',
    id,
    meta: profiled('encounter'),
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
    type: [snomed('185349003', 'Encounter for check up')],
    subject,
    participant: [{ individual: { reference: 'Practitioner/family', display: 'Dr Demo Family' } }],
    period: { start: day, end: day },
  }
}

function vaccination(draws: Draws, { subject, id }: Common): object {
  return {
    resourceType: 'Immunization',
    id,
    meta: profiled('immunization'),
    status: 'completed',
    vaccineCode: concept('http://hl7.org/fhir/sid/cvx', '140', 'Influenza, seasonal, injectable, preservative free'),
    patient: subject,
    occurrenceDateTime: instant(draws),
    primarySource: true,
  }
}

/** Vital signs and laboratory values are the most of any record. */
const makers = [
  bloodPressure,
  vitalSign,
  vitalSign,
  laboratoryValue,
  laboratoryValue,
  laboratoryValue,
  problem,
  prescription,
  visit,
  vaccination,
] as const
