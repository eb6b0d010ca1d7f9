import type { Code, Day, EntryRecord, Span } from '@facialis/language'
import { isObject, isText, type JsonObject } from '../json/json.ts'
import { knownOf, performerLinks, placeLinks } from '../read/performers.ts'
import { extensionsOf } from '../read/provenance.ts'
import type { Reading } from '../read/reading.ts'
import { reasonConcepts } from '../read/reasons.ts'
import { type Item, isNamedAs, type References } from '../read/references.ts'
import type { Resource } from '../read/resources.ts'
import { codingsOf, wordsOf } from '../terms/concept.ts'
import { entersOf } from '../terms/concept-meaning.ts'
import { codesInAnyList } from '../terms/stated-reason.ts'
import { addressOf, isKnownAddress, isOneOf, recordedAfterExtension } from '../terms/systems.ts'
import { performedWhen } from '../values/when.ts'
import type { GatedTreatment, Recognised, Recognising } from './gated-treatment.ts'
import { isNamedIn } from './mentioned.ts'

/** How it is told from what somebody else did. */
type Telling = Pick<Recognising, 'today' | 'zone' | 'isOurs'> & Readonly<{ references: References }>

/** What a giving that stands behind the gate is: of before or elsewhere, or of this site and of today or later. */
export function recogniseGiven(
  given: EntryRecord,
  resource: Resource,
  { treatment, today, zone, isOurs, references }: Telling & Readonly<{ treatment: GatedTreatment }>,
): Recognised {
  if (given.date !== null && given.date.hi < today) return 'history'
  const isAhead = given.date !== null && given.date.lo > today
  return !isAhead && isElsewhere(treatment, given, resource, { today, zone, isOurs, references })
    ? 'history'
    : 'prospective'
}

/**
 * Only said of what was given elsewhere, and of today only where somebody is named who does not work here: the sender's own
 * word would open the gate to anybody.
 */
function isElsewhere(
  { givenHere }: GatedTreatment,
  { fields, date }: EntryRecord,
  resource: Resource,
  telling: Telling,
): boolean {
  if (resource.resourceType === 'MedicationStatement') return isToldOfElsewhere(resource, telling)
  const here = fields[givenHere.id]
  if (!(here && 'word' in here && here.word === 'no') && whyAfter(resource) !== 'elsewhere') return false
  const performers = performerLinks({ performer: resource.performer }).filter(
    (one) => !isNamedAs(noGivers, one, resource, telling.references),
  )
  if (performers.length === 0) return date === null || date.lo < telling.today
  // Wherever it was done, or for whom, may be here as well.
  const places = placeLinks(resource).filter(({ display, reference }) => isText(display) || isText(reference))
  const named = places.flatMap((one) => knownOf(one, resource, telling)).filter(({ display }) => isText(display))
  return ![
    ...performers.map((one) => isOneOfUs(one, resource, telling)),
    ...named.map((one) => telling.isOurs?.(one) ?? true),
  ].includes(true)
}

/** Nobody injects their own face, and who used a device is not said by it. */
const noGivers: ReadonlySet<string> = new Set(['Patient', 'RelatedPerson', 'Device'])

/** Somebody of whom any of what is known is of one who works here. */
const isOneOfUs = (link: JsonObject, holder: Resource, { isOurs, references }: Telling): boolean =>
  isOurs === undefined || knownOf(link, holder, { references }).some(isOurs)

/**
 * What somebody takes is told, and nobody gives it by that. But what one of us tells was taken on this very day is what is
 * given here: under another name it would pass the gate.
 */
function isToldOfElsewhere(resource: Resource, telling: Telling): boolean {
  const { today, zone } = telling
  // The day on which it was told is not the day on which it was taken.
  const taken = performedWhen(resource, ['effectiveDateTime', 'effectivePeriod'], '', { zone, report: () => {} })
  if (taken === null || taken.lo < today) return true
  const source = isObject(resource.informationSource) ? resource.informationSource : {}
  if (/(^|\/)(Patient|RelatedPerson)\/[^/]+$/.test(String(source.reference))) return true
  return !isOneOfUs(source, resource, telling)
}

