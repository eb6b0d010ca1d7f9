import { type Code, memoiseWeak } from '@facialis/language'
import { isObject, isText, type JsonObject } from '../json/json.ts'
import { foldText } from '../terms/fold-text.ts'
import { fuzzyNamesOf, isFuzzilyNamedIn, type LookedFor } from './fuzzy-names.ts'
import type { GatedTreatment } from './gated-treatment.ts'

/** Whether one of these names, or parts of names, stands in one of the texts. */
export function isNamedIn(texts: readonly unknown[], names: readonly string[]): boolean {
  const named = oneOf(names)
  return texts.some((text) => isText(text) && named.test(foldText(text)))
}

/** The names of a treatment are looked for in every text that comes in: all at once, and made ready once. */
const oneOf = memoiseWeak(
  (names: readonly string[]): RegExp =>
    names.length === 0 ? /(?!)/ : new RegExp(names.map(foldText).map(RegExp.escape).join('|')),
)
const beginningOf = memoiseWeak((names: readonly string[]): RegExp => new RegExp(`^(?:${oneOf(names).source})`))
const lookedOf = memoiseWeak((looked: LookedHere) => ({
  named: oneOf([...looked.names, ...looked.likeNames]),
  nearly: fuzzyNamesOf(looked),
}))
type LookedHere = LookedFor & Pick<GatedTreatment, 'likeNames' | 'doneThere'>

/**
 * Whether it is named in what is written for people: notes, the page that shows it, how a dose is to be taken, what came of
 * it, or the same word in another language, also with a slip of the pen; or a number by which it alone is done. "No botulinum
 * toxin today" names it too: nobody but a reader can tell what such words say. What is judged by itself is left out.
 */
export function isMentioned(
  resource: JsonObject,
  products: readonly JsonObject[],
  { looked, except }: Readonly<{ looked: LookedHere; except: ReadonlySet<unknown> }>,
): boolean {
  const { named, nearly } = lookedOf(looked)
  const texts = [resource, ...products].flatMap((one) => written(one, except))
  const isNamed = texts.some((text) => {
    // Some names end with the end of a word.
    const said = `${foldText(text)} `
    return named.test(said) || isFuzzilyNamedIn(said, nearly)
  })
  // By its own code it was judged already.
  const many = isNamed ? 0 : numbered(texts, looked.doneThere)
  const { code, usedCode, orderDetail } = resource
  return isNamed || (many > 0 && many > numbered(written([code, usedCode, orderDetail]), looked.doneThere))
}

/** Whether one of these texts begins with such an act and names no other: "Injection, left side", not "Injection of contrast". */
export const isActIn = (
  texts: readonly string[],
  { likeActs, otherActs }: Pick<GatedTreatment, 'likeActs' | 'otherActs'>,
): boolean =>
  texts.some((text) => beginningOf(likeActs).test(foldText(text).trimStart())) && !isNamedIn(texts, otherActs)

/** Whether one of these names stands anywhere in what is written for people. */
export const isWritten = (resource: JsonObject, names: readonly string[]): boolean =>
  isNamedIn(written(resource), names)

/** In how many of these texts one of these codes stands as a number. */
const numbered = (texts: readonly string[], codes: readonly Code[]): number =>
  texts.filter((text) =>
    codes.some(({ code }) => text.includes(code) && new RegExp(`(?<![\\w.])${code}(?![\\w.])`).test(text)),
  ).length

/** What is written here. A reference only names another resource, by its title: whoever is seen in a clinic for it is not given it. */
function written(value: unknown, except: ReadonlySet<unknown> = all): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => written(one, except))
  if (!isObject(value) || isText(value.reference) || except.has(value)) return none
  return Object.entries(value).flatMap(([name, one]) => {
    if (isText(one)) return forPeople.has(name) ? [one] : none
    return unwritten.has(name) ? none : written(one, except)
  })
}
const none: readonly string[] = []
/** Nothing is left out. */
const all: ReadonlySet<unknown> = new Set()

/** A code may be a name as well, in whichever list it stands. */
const forPeople = new Set([
  'text',
  'display',
  'div',
  'patientInstruction',
  'valueString',
  'valueMarkdown',
  'description',
  'title',
  'textEquivalent',
  'contentString',
  'comment',
  'unit',
  'code',
])
/** Who, where and in whose name, and what stands inside to be referred to. */
const unwritten = new Set([
  'meta',
  'identifier',
  'contained',
  'subject',
  'encounter',
  'context',
  'performer',
  'actor',
  'onBehalfOf',
  'requester',
  'recorder',
  'asserter',
  'informationSource',
  'location',
  'locationReference',
  'insurance',
  'supportingInformation',
  'basedOn',
  'partOf',
  'authorizingPrescription',
  'reasonReference',
])
