import type { Code } from '@facialis/language'
import { isMistyped } from './check-digit.ts'

/**
 * Addresses of our own codes and extensions. They name things and lead nowhere: `.invalid` is reserved, so nobody
 * else can ever own it.
 */
export const own = 'https://facialis.invalid'

/** Codes are fact ids. */
export const factSystem = `${own}/fact`
/** Codes are the words a fact may have. */
export const answerSystem = `${own}/answer`
/** The one code `empty`: a set that was looked at and has no member. */
export const emptySystem = `${own}/set`
export const unknownSystem = `${own}/unknown-reason`
/** Codes are kinds of entry. */
export const entrySystem = `${own}/entry`
/** Identifiers are entry ids. */
export const entryIdSystem = `${own}/entry-id`
/** Codes are screen ids. */
export const screenSystem = `${own}/screen`
/** Codes of the pathway's own terminology (`system: 'facialis'`). */
export const termSystem = `${own}/term`
/** Codes are the roles that own steps. */
export const ownerSystem = `${own}/owner`
/** Codes are ids of rules, needs and limits. */
export const ruleSystem = `${own}/rule`
/** Codes are ids of decisions, and the words they answer. */
export const decisionSystem = `${own}/decision`
export const decisionAnswerSystem = `${own}/decision-answer`
/** Codes are ids of steps and of alerts. */
export const stepSystem = `${own}/step`
export const alertSystem = `${own}/alert`
/** Codes are the reasons for which a standing exception may let something pass a gate. */
export const exceptionSystem = `${own}/exception`
/** Tags: which act a resource belongs to, and of which kind that act is. */
export const actSystem = `${own}/act`
export const actKindSystem = `${own}/act-kind`

/** What the Observations that published logic reads look like. */
export const factProfileAddress = `${own}/StructureDefinition/fact-observation`

/** On a reference to a person: the role in which they acted. */
export const roleExtension = `${own}/StructureDefinition/role`
/** On an entry: the id of an entry it replaces. */
export const replacesExtension = `${own}/StructureDefinition/replaces`
/** On a resource written for other systems: the observation that says the same in our words. */
export const toldByExtension = `${own}/StructureDefinition/told-by`
/** On what was written down afterwards: why, and by whom it was done. */
export const recordedAfterExtension = `${own}/StructureDefinition/recorded-after`

export const ucum = 'http://unitsofmeasure.org'
export const absentReasonSystem = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'

const addresses: Readonly<Record<Code['system'], readonly string[]>> = {
  snomed: ['http://snomed.info/sct', 'urn:oid:2.16.840.1.113883.6.96'],
  loinc: ['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1'],
  // The international edition, too: its shorter codes mean the same, and a family of ours holds them.
  icd10cm: [
    'http://hl7.org/fhir/sid/icd-10-cm',
    'urn:oid:2.16.840.1.113883.6.90',
    'http://hl7.org/fhir/sid/icd-10',
    'urn:oid:2.16.840.1.113883.6.3',
  ],
  cpt: ['http://www.ama-assn.org/go/cpt', 'urn:oid:2.16.840.1.113883.6.12'],
  hcpcs: [
    'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    'urn:oid:2.16.840.1.113883.6.285',
  ],
  rxnorm: ['http://www.nlm.nih.gov/research/umls/rxnorm', 'urn:oid:2.16.840.1.113883.6.88'],
  facialis: [termSystem],
}

/** Systems a pathway names inside its own terminology, by prefix: `dicom:MR`. */
const prefixed: Readonly<Record<string, readonly string[]>> = {
  dicom: ['http://dicom.nema.org/resources/ontology/DCM', 'urn:oid:1.2.840.10008.2.16.4'],
  nucc: ['http://nucc.org/provider-taxonomy'],
  priority: ['http://hl7.org/fhir/request-priority'],
  ndc: ['http://hl7.org/fhir/sid/ndc', 'urn:oid:2.16.840.1.113883.6.69'],
  atc: ['http://www.whocc.no/atc'],
  icd9: ['http://hl7.org/fhir/sid/icd-9-cm', 'urn:oid:2.16.840.1.113883.6.103'],
  icd11: ['http://id.who.int/icd/release/11/mms', 'urn:oid:2.16.840.1.113883.6.347'],
}

