import type { Code } from '@facialis/language'

/** Codes were read against the source named in the code notes; the others are read, too, but flagged. */
type Speaker = (code: string) => Code
const say =
  (system: Code['system'], confirmed: boolean): Speaker =>
  (code) => ({ system, code, confirmed })

export const snomed = say('snomed', true)
export const loinc = say('loinc', true)
const icd10cm = say('icd10cm', true)
const cpt = say('cpt', true)
export const hcpcs = say('hcpcs', true)
/** Recalled, not seen in a source: to be checked with the owner of the code system before it is relied on. */
const unconfirmed = {
  loinc: say('loinc', false),
  icd10cm: say('icd10cm', false),
  cpt: say('cpt', false),
  hcpcs: say('hcpcs', false),
}

/** Hemifacial spasm itself; the ICD code carries the side (one public page swaps the digits and is wrong). */
export const hemifacialSpasm = [snomed('13753008'), icd10cm('G51.3')] as const
export const spasmBySide = {
  right: icd10cm('G51.31'),
  left: icd10cm('G51.32'),
  both: icd10cm('G51.33'),
  unspecified: icd10cm('G51.39'),
} as const

export const bellPalsy = [snomed('193093009'), icd10cm('G51.0')] as const
export const facialMyokymia = [snomed('1070000'), icd10cm('G51.4')] as const
export const blepharospasm = [snomed('59026006'), icd10cm('G24.5')] as const
export const multipleSclerosis = [snomed('24700007'), unconfirmed.icd10cm('G35')] as const
export const benignTumour = [unconfirmed.icd10cm('D33.3'), unconfirmed.icd10cm('D32.0')] as const
export const malformation = [unconfirmed.icd10cm('Q28.2'), unconfirmed.icd10cm('I67.1')] as const
export const chiariMalformation = [unconfirmed.icd10cm('G93.5')] as const
export const milkProteinAllergy = [snomed('782555009'), unconfirmed.icd10cm('Z91.011')] as const

/** Magnetic resonance of the head, with and without contrast, and its angiography. */
export const headMri = ['24587-8', '24590-2', '24589-4', '30657-1', '24735-3', '24740-3', '30658-9', '24593-6'].map(
  loinc,
)
/** Computed tomography of head and petrous bone. */
export const headCt = ['24725-4', '24727-0', '24877-3'].map(loinc)
export const mriProcedures = ['70551', '70552', '70553', '70544'].map(unconfirmed.cpt)
export const facialToxin = [cpt('64612')] as const
export const toxinProducts = [
  hcpcs('J0585'),
  hcpcs('J0586'),
  hcpcs('J0587'),
  hcpcs('J0588'),
  unconfirmed.hcpcs('J0589'),
] as const
export const decompressionProcedure = [cpt('61458')] as const
export const audiometry = [unconfirmed.cpt('92557')] as const
export const phq9Total = [unconfirmed.loinc('44261-6')] as const
