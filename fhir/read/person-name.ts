import { isText, type JsonObject, objectsIn } from '../json/json.ts'

/** Of names, those that somebody had, or goes by among friends or for a while. */
const beside = new Set<unknown>(['old', 'maiden', 'nickname', 'anonymous', 'temp'])

/** What somebody is called, as it is read: the name they go by, in one piece as it was written, or put together. */
export function personName(person: JsonObject): string | null {
  const names = objectsIn(person.name)
  const name = names.find(({ use }) => !beside.has(use)) ?? names[0]
  return name === undefined ? null : (inOnePiece(name) ?? inParts(name))
}

/** Everything that somebody may be looked for by: each name they have or had, however it was written. */
export const namesOf = (person: JsonObject): readonly string[] =>
  objectsIn(person.name).flatMap((name) => [inOnePiece(name), inParts(name)].filter((one) => one !== null))

const inOnePiece = ({ text }: JsonObject): string | null => (isText(text) ? text : null)

function inParts({ given, family }: JsonObject): string | null {
  const parts = [...(Array.isArray(given) ? given : []), family].filter(isText)
  return parts.length === 0 ? null : parts.join(' ')
}