/** Whether what a resource orders or tells stands behind the gate: by what its codes say, by any of its reasons, or because it contradicts itself. */
export const isGated = (
  treatment: GatedTreatment,
  fields: EntryRecord['fields'],
  item: Item,
  reading: Pick<Reading, 'terms' | 'references'>,
): boolean =>
  isCovered(treatment, fields) ||
  tellsWhatIsCovered(treatment, item, reading) ||
  saysBoth(treatment, item.resource, reading)

/** For a reason the gate covers, or for none that was said. */
function isCovered({ indication, covers }: GatedTreatment, fields: EntryRecord['fields']): boolean {
  const said = fields[indication.id]
  return said === undefined || !('word' in said) || covers.includes(said.word)
}

/**
 * Whether any of the reasons is one the gate stands before, by its code or in its words. Another reason beside it, a code of a
 * list nobody here knows, or a procedure that is mostly done for something else, takes nothing of that away.
 */
export function tellsWhatIsCovered(
  { entry, indication, covers, reasons, reasonCodes }: GatedTreatment,
  { resource }: Item,
  reading: Pick<Reading, 'terms' | 'references'>,
): boolean {
  const concepts = reasonConcepts(resource, reading)
  const codes = codesInAnyList(concepts)
  return (
    isNamedIn(concepts.flatMap(wordsOf), reasons) ||
    codes.some((coding) => isOneOf(reasonCodes, coding)) ||
    reading.terms.meaningsOf('reason', codes).rows.some((row) => {
      const meaning = entersOf(row)
      return meaning?.entry.id === entry.id && covers.includes(String(meaning.fields[indication.id]))
    })
  )
}

/** Also with what a bill writes behind it, in a list nobody here knows where no word says what it is, and written among words. */
export const isDoneThere = (concepts: readonly unknown[], codes: readonly Code[]): boolean =>
  wordsOf(concepts).some((text) =>
    text.match(/\b\d{5}\b/g)?.some((number) => codes.some(({ code }) => code === number)),
  ) ||
  codingsOf(concepts).some(({ system, code, display }) => {
    if (!isText(code)) return false
    const plain = code.trim().replace(/^(\w{5})(?:[-, ]\w{2})+$/, '$1')
    const addresses = isKnownAddress(system)
      ? [system]
      : display === undefined
        ? codes.map((one) => addressOf(one.system))
        : []
    return addresses.some((address) => isOneOf(codes, { system: address, code: plain }))
  })

/**
 * Whether its own codes contradict each other: one is done on what is covered alone, and another mostly elsewhere. A reason
 * settles nothing then, for nobody can tell to which of them it belongs.
 */
function saysBoth(
  { entry, indication, covers, doneThere, doneElsewhere }: GatedTreatment,
  resource: JsonObject,
  { terms }: Pick<Reading, 'terms'>,
): boolean {
  const codings = codingsOf([resource.code, resource.usedCode, resource.orderDetail].flat())
  return (
    isDoneThere(codings, doneThere) &&
    (isDoneThere(codings, doneElsewhere) ||
      terms.meaningsOf('Procedure', codings).rows.some((row) => {
        const meaning = entersOf(row)
        const word = meaning?.entry.id === entry.id ? meaning.fields[indication.id] : undefined
        return typeof word === 'string' && !covers.includes(word)
      }))
  )
}

/** What is not over yet is of this very day, whenever it began: nobody can have begun it yesterday to pass the gate today. */
export const untilNow = (date: Span | null, { status }: JsonObject, today: Day): Span | null =>
  date === null || !goingOn.has(String(status)) ? date : { lo: Math.max(date.lo, today), hi: Math.max(date.hi, today) }
const goingOn = new Set(['in-progress', 'on-hold'])

/** Why it is written down only afterwards, where it says so. */
export const whyAfter = (resource: Resource): string | null => {
  const marks = extensionsOf(resource, recordedAfterExtension)
  if (marks.length === 0) return null
  const reasons = marks.map((mark) => {
    const why = (Array.isArray(mark.extension) ? mark.extension : []).find((one) => isObject(one) && one.url === 'why')
    return isObject(why) && typeof why.valueCode === 'string' ? why.valueCode : ''
  })
  // Of several that differ, nobody can tell which is so.
  return new Set(reasons).size === 1 ? (reasons[0] ?? '') : ''
}
