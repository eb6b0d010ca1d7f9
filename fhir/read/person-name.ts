import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'

/** Of names, those that somebody had, or goes by among friends or for a while. */
const beside = new Set<unknown>(['old', 'maiden', 'nickname', 'anonymous', 'temp'])

/** What somebody is called, as it is read: the name they go by, in one piece as it was written, or put together. */
export function personName(person: JsonObject): string | null {
  const name = nameShown(person)
  return name === undefined ? null : read(name)
}

/** Of their names, the one they go by. */
export function nameShown(person: JsonObject): JsonObject | undefined {
  const names = objectsIn(person.name).filter(isName)
  const used = names.filter(({ use }) => !beside.has(use))
  return used.find((one) => !hasEnded(one)) ?? used[0] ?? names.find(({ use }) => use !== 'anonymous') ?? names[0]
}

/** Each name they have or had, as it is read. */
export const namesRead = (person: JsonObject): readonly string[] =>
  objectsIn(person.name)
    .filter(isName)
    .flatMap((name) => read(name) ?? [])

/** Everything that somebody may be looked for by: each name they have or had, however it was written. */
export const namesOf = (person: JsonObject): readonly string[] =>
  objectsIn(person.name).flatMap((name) =>
    [inOnePiece(name), inParts(name), inParts(name, { titled: true })].filter((one) => one !== null),
  )

/** Whether a name, a number or an address is said to be in use no longer, or only until some day. */
export const hasEnded = ({ use, period }: JsonObject): boolean =>
  use === 'old' || (isObject(period) && period.end !== undefined)

const isName = ({ text, given, family }: JsonObject): boolean =>
  isText(text) || isText(family) || (Array.isArray(given) && given.some(isText))
const read = (name: JsonObject): string | null => inOnePiece(name) ?? inParts(name)

const inOnePiece = ({ text }: JsonObject): string | null => (isText(text) ? text : null)

function inParts({ prefix, given, family, suffix }: JsonObject, { titled = false } = {}): string | null {
  const first = textsIn(given)
  const last = isText(family) ? [family] : []
  // There the name of the family goes before, and nothing stands between.
  const isOnePiece = last.some((one) => familyFirst.test(one))
  const name = isOnePiece ? [...last, ...first].join('') : [...first, ...last].join(' ')
  if (name === '') return null
  return titled ? [...textsIn(prefix), name, ...textsIn(suffix)].join(' ') : name
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : [])

/** Scripts in which names are written without a space, as members of a class of letters. */
export const writtenInOnePiece = '\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}'
const familyFirst = new RegExp(`^[${writtenInOnePiece}]+$`, 'u')
