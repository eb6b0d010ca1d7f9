import { chances } from '../../spec/support/chances.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Records as another hospital would export them: each person with their visits, problems, findings, medicines, reports and
 * documents, in about the shares of a general record. One resource each, the same for the same seed. Nobody is real.
 */
export function hospitalExport(many: number, seed: number): readonly Json[] {
  const chance = chances(seed)
  const made: Json[] = []
  for (let person = 1; made.length < many; person++) made.push(...recordOf(`h${seed}-${person}`, chance))
  return made.slice(0, many)
}

type Chance = ReturnType<typeof chances>
type Visit = Readonly<{ id: string; subject: Json; encounter: Json; day: string; of: <T>(list: readonly T[]) => T }>

function recordOf(id: string, chance: Chance): readonly Json[] {
  const of = <T>(list: readonly T[]): T => list[chance.below(list.length)] as T
  const number = (from: number, to: number): string => String(from + chance.below(to - from + 1))
  const visits = 3 + chance.below(4)
  const name = of(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'])
  const patient: Json = {
    resourceType: 'Patient',
    id,
    meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient'] },
    text: narrative(`Demo ${name} of ${id}`),
    identifier: [
      {
        system: 'https://hospital.example/people',
        value: id,
        type: concept(codes.recordNumber, 'Medical record number'),
      },
    ],
    name: [{ use: 'official', family: `Demo ${id}`, given: [name, of(['M.', 'T.', 'R.'])] }],
    telecom: [{ system: 'phone', value: `555-01${number(10, 99)}`, use: 'home' }],
    gender: of(['female', 'male']),
    birthDate: `19${number(30, 95)}-0${number(1, 9)}-1${number(0, 9)}`,
    address: [{ line: [`${number(1, 90)} Demo Street`], city: 'Demo Town', postalCode: `0${number(1000, 9999)}` }],
    communication: [{ language: concept({ system: 'urn:ietf:bcp:47', code: 'en' }, 'English') }],
  }
  const records = Array.from({ length: visits }, (_, at): readonly Json[] => {
    const visit: Visit = {
      id: `${id}-${at}`,
      subject: { reference: `Patient/${id}`, display: `Demo ${name}` },
      encounter: { reference: `Encounter/${id}-${at}` },
      day: `${2015 + at}-0${number(1, 9)}-1${number(0, 9)}`,
      of,
    }
    return [encounterOf(visit), ...findingsOf(visit, chance), ...restOf(visit, at)]
  })
  return [patient, ...records.flat()]
}

const loinc = (code: string) => ({ system: 'http://loinc.org', code })
const snomed = (code: string) => ({ system: 'http://snomed.info/sct', code })
const codes = {
  recordNumber: { system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' },
  ambulatory: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
}
const concept = (coding: Json, text: string): Json => ({ coding: [{ ...coding, display: text }], text })
const narrative = (text: string): Json => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>`,
})
const categoryOf = (code: string): Json =>
  concept({ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }, code)
const doctor: Json = { reference: 'Practitioner/h-doctor', display: 'Demo Dr Hanna Hospital' }

const encounterOf = ({ id, subject, day }: Visit): Json => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: codes.ambulatory,
  type: [concept(snomed('185345009'), 'Encounter for symptom')],
  subject,
  participant: [{ individual: doctor, period: { start: `${day}T09:00:00Z`, end: `${day}T09:30:00Z` } }],
  period: { start: `${day}T09:00:00Z`, end: `${day}T09:30:00Z` },
})

const measured: readonly (readonly [code: string, text: string, unit: string])[] = [
  ['8867-4', 'Heart rate', '/min'],
  ['29463-7', 'Body weight', 'kg'],
  ['8310-5', 'Body temperature', 'Cel'],
  ['718-7', 'Hemoglobin', 'g/dL'],
  ['2160-0', 'Creatinine', 'mg/dL'],
  ['2951-2', 'Sodium', 'mmol/L'],
  ['6298-4', 'Potassium', 'mmol/L'],
]

function findingsOf(visit: Visit, chance: Chance): readonly Json[] {
  const amount = (unit: string) => ({
    value: chance.below(2000) / 10,
    unit,
    system: 'http://unitsofmeasure.org',
    code: unit,
  })
  const shared = (at: number, category: string) => ({
    resourceType: 'Observation',
    id: `${visit.id}-o${at}`,
    meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab'] },
    status: 'final',
    category: [categoryOf(category)],
    subject: visit.subject,
    encounter: visit.encounter,
    effectiveDateTime: `${visit.day}T09:1${at % 10}:00Z`,
    issued: `${visit.day}T10:00:00.000Z`,
    performer: [doctor],
  })
  const pressure = {
    ...shared(0, 'vital-signs'),
    code: concept(loinc('85354-9'), 'Blood pressure panel'),
    component: [
      { code: concept(loinc('8480-6'), 'Systolic'), valueQuantity: amount('mm[Hg]') },
      { code: concept(loinc('8462-4'), 'Diastolic'), valueQuantity: amount('mm[Hg]') },
    ],
  }
  return [
    pressure,
    ...measured.map(([code, text, unit], at) => ({
      ...shared(at + 1, at < 3 ? 'vital-signs' : 'laboratory'),
      code: concept(loinc(code), text),
      valueQuantity: amount(unit),
      ...(at < 3 ? {} : { referenceRange: [{ low: { value: 1, unit }, high: { value: 150, unit } }] }),
    })),
  ]
}

function restOf({ id, subject, encounter, day, of }: Visit, at: number): readonly Json[] {
  const about = { subject, encounter }
  const problem: Json = {
    resourceType: 'Condition',
    id: `${id}-c`,
    clinicalStatus: concept(
      { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
      'Active',
    ),
    verificationStatus: concept(
      { system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' },
      'Confirmed',
    ),
    code: of([
      concept(snomed('59621000'), 'Essential hypertension'),
      concept(snomed('44054006'), 'Diabetes mellitus type 2'),
      concept(snomed('73595000'), 'Stress'),
      concept({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }, 'Clonic hemifacial spasm, left'),
    ]),
    ...about,
    onsetDateTime: day,
    recordedDate: `${day}T09:20:00Z`,
  }
  const medicine = of([
    concept({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '314076' }, 'lisinopril 10 MG Oral Tablet'),
    concept({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '860975' }, 'metformin 500 MG Oral Tablet'),
  ])
  const ordered: Json = {
    resourceType: 'MedicationRequest',
    id: `${id}-m`,
    status: 'completed',
    intent: 'order',
    medicationCodeableConcept: medicine,
    ...about,
    authoredOn: `${day}T09:25:00Z`,
    requester: doctor,
    dosageInstruction: [
      { text: 'one a day', timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, asNeededBoolean: false },
    ],
  }
  const report: Json = {
    resourceType: 'DiagnosticReport',
    id: `${id}-r`,
    status: 'final',
    category: [concept({ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }, 'Laboratory')],
    code: concept(loinc('24323-8'), 'Comprehensive metabolic panel'),
    ...about,
    effectiveDateTime: `${day}T09:10:00Z`,
    issued: `${day}T10:00:00.000Z`,
    performer: [doctor],
    result: [4, 5, 6, 7].map((one) => ({ reference: `Observation/${id}-o${one}` })),
  }
  const done: Json = {
    resourceType: 'Procedure',
    id: `${id}-p`,
    status: 'completed',
    code: concept(snomed('710824005'), 'Assessment of health and social care needs'),
    ...about,
    performedPeriod: { start: `${day}T09:05:00Z`, end: `${day}T09:15:00Z` },
  }
  const note: Json = {
    resourceType: 'DocumentReference',
    id: `${id}-d`,
    status: 'current',
    type: concept(loinc('34117-2'), 'History and physical note'),
    subject,
    date: `${day}T10:00:00Z`,
    author: [doctor],
    content: [
      { attachment: { contentType: 'text/plain', data: Buffer.from(`Demo note of ${day}.`).toString('base64') } },
    ],
    context: { encounter: [encounter] },
  }
  const toxin: Json = {
    resourceType: 'MedicationAdministration',
    id: `${id}-t`,
    status: 'completed',
    medicationCodeableConcept: concept({ system: 'http://www.whocc.no/atc', code: 'M03AX01' }, 'botulinum toxin'),
    subject,
    context: encounter,
    effectiveDateTime: `${day}T09:30:00Z`,
    performer: [{ actor: { display: 'Demo Dr Hanna Hospital' } }],
    dosage: { text: 'left face', dose: { value: 25, unit: 'U' } },
  }
  // Some are given toxin there at their last visits.
  return [problem, ordered, report, done, note, ...(at >= 4 ? [toxin] : [])]
}