/** The addresses of systems in which a code may be written in several ways. */
export const addressesOf = {
  snomed: addresses.snomed,
  icd11: prefixed.icd11 as readonly string[],
  icd10cm: addresses.icd10cm,
  packages: prefixed.ndc as readonly string[],
  atc: prefixed.atc as readonly string[],
}

/** The addresses of lists of which it is known what they say of a reason that the pathway knows. */
export const reasonAddresses: ReadonlySet<string> = new Set([
  ...addresses.snomed,
  ...addresses.icd10cm,
  ...(prefixed.icd9 as readonly string[]),
  ...(prefixed.icd11 as readonly string[]),
  termSystem,
])

/** The addresses of lists that name products, procedures, places and amounts, and no reason. */
export const otherAddresses: ReadonlySet<unknown> = new Set(
  [...Object.values(addresses), ...Object.values(prefixed), [ucum]].flat().filter((one) => !reasonAddresses.has(one)),
)

/** Whether what its codes say is known here. */
export const isKnownAddress = (address: unknown): boolean =>
  otherAddresses.has(address) || reasonAddresses.has(String(address))

/** The address by which other systems know a code system. */
export const addressOf = (system: Code['system']): string => addresses[system][0] as string

/** A text as a code of one system, which has several addresses. */
export type WrittenCode = Readonly<{ addresses: readonly string[]; text: string }>

/** How records write a code of the pathway. */
export function writtenAs({ system, code }: Code): readonly WrittenCode[] {
  const asItIs = { addresses: addresses[system], text: code }
  const [prefix = '', ...rest] = code.split(':')
  const inside = system === 'facialis' && Object.hasOwn(prefixed, prefix) ? prefixed[prefix] : undefined
  return inside && rest.length > 0 ? [asItIs, { addresses: inside, text: rest.join(':') }] : [asItIs]
}

/** Whether a coding is one of these codes, as records write them; `G51.3*` is every code that begins so. */
export const isOneOf = (codes: readonly Code[], { system, code }: Readonly<Record<string, unknown>>): boolean =>
  typeof system === 'string' &&
  typeof code === 'string' &&
  codes.some((one) =>
    writtenAs(one).some(({ addresses, text }) => addresses.includes(system) && isWritten(text, { system, code })),
  )

function isWritten(text: string, { system, code }: Readonly<{ system: string; code: string }>): boolean {
  const isDotted = addresses.icd10cm.includes(system) || prefixed.icd9?.includes(system)
  const written = isDotted ? diagnosisNumber(code.trim()) : code.trim().toUpperCase()
  return text.endsWith('*') ? written.startsWith(text.slice(0, -1)) : written === text
}

/** A national drug code in eleven digits, however its three parts were written: 5, 4 and 2 of them. */
export function packageNumber(code: string): string {
  const parts = code.split('-')
  if (parts.length !== 3) return code
  return parts.map((part, index) => part.padStart([5, 4, 2][index] ?? 0, '0')).join('')
}

/** A code of ICD-10 as it is printed, G51.32: bills and exports leave its dot out, or write it small. */
export function diagnosisNumber(code: string): string {
  const capital = code.toUpperCase()
  return capital.length > 3 && capital[3] !== '.' ? `${capital.slice(0, 3)}.${capital.slice(3)}` : capital
}

/** Whether this is written as a number of SNOMED CT and is none: see `isMistyped`. */
export const isNoSnomedCode = (system: string, code: string): boolean =>
  addresses.snomed.includes(system) && isMistyped(code.trim())
