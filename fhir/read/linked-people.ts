import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { withoutVersion } from './references.ts'

/** What a Patient says of other records of the same person, as references without a version. */
export type LinkedPeople = Readonly<{
  /** It must not be used any more; these are used instead of it. */
  replacedBy: readonly string[]
  /** They were merged into it, and are to be read with it. */
  replaces: readonly string[]
}>

/** Links that say nothing of which record is in use (`seealso`, `refer`) are left out. */
export function linkedPeople(patient: JsonObject): LinkedPeople {
  const found = { replacedBy: new Set<string>(), replaces: new Set<string>() }
  for (const { type, other } of objectsIn(patient.link)) {
    if (type !== 'replaced-by' && type !== 'replaces') continue
    found[type === 'replaces' ? 'replaces' : 'replacedBy'].add(nameOf(other))
  }
  return { replacedBy: [...found.replacedBy], replaces: [...found.replaces] }
}

/** Whoever is named by a number or in words only is named by nothing that can be followed, and named all the same. */
function nameOf(other: unknown): string {
  if (!isObject(other)) return 'a record without a name'
  if (isText(other.reference)) return withoutVersion(other.reference)
  const value = isObject(other.identifier) ? other.identifier.value : undefined
  return isText(other.display) ? other.display : isText(value) ? value : 'a record without a name'
}

/** Only the word of whoever keeps the record takes it out of use: what is not said is not no. */
export const isInUse = (patient: JsonObject): boolean => patient.active !== false
