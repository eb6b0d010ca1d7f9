import { isText, type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { nameShown, namesOf, namesRead, personName } from '@facialis/fhir/read/person-name.ts'
import type { Resource } from '@facialis/record'
import { isSameName, longestName } from '../search-indexing/name-key.ts'
import type { ReadRecord } from './open-chart.ts'

/**
 * Of their names, the one they go by is replaced. It stays as an old one, which R4 says of a name that "was never correct", too:
 * whoever knew them by it, or wrote it on a letter, finds them by it.
 */
export function namedAnew(patient: Resource, name: string): readonly JsonObject[] {
  const shown = nameShown(patient)
  const now = { ...(shown === undefined ? {} : stillSaid(shown, name)), text: name }
  const isOne = (known: JsonObject): boolean => namesOf({ name: [known] }).some((one) => isSameName(one, name))
  const names = objectsIn(patient.name).flatMap((one) =>
    one === shown ? [now] : one.use === 'old' && isOne(one) ? [] : [one],
  )
  if (shown === undefined) return [...names, now]
  return isOne(shown) ? names : [...names, { ...shown, use: 'old' }]
}

/**
 * What another system wrote of a name that holds for the new one. Which of its words is the family’s is known where either
 * the given names or the family’s name stay; it is found by its parts then, as before.
 */
function stillSaid(shown: JsonObject, name: string): JsonObject {
  const { use, ...parts } = shown
  const { given, family } = parts
  const said = use === undefined || use === 'old' ? {} : { use }
  if (!Array.isArray(given) || !given.every(isText) || !isText(family)) return said
  const first = given.join(' ')
  if (name.endsWith(` ${family}`)) return { ...said, ...parts, given: wordsIn(name.slice(0, -family.length)) }
  const rest = name.startsWith(`${first} `) ? name.slice(first.length).trim() : ''
  return wordsIn(rest).length === wordsIn(family).length ? { ...said, ...parts, family: rest } : said
}
const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')

/** More names than these are no help to whoever looks for somebody. */
const mostNames = 20

/** What else somebody may be looked for by than their name: earlier names and others, of every record of theirs. */
export function otherNamesIn({ patient, resources }: Pick<ReadRecord, 'patient' | 'resources'>): readonly string[] {
  const name = personName(patient)
  const known = resources.filter(({ resourceType }) => resourceType === 'Patient').flatMap(namesRead)
  return new Set(known)
    .values()
    .filter((one) => one !== name && one.length <= longestName && (name === null || !isSameName(one, name)))
    .take(mostNames)
    .toArray()
}
