import type { ChoiceFact, Entry, EntryRecord, Fact, QuantityFact, Span } from '@facialis/language'
import { isObject, isText, type JsonObject, objectsIn } from '../json/json.ts'
import { type Locator, pathOf, within } from '../json/locator.ts'
import { codingsOf } from '../terms/concept.ts'
import { type ConceptMeaning, entersOf, measuresOf } from '../terms/concept-meaning.ts'
import { answerSystem } from '../terms/systems.ts'
import { isUnnamed } from '../terms/unnamed-medicine.ts'
import { amountOf } from '../values/fhir-value.ts'
import { inOrder } from '../values/plain-value.ts'
import { performedWhen, spanIn, whenOf } from '../values/when.ts'
import { siteWord } from './condition.ts'
import { isInError, noted } from './counts.ts'
import { batchOf, isUnreadable, productConcepts, productLinks } from './products.ts'
import { draft, ignore, isReassuring, type Reading, recordOf, type Said, state } from './reading.ts'
import { reasonConcepts, reasonsIn, sitesOf } from './reasons.ts'
import { type Item, isNamedAs } from './references.ts'
import { isRole, roleWord } from './roles.ts'

/** How a type of resource tells of something done, taken or asked for. */
export type EventShape = Readonly<{
  /** Statuses that say it did not happen. */
  notDone: readonly string[]
  /** Whether it is an intention only. */
  isOrder: boolean
  /** Whether its codes begin an entry. An order of a medicine names what is to be given, and gives nothing. */
  enters: boolean
  when: readonly string[]
  concept: (resource: JsonObject, reading: Pick<Reading, 'references'>) => unknown
}>

/** By its code, or by the product referred to; the words on a reference count where it leads nowhere. */
export const medicationOf = (resource: JsonObject, reading: Pick<Reading, 'references'>): unknown =>
  resource.medicationReference === undefined
    ? resource.medicationCodeableConcept
    : [resource.medicationCodeableConcept, ...productConcepts(resource, reading)]

/** A medicine was used, and neither it nor a word for it is here. That a device is not here is nothing out of the way. */
const usesUnread = (resource: JsonObject, reading: Reading): boolean =>
  productLinks(resource).some(
    (link) =>
      !isText(link.display) &&
      isNamedAs(medicines, link, resource, reading.references) &&
      isUnreadable(link, resource, reading),
  )
const medicines: ReadonlySet<string> = new Set(['Medication'])

const codeOfResource = (resource: JsonObject): unknown => resource.code

/** By its code, and by what was used in it: whoever writes "injection" may name only there what was injected. */
const procedureOf = (resource: JsonObject, reading: Pick<Reading, 'references'>): unknown =>
  resource.usedCode === undefined && resource.usedReference === undefined && resource.focalDevice === undefined
    ? resource.code
    : [resource.code, resource.usedCode, ...productConcepts(resource, reading)].flat()

export const eventShapes: Readonly<Record<string, EventShape>> = {
  Procedure: {
    notDone: ['not-done', 'preparation'],
    isOrder: false,
    enters: true,
    when: ['performedDateTime', 'performedPeriod'],
    concept: procedureOf,
  },
  MedicationAdministration: {
    notDone: ['not-done'],
    isOrder: false,
    enters: true,
    when: ['effectiveDateTime', 'effectivePeriod'],
    concept: medicationOf,
  },
  MedicationStatement: {
    notDone: ['not-taken', 'intended'],
    isOrder: false,
    enters: true,
    when: ['effectiveDateTime', 'effectivePeriod', 'dateAsserted'],
    concept: medicationOf,
  },
  MedicationRequest: {
    notDone: ['cancelled', 'stopped', 'draft', 'completed'],
    isOrder: true,
    enters: false,
    when: ['authoredOn'],
    concept: medicationOf,
  },
  ServiceRequest: {
    notDone: ['revoked', 'draft'],
    isOrder: true,
    enters: true,
    when: ['authoredOn'],
    concept: codeOfResource,
  },
}

