import type { Json } from './bundles.ts'
import { concept } from './bundles.ts'

/**
 * The parts of a bundle as another system writes it: full addresses, references by urn:uuid, versions, times of day with their
 * offset, people inside resources, and our own codes only where no other system has one. All people are made up.
 */
export type Entry = Readonly<{ fullUrl: string; resource: Json }>

const uuid = (name: string): string =>
  `urn:uuid:00000000-0000-4000-8000-${[...name]
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e12, 7)
    .toString()
    .padStart(12, '0')}`
const patient = { reference: uuid('patient'), display: 'Demo Sample' }
const entry = (name: string, resource: Json): Entry => ({
  fullUrl: uuid(name),
  resource: { id: uuid(name).slice(9), meta: { versionId: '3', lastUpdated: '2026-11-23T06:00:00.000Z' }, ...resource },
})
const at = (day: string): string => (day.length === 10 ? `${day}T10:30:00+01:00` : day)

const fact = (id: string): Json => ({ coding: [{ system: 'https://facialis.invalid/fact', code: id }] })
const answer = (code: string): Json => ({ system: 'https://facialis.invalid/answer', code })
const practitioner = (id: string, text: string, ...codes: readonly Json[]): Json => ({
  resourceType: 'PractitionerRole',
  id,
  practitioner: { display: `Dr Demo ${id}` },
  code: codes.length > 0 ? codes : [{ text }],
})
const neurologist = practitioner('nerve', 'Neurologist', concept('snomed', '56397003'))
const radiologist = practitioner('look', 'Neuroradiologist', {
  coding: [{ system: 'http://nucc.org/provider-taxonomy', code: '2085N0700X' }],
})

export const person = (birthDate: string): Entry =>
  entry('patient', {
    resourceType: 'Patient',
    identifier: [{ system: 'urn:oid:1.2.36.146.595.217.0.1', value: '12345' }],
    name: [{ use: 'official', family: 'Sample', given: ['Demo'] }],
    birthDate,
    deceasedBoolean: false,
  })

export const referral = (authoredOn: string): Entry =>
  entry('referral', {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    code: { coding: [{ system: 'https://facialis.invalid/term', code: 'referral' }], text: 'Twitching of the face' },
    subject: patient,
    authoredOn: at(authoredOn),
  })

/** A problem of the list, asserted by a neurologist of the hospital who stands inside it. */
export const problem = (name: string, coded: Json, recorded: string, more: Json = {}): Entry =>
  entry(name, {
    resourceType: 'Condition',
    contained: [neurologist],
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
    },
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'problem-list-item' }] },
    ],
    code: coded,
    subject: patient,
    recordedDate: at(recorded),
    asserter: { reference: '#nerve' },
    ...more,
  })

type Answer = string | boolean | number | readonly string[]
const answerOf = (said: Answer): readonly Json[] => {
  if (typeof said === 'boolean') return [{ valueBoolean: said }]
  if (typeof said === 'number') return [{ valueDecimal: said }]
  if (typeof said !== 'string') return said.map((word) => ({ valueCoding: answer(word) }))
  if (said.includes(' ')) return [{ valueString: said }]
  return [/^\d{4}(-|$)/.test(said) ? { valueDate: said } : { valueCoding: answer(said) }]
}

/** Our questions, answered in somebody else's form filler by a clinician. */
export const form = (name: string, authored: string, answers: Readonly<Record<string, Answer>>): Entry =>
  entry(name, {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    subject: patient,
    authored: at(authored),
    author: {
      reference: 'https://ehr.example/fhir/Practitioner/77/_history/2',
      type: 'Practitioner',
      display: 'Dr Demo',
    },
    item: [
      {
        linkId: 'group',
        text: 'Facial movement',
        item: Object.entries(answers).map(([linkId, said]) => ({ linkId, answer: answerOf(said) })),
      },
    ],
  })

const spoken = (said: Answer): Json => {
  if (typeof said === 'boolean') return { valueBoolean: said }
  if (typeof said === 'number') return { valueInteger: said }
  if (typeof said !== 'string') return { valueCodeableConcept: { coding: said.map(answer) } }
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return { valueDateTime: said }
  return said.includes(' ') ? { valueString: said } : { valueCodeableConcept: { coding: [answer(said)] } }
}

type Scan = Readonly<{ code?: Json; report?: Json; day: string }>
/** A scan, its report by a radiologist, and a panel of what the report says in coded form. */
export function scan(
  name: string,
  { code = concept('loinc', '24587-8'), report = {}, day }: Scan,
  said: Readonly<Record<string, Answer>>,
): readonly Entry[] {
  return [
    entry(`${name}-study`, {
      resourceType: 'ImagingStudy',
      status: 'available',
      subject: patient,
      started: at(day),
      procedureCode: [code],
      series: [{ uid: '1.2.3', modality: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'MR' } }],
    }),
    entry(`${name}-report`, {
      resourceType: 'DiagnosticReport',
      contained: [radiologist],
      status: 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }],
      code,
      subject: patient,
      effectiveDateTime: at(day),
      issued: day.length === 10 ? `${day}T16:00:00+01:00` : undefined,
      resultsInterpreter: [{ reference: '#look', display: 'Dr Demo Look' }],
      imagingStudy: [{ reference: uuid(`${name}-study`) }],
      result: [{ reference: `${uuid(`${name}-panel`)}/_history/1` }],
      conclusion: 'Read the text, not this.',
      ...report,
    }),
    entry(`${name}-panel`, {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Structured findings' },
      subject: patient,
      effectiveDateTime: at(day),
      component: Object.entries(said).map(([id, one]) => ({ code: fact(id), ...spoken(one) })),
    }),
  ]
}

