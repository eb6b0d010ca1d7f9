import { isObject, isText, type JsonObject } from '../json/json.ts'
import { codingsOf, wordsOf } from './concept.ts'
import { foldText } from './fold-text.ts'
import { addressesOf, diagnosisNumber, isNoSnomedCode, otherAddresses, reasonAddresses } from './systems.ts'

/**
 * Whether these concepts tell a reason that somebody can know, whichever it is: at least one of them by a code, and none of
 * them by a sign that says nothing here. "Unknown" has a code, too; a code of a list of somebody's own is told by its words.
 */
export function statesReason(concepts: readonly unknown[]): boolean {
  const each = concepts.flat().filter((one): one is JsonObject => isObject(one) && !isCircumstance(one))
  return each.some(isCoded) && each.every((one) => isCoded(one) || wordsOf(one).some((words) => saysMore(words, '')))
}

/** Why somebody is seen, what they take or had: the last chapter of that list names no illness, and so no reason, nor takes one away. */
const isCircumstance = (concept: JsonObject): boolean => {
  const codings = codingsOf(concept)
  return codings.length > 0 && codings.every(({ system, code }) => icd10.has(system) && /^\s*z\d/i.test(String(code)))
}
const icd10: ReadonlySet<unknown> = new Set(addressesOf.icd10cm)

const isCoded = (concept: JsonObject): boolean =>
  codingsOf(concept).some((coding) => saysSomething(coding, wordsOf([coding, { text: concept.text }])))

function saysSomething({ system, code }: JsonObject, words: readonly string[]): boolean {
  if (!isText(system) || !isText(code) || absences.has(system) || otherAddresses.has(system)) return false
  const written = addressesOf.icd10cm.includes(system) ? diagnosisNumber(code.trim()) : code.trim()
  if (unsaid.has(written)) return false
  const numbers = numbersIn({ system, code })
  if (numbers.some((one) => isNoSnomedCode(system, String(one.code)))) return false
  return isWellFormed(system, code) || words.some((text) => saysMore(text, code))
}

/** Of a code whose list nobody here knows, or that is none of its list, nobody can tell what it says. */
function isWellFormed(system: string, code: string): boolean {
  if (!reasonAddresses.has(system)) return false
  if (addressesOf.snomed.includes(system)) return /\d{6}/.test(code)
  return !addressesOf.icd10cm.includes(system) || /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/.test(diagnosisNumber(code.trim()))
}

/** Whether words are none, or say that nobody knows. */
export const saysNothing = (text: string): boolean => !saysMore(text, '')

/** Whether words say more than the code they stand beside, and than that nobody knows. */
export const saysMore = (text: string, code: string): boolean => {
  const words = foldText(text).trim()
  return /\p{L}/u.test(words) && words !== foldText(code).trim() && !nothing.test(words)
}
const nothing =
  /^\W*(?:(?:reason|indication|diagnosis|cause|code)\W*)*(?:unknown|unspecified|not (?:known|specified|stated|given|recorded|applicable|available)|n\/?a|nil|none|null|other|others|misc(?:ellaneous)?|tbd|(?:see )?(?:notes?|comments?|text|below|above)|reason|indication|diagnosis|(?:local )?code)\W*$/

const absences: ReadonlySet<unknown> = new Set([
  'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  'http://hl7.org/fhir/v3/NullFlavor',
])
/** "Unknown", "other", "not applicable", "undetermined", any disease, an illness that nobody specified, and a spasm, a twitch or a movement of nobody knows what. */
const unsaid: ReadonlySet<string> = new Set([
  '261665006',
  '74964007',
  '385432009',
  '373068000',
  '64572001',
  'R25.2',
  'R25.3',
  'R25.8',
  'R25.9',
  'G25.9',
  'M62.83',
  'M62.838',
  '728.85',
  '781.0',
  'R69',
  '799.9',
])

/**
 * The codes of a concept as any list may have them: where the list is not known here, the code may be one that is, and an
 * expression says all that its parts say.
 */
export const codesInAnyList = (concepts: readonly unknown[]): readonly JsonObject[] =>
  codingsOf(concepts).flatMap((coding) =>
    isText(coding.code) && !reasonAddresses.has(String(coding.system))
      ? [coding, ...[...reasonAddresses].map((system) => ({ system, code: coding.code }))]
      : numbersIn(coding),
  )

/** The parts of an expression: `13753008:272741003=7771000` and `8B88.2&XK8G` are the spasm, on the left. */
function numbersIn(coding: JsonObject): readonly JsonObject[] {
  const { system, code } = coding
  if (!isText(system) || !isText(code)) return [coding]
  const parts = addressesOf.icd11.includes(system)
    ? code.split(/[&/]/)
    : addressesOf.snomed.includes(system) && /\D/.test(code.trim())
      ? (code.match(/\d{6,18}/g) ?? [])
      : []
  return [coding, ...parts.map((one) => ({ system, code: one }))]
}
