import { type JsonObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { nameShown, namesOf, namesRead, personName } from '@facialis/fhir/read/person-name.ts'
import type { Resource } from '@facialis/record'
import { isSameName, longestName } from '../indexed/name-key.ts'
import type { ReadRecord } from './open-chart.ts'

/**
 * Of their names, the one they go by is replaced. It stays as an old one, which R4 says of a name that "was never correct", too:
 * whoever knew them by it, or wrote it on a letter, finds them by it.
 */
export function namedAnew(patient: Resource, name: string): readonly JsonObject[] {
  const shown = nameShown(patient)
  const now = { ...(shown?.use === undefined || shown.use === 'old' ? {} : { use: shown.use }), text: name }
  const isOne = (known: JsonObject): boolean => namesOf({ name: [known] }).some((one) => isSameName(one, name))
  const names = objectsIn(patient.name).flatMap((one) =>
    one === shown ? [now] : one.use === 'old' && isOne(one) ? [] : [one],
  )
  if (shown === undefined) return [...names, now]
  return isOne(shown) ? names : [...names, { ...shown, use: 'old' }]
}

/** More names than these are no help to whoever looks for somebody. */
const mostNames = 20

/** What else somebody may be looked for by than their name: earlier names and others, of every record of theirs. */
export function otherNamesIn({ patient, resources }: Pick<ReadRecord, 'patient' | 'resources'>): readonly string[] {
  const name = personName(patient)
  const known = resources.filter(({ resourceType }) => resourceType === 'Patient').flatMap(namesRead)
  return [...new Set(known)]
    .filter((one) => one !== name && one.length <= longestName && (name === null || !isSameName(one, name)))
    .slice(0, mostNames)
}