const findings = [
  'tumour',
  'earLesion',
  'parotidMass',
  'vascularMalformation',
  'aneurysm',
  'demyelination',
  'raisedPressure',
  'infarctOrBleed',
  'chiari',
  'boneLesion',
  'nerveEnhancement',
]
/** The full protocol of diagnostic quality, acknowledged, with nothing found. */
export const clearRead: Readonly<Record<string, Answer>> = {
  'study.sequences': ['t1', 't1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'],
  'study.coverage': ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'],
  'study.quality': 'diagnostic',
  'study.posteriorFossaQuality': 'diagnostic',
  'study.acknowledged': true,
  ...Object.fromEntries(findings.map((name) => [`mri.${name}`, 'absent'])),
}

/** An injection as a hospital records it: the procedure billed, and the medicine given in it. */
export const injection = (
  name: string,
  day: string,
  product: Json,
  more: Readonly<{ units?: number; procedure?: Json }> = {},
): readonly Entry[] => [
  entry(`${name}-procedure`, {
    resourceType: 'Procedure',
    status: 'completed',
    code: concept('cpt', '64612'),
    subject: patient,
    performedPeriod: { start: `${day}T09:00:00+01:00`, end: `${day}T09:15:00+01:00` },
    ...more.procedure,
  }),
  entry(`${name}-given`, {
    resourceType: 'MedicationAdministration',
    contained: [{ resourceType: 'Medication', id: 'vial', code: product, batch: { lotNumber: 'C1' } }],
    status: 'completed',
    medicationReference: { reference: '#vial' },
    subject: patient,
    partOf: [{ reference: uuid(`${name}-procedure`) }],
    effectiveDateTime: `${day}T09:10:00+01:00`,
    ...(more.units === undefined ? {} : { dosage: { dose: { value: more.units, unit: '[iU]' } } }),
  }),
]

/** Toxin the person had elsewhere, as they tell it. */
export const remembered = (name: string, day: string, text: string, more: Json = {}): Entry =>
  entry(name, {
    resourceType: 'MedicationStatement',
    status: 'completed',
    medicationCodeableConcept: { text },
    subject: patient,
    effectiveDateTime: day,
    informationSource: patient,
    ...more,
  })

export const prescription = (name: string, authoredOn: string, display: string): Entry =>
  entry(name, {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject: patient,
    authoredOn: at(authoredOn),
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '0', display }],
    },
  })

/** One observation in our codes, perhaps of something that was done. */
export const noted = (name: string, day: string, id: string, said: Answer, partOf?: string): Entry =>
  entry(name, {
    resourceType: 'Observation',
    status: 'final',
    code: fact(id),
    subject: patient,
    effectiveDateTime: at(day),
    ...(partOf === undefined ? {} : { partOf: [{ reference: uuid(partOf) }] }),
    ...spoken(said),
  })

export const operated = (day: string): Entry =>
  entry('mvd', {
    resourceType: 'Procedure',
    status: 'completed',
    code: concept('cpt', '61458'),
    reasonReference: [{ reference: uuid('spasm') }],
    bodySite: [concept('snomed', '7771000')],
    subject: patient,
    performedDateTime: at(day),
  })

/** What every record holds beside that and no pathway asks for. */
const noise: readonly Entry[] = [
  entry('bp', {
    resourceType: 'Observation',
    status: 'final',
    subject: patient,
    code: concept('loinc', '85354-9'),
    component: [{ code: concept('loinc', '8480-6'), valueQuantity: { value: 128, unit: 'mmHg' } }],
  }),
  entry('visit', { resourceType: 'Encounter', status: 'finished', class: { code: 'AMB' }, subject: patient }),
  entry('flu', {
    resourceType: 'Immunization',
    status: 'completed',
    patient,
    vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '140' }] },
  }),
  entry('statin', {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject: patient,
    medicationCodeableConcept: {
      coding: [
        {
          system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
          code: '617318',
          display: 'atorvastatin 20 MG Oral Tablet',
        },
      ],
    },
  }),
  entry('error', {
    resourceType: 'Condition',
    subject: patient,
    verificationStatus: { coding: [{ code: 'entered-in-error' }] },
    code: concept('icd', 'C71.9'),
  }),
  entry('refused', {
    resourceType: 'Procedure',
    status: 'not-done',
    subject: patient,
    code: concept('cpt', '64612'),
    performedDateTime: '2026-11-22',
  }),
]

export const exported = (type: string, ...entries: readonly (Entry | readonly Entry[])[]): Json => ({
  resourceType: 'Bundle',
  type,
  timestamp: '2026-11-23T07:00:00.000Z',
  entry: [...entries.flat(), ...noise],
})