/** A medicine no longer taken says nothing of today. */
const isOver = ({ type, resource }: Item): boolean => type === 'MedicationStatement' && resource.status !== 'active'

const intentionsOnly = new Set(['proposal', 'plan', 'option'])

/** Reads what was done, given or asked for: what it says of the person, and the entry it stands for. */
export function readEvent(item: Item, reading: Reading, shape: EventShape): void {
  const { resource, type, where } = item
  const { counts } = reading
  if (isInError(reading, resource.status)) return
  const concept = shape.concept(resource, reading)
  const understood = reading.terms.meaningsOf(type, concept)
  if (!noted(reading, understood)) {
    if (shape.concept === medicationOf ? isUnnamed(concept) : usesUnread(resource, reading)) counts.unnamedMedicines++
    return
  }
  if (shape.notDone.includes(String(resource.status)) || resource.doNotPerform === true) {
    counts.notDone++
    return
  }
  if (shape.isOrder) counts.orders++
  if (shape.isOrder && intentionsOnly.has(String(resource.intent))) return
  const date = (shape.isOrder ? whenOf : performedWhen)(resource, shape.when, where, reading)
  for (const { row, fact, value } of understood.states)
    if (fact.scope !== 'patient' || isOver(item)) continue
    else if (!row.code.confirmed && isReassuring(fact, { word: value })) counts.notTaken++
    else state(reading, fact, { word: value }, date, item)
  for (const row of understood.rows)
    for (const fact of measuresOf(row))
      if (fact.scope === 'patient') {
        const value = measuredIn(fact, item, reading, date)
        if (value) state(reading, fact, value, date, item)
      }
  if (!shape.enters || understood.enters === undefined) return
  // In an operation something may have been injected, too.
  const kinds = new Set(understood.rows.flatMap((row) => entersOf(row)?.entry ?? []))
  for (const kind of kinds) enter(kind, { item, understood, date }, reading)
}

type Event = Readonly<{ item: Item; understood: ConceptMeaning; date: Span | null }>

function enter(kind: Entry, { item, understood, date }: Event, reading: Reading): void {
  if (item.type === 'Procedure' && isForAnother(kind, item, reading)) {
    ignore(reading, item, `${kind.label} for another reason`)
    return
  }
  const fields: Record<string, Said> = {}
  const dose = new Set<string>()
  for (const row of understood.rows)
    for (const fact of measuresOf(row)) {
      const value = fact.scope === kind.id && !(fact.id in fields) ? measuredIn(fact, item, reading, date) : null
      if (!value) continue
      fields[fact.id] = value
      if (fact.type === 'quantity') dose.add(fact.id)
    }
  const fixed = {
    ...fixedFields(kind.id, reasonsIn(item, reading)),
    ...detailedFields(kind, item.resource),
    ...fixedFields(kind.id, understood),
  }
  for (const [id, value] of Object.entries(fixed)) fields[id] ??= value
  draft(reading, { record: recordOf(item, kind.id, date, fields), from: item, dose })
}

/** Done for a coded reason nobody here knows, where the kind of entry has no word for such reasons. */
function isForAnother(kind: Entry, item: Item, reading: Reading): boolean {
  const { terms } = reading
  if (terms.rows.some((row) => row.in.includes('reason') && entersOf(row)?.entry.id === kind.id)) return false
  const concepts = reasonConcepts(item.resource, reading)
  return codingsOf(concepts).length > 0 && terms.meaningsOf('reason', concepts).rows.length === 0
}

/** What the codes themselves say of the fields of an entry. */
export function fixedFields(kind: string, { rows }: Pick<ConceptMeaning, 'rows'>): EntryRecord['fields'] {
  const fields: Record<string, Said> = {}
  for (const row of rows) {
    const meaning = entersOf(row)
    if (meaning?.entry.id !== kind) continue
    for (const [id, said] of Object.entries(meaning.fields))
      fields[id] ??= typeof said === 'string' ? { word: said } : { words: said }
  }
  return fields
}

