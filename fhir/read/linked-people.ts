import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { lastTwo, withoutVersion } from './references.ts'

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

const none: readonly string[] = []

/** All of them, in whichever direction. */
export function linkedTo(patient: JsonObject): readonly string[] {
  if (patient.link === undefined) return none
  const { replacedBy, replaces } = linkedPeople(patient)
  return [...replacedBy, ...replaces]
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

/** A record that was merged, beside the one in use: who somebody is, is told by that one; what else was known stays. */
export const besideInUse = <T extends JsonObject>(inUse: JsonObject, other: T): T =>
  inUse.birthDate === undefined ? other : { ...other, birthDate: inUse.birthDate }

/** Follows what was merged into what to the one in use; of those that lead round in a circle, each stands for itself. */
export const inUseAmong =
  (into: ReadonlyMap<string, string>) =>
  (key: string): string => {
    const seen = new Set<string>()
    let at = key
    for (let next = into.get(at); next !== undefined; next = into.get(at)) {
      if (seen.has(at)) return key
      seen.add(at)
      at = next
    }
    return at
  }

/** What a bundle holds of the records of one person, by the keys of its Patients. */
export type RecordsInBundle = Readonly<{
  /** By the key of a record that was merged, that of the one in use. */
  inUse: (key: string) => string
  /** References to what the Patients name as the same person, and is not in the bundle. */
  elsewhere: readonly string[]
  /** Those of them by which a Patient was replaced. */
  replacedBy: readonly string[]
}>

type Person = Readonly<{ key: string; resource: JsonObject }>

/** Nearly everybody is linked to nobody. */
const unlinked: RecordsInBundle = { inUse: (key) => key, elsewhere: [], replacedBy: [] }

/** Follows the links between Patients that came together. Round in a circle none is in use, and each stands for itself. */
export function recordsInBundle(people: readonly Person[]): RecordsInBundle {
  if (people.every(({ resource }) => resource.link === undefined)) return unlinked
  const keys = new Map(
    people.flatMap(({ key, resource }) => [
      [key, key],
      [`Patient/${String(resource.id)}`, key],
    ]),
  )
  const keyOf = (reference: string): string | undefined => keys.get(reference) ?? keys.get(lastTwo(reference))
  const next = new Map<string, string>()
  const [elsewhere, by] = [new Set<string>(), new Set<string>()]
  for (const { key, resource } of people) {
    const { replacedBy, replaces } = linkedPeople(resource)
    for (const reference of replacedBy) {
      const found = keyOf(reference)
      if (found === undefined) by.add(reference)
      else next.set(key, found)
    }
    for (const reference of replaces) {
      const found = keyOf(reference)
      if (found === undefined) elsewhere.add(reference)
      else next.set(found, key)
    }
  }
  return { inUse: inUseAmong(next), elsewhere: [...by, ...elsewhere], replacedBy: [...by] }
}