/** What an order asks for in detail, in our own words for the parts of it. */
function detailedFields({ fields }: Entry, { orderDetail }: JsonObject): EntryRecord['fields'] {
  if (orderDetail === undefined) return {}
  const codes = codingsOf(orderDetail).flatMap((one) => (one.system === answerSystem ? [String(one.code)] : []))
  return Object.fromEntries(
    Object.values(fields).flatMap((field) => {
      const words = field.type === 'set' ? inOrder(field.values, codes) : []
      return words.length === 0 ? [] : [[field.id, { words }] as const]
    }),
  )
}

/** Facts that stand beside the code: dose, lot, expiry, side, role of the performer, day it is booked for, urgency. */
function measuredIn(fact: Fact, item: Item, reading: Reading, date: Span | null): Said | null {
  const { resource, where } = item
  switch (fact.type) {
    case 'quantity':
      return doseOf(fact, resource, where, reading)
    case 'text': {
      const lot = batchOf(resource, reading)?.lotNumber
      return isText(lot) ? { text: lot } : null
    }
    case 'date': {
      if (fact.scope === 'patient') return date && { date }
      const expiry = batchOf(resource, reading)?.expirationDate
      const span =
        expiry === undefined
          ? whenOf(resource, ['occurrenceDateTime', 'occurrencePeriod'], where, reading)
          : spanIn(reading.zone, expiry)
      return span && { date: span }
    }
    case 'choice':
      return choiceIn(fact, resource, reading)
    default:
      return null
  }
}

function choiceIn(fact: ChoiceFact, resource: JsonObject, reading: Reading): Said | null {
  if (isRole(reading.pathway, fact)) {
    const performers = objectsIn(resource.performer).map((performer) => performer.actor ?? performer)
    const word = roleWord(reading, fact, [performers, resource.asserter, resource.recorder], resource)
    return word === null ? null : { word }
  }
  const bySite = siteWord(fact, sitesOf(resource), reading)
  if (bySite || typeof resource.priority !== 'string') return bySite
  const coding = { system: 'http://hl7.org/fhir/request-priority', code: resource.priority }
  const stated = reading.terms.meaningsOf('priority', coding).states.find((meaning) => meaning.fact.id === fact.id)
  return stated ? { word: stated.value } : null
}

function doseOf(fact: QuantityFact, resource: JsonObject, where: Locator, reading: Reading): Said | null {
  const dosage = isObject(resource.dosage) ? resource.dosage : objectsIn(resource.dosage)[0]
  const dose = dosage?.dose ?? objectsIn(dosage?.doseAndRate)[0]?.doseQuantity
  if (!isObject(dose)) return null
  const unit = [dose.code, dose.unit].find(isText)
  if (unit !== undefined && drawnUp.test(unit.trim())) {
    reading.ignored.push({ what: pathOf(where), why: `a dose in ${unit} says nothing of ${fact.unit}` })
    return { unknown: 'asked-unanswered' }
  }
  return amountOf(fact, asActivity(fact, dose), within(within(where, 'dosage'), 'dose'), reading.report)
}

/** How a medicine was drawn up or packed, which is no dose. */
const drawnUp = /^(?:\[?ml\]?|vials?|\{vials?\}|syringes?|each|ea|kits?)$/i

/** Other systems have no unit for the activity of a product and write the international one, or a short word. */
const activity = /^(?:\[?iu\]?|unt|\[arb'u\]|\[usp'u\]|international units?)$/i
const asActivity = (fact: QuantityFact, dose: JsonObject): JsonObject =>
  fact.unit === 'U' && [dose.code, dose.unit].some((unit) => isText(unit) && activity.test(unit.trim()))
    ? { ...dose, code: 'U' }
    : dose
