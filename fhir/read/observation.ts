import type { EntryRecord, Fact, Span } from '@facialis/language'
import { isObject, type JsonObject, objectsIn } from '../json/json.ts'
import { at, type Locator, within } from '../json/locator.ts'
import { codeIn, codingsOf, onlyCodeIn } from '../terms/concept.ts'
import { type ConceptMeaning, entersOf } from '../terms/concept-meaning.ts'
import { entryIdOf } from '../terms/native-id.ts'
import { entrySystem, factSystem, replacesExtension, screenSystem } from '../terms/systems.ts'
import { unknownOfReason, valueMember, valueOfFhir } from '../values/fhir-value.ts'
import { whenOf } from '../values/when.ts'
import { counted, isAnything } from './counts.ts'
import { extensionsOf, provenanceOf } from './provenance.ts'
import { draft, isAdverse, isReassuring, type Reading, recordOf, type Said, state } from './reading.ts'
import type { Item } from './references.ts'
import { isSelfReported } from './self-reported.ts'

const effective = ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'issued']
/** Our own observations say when a thing holds, or that nobody knows; `issued` is when it was written down. */
const effectiveOnly = ['effectiveDateTime', 'effectivePeriod']

const ignored = new Set(['entered-in-error', 'cancelled'])
const isVoid = ({ status }: JsonObject): boolean => status !== 'final' && ignored.has(String(status))
const unfinished = new Set(['registered', 'preliminary', 'partial'])

/** Reads an Observation, ours or that of another system: facts of the person, a screen, an entry, or fields of one. */
export function readObservation(item: Item, reading: Reading): void {
  const { resource } = item
  const named = onlyCodeIn(factSystem, resource.code)
  const isOwn = named !== null || codeIn(factSystem, resource.code) !== null
  // A fact of ours is neither a screen nor an entry, but somebody may have written two codes.
  if (named === null && readOwn(item, reading)) return
  if (isVoid(resource)) {
    reading.counts.enteredInError++
    return
  }
  if (reading.absorbed.size > 0 && reading.absorbed.has(item.key)) return
  if (named !== null && resource.component === undefined && readStatement(item, named, reading)) return
  const said = factsIn(item, reading)
  if (said === null) return
  const date = whenOf(resource, isOwn ? effectiveOnly : effective, item.where, reading)
  const marks = resource.status === 'corrected' && isOwn ? { corrects: true } : null
  let fields: Record<string, Record<string, Said>> | null = null
  for (let i = 0; i < said.length; i++) {
    const { fact, value } = said[i] as SaidOf
    if (fact.scope === 'patient') {
      state(reading, fact, value, date, item, marks)
      continue
    }
    fields ??= {}
    const own = fields[fact.scope] ?? {}
    own[fact.id] = value
    fields[fact.scope] = own
  }
  if (fields === null) return
  for (const [kind, values] of Object.entries(fields)) attach(item, kind, values, date, reading)
}

/** A fact of the person by its code alone, as nearly every observation of ours is; false where it is none. What it is called in words says nothing beside it. */
function readStatement(item: Item, named: string, reading: Reading): boolean {
  const { resource, where } = item
  const fact = reading.dictionary.facts.get(named)
  if (fact === undefined) return false
  counted(reading, true)
  const value = readAs(fact, resource, where, reading)
  const date = whenOf(resource, effectiveOnly, where, reading)
  const said: Said = isSettled(resource) || isAdverse(fact, value) ? value : { unknown: 'pending' }
  state(reading, fact, said, date, item, resource.status === 'corrected' ? { corrects: true } : null)
  return true
}

/** Screens and entries in our own words; true when the observation was one of them. */
function readOwn(item: Item, reading: Reading): boolean {
  const { resource, where } = item
  const screen = codeIn(screenSystem, resource.code)
  if (screen !== null && reading.dictionary.screens.has(screen)) {
    reading.counts.understood++
    const date = whenOf(resource, effectiveOnly, where, reading)
    if (isVoid(resource)) reading.counts.enteredInError++
    else if (date && isDone(resource, reading)) reading.screens.push({ screen, date, provenance: provenanceOf(item) })
    return true
  }
  const kind = codeIn(entrySystem, resource.code)
  const entry = kind === null ? undefined : reading.dictionary.entries.get(kind)
  if (!entry) return false
  reading.counts.understood++
  const fields: Record<string, Said> = {}
  const components = objectsIn(resource.component)
  const parts = within(where, 'component')
  for (let i = 0; i < components.length; i++) {
    const component = components[i] as JsonObject
    const fact = reading.dictionary.fields.get(codeIn(factSystem, component.code) ?? '')?.fact
    if (fact?.scope === entry.id) fields[fact.id] = readAs(fact, component, at(parts, i), reading)
  }
  const record: EntryRecord = {
    id: entryIdOf(resource) ?? item.key,
    kind: entry.id,
    date: whenOf(resource, effectiveOnly, where, reading),
    withdrawn: isVoid(resource),
    supersedes: resource.extension === undefined ? none : replacedBy(resource),
    fields: isSettled(resource) ? fields : unsettled(fields, reading),
    provenance: provenanceOf(item),
  }
  draft(reading, { record, from: item, own: true })
  return true
}

const none: readonly never[] = []
const replacedBy = (resource: JsonObject): readonly string[] =>
  extensionsOf(resource, replacesExtension).flatMap(({ valueString }) =>
    typeof valueString === 'string' ? [valueString] : [],
  )

/** A screen is done when somebody other than the person says so, for good. */
function isDone(resource: JsonObject, reading: Reading): boolean {
  const key = valueMember(resource)
  const saysSo = key === null || (key === 'valueBoolean' && resource[key] === true)
  const isKnown = isSettled(resource) && !('dataAbsentReason' in resource)
  return saysSo && isKnown && !isSelfReported(resource.performer, resource, reading)
}

/** A value, or "asked, no answer" where it cannot be read: a problem must not leave an older answer standing. */
function readAs(fact: Fact, holder: JsonObject, where: Locator, reading: Reading): Said {
  return valueOfFhir(fact, holder, where, reading) ?? { unknown: 'asked-unanswered' }
}

/** What is not signed yet may only alarm. */
export function unsettled(
  fields: EntryRecord['fields'],
  { dictionary }: Pick<Reading, 'dictionary'>,
): EntryRecord['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([id, value]) => {
      const fact = dictionary.fields.get(id)?.fact
      return [id, fact && isAdverse(fact, value) ? value : { unknown: 'pending' as const }]
    }),
  )
}

export type SaidOf = Readonly<{ fact: Fact; value: Said }>

/** What an observation and its components say of facts; null when it says nothing here. */
export function factsIn(item: Item, reading: Reading): readonly SaidOf[] | null {
  const { resource, where } = item
  const understood = reading.terms.meaningsOf('Observation', resource.code)
  let isUnderstood = isAnything(reading, understood)
  const components = objectsIn(resource.component)
  const parts = components.length > 0 ? within(where, 'component') : where
  const said: SaidOf[] = []
  if (isUnderstood) sayAll(said, understood, resource, where, reading)
  for (let i = 0; i < components.length; i++) {
    const component = components[i] as JsonObject
    const part = reading.terms.meaningsOf('Observation', component.code)
    if (!isAnything(reading, part)) continue
    isUnderstood = true
    sayAll(said, part, component, at(parts, i), reading)
  }
  if (!counted(reading, isUnderstood)) return null
  if (isSettled(resource)) return said
  return said.map((one) => (isAdverse(one.fact, one.value) ? one : { ...one, value: { unknown: 'pending' } }))
}

const isSettled = ({ status }: JsonObject): boolean => status === 'final' || !unfinished.has(String(status))

function sayAll(
  said: SaidOf[],
  understood: ConceptMeaning,
  holder: JsonObject,
  where: Locator,
  reading: Reading,
): void {
  const { asks } = understood
  for (let i = 0; i < asks.length; i++) {
    const fact = asks[i] as Fact
    said.push({ fact, value: readAs(fact, holder, where, reading) })
  }
  if (understood.states.length > 0) said.push(...found(understood, holder, reading))
}

const positive = new Set(['373066001', '52101004', 'LA33-6', 'LA9633-4', 'Y', 'POS', 'DET', '10828004'])
const negative = new Set(['373067005', '2667000', 'LA32-8', 'LA9634-2', 'N', 'NEG', 'ND', '260385009'])

/** A finding whose code is the statement, and whose value says whether it is there. */
function found({ states }: ConceptMeaning, holder: JsonObject, reading: Reading): readonly SaidOf[] {
  const presence = presenceOf(holder)
  return states.flatMap(({ row, fact, value }): readonly SaidOf[] => {
    const no = 'values' in fact ? ['no', 'absent'].find((word) => fact.values.includes(word)) : undefined
    const said: Said | null =
      presence === 'yes' ? { word: value } : presence === 'no' ? (no === undefined ? null : { word: no }) : presence
    if (said === null) return []
    if (isReassuring(fact, said) && !row.code.confirmed) {
      reading.counts.notTaken++
      return []
    }
    return [{ fact, value: said }]
  })
}

export function presenceOf(holder: JsonObject): 'yes' | 'no' | Said {
  if ('dataAbsentReason' in holder) return unknownOfReason(holder.dataAbsentReason)
  const key = valueMember(holder)
  if (key === 'valueBoolean') return holder[key] === true ? 'yes' : 'no'
  // Without a value, what a laboratory marks as found or not found is its answer.
  const codes = codingsOf(key === null ? holder.interpretation : holder[key]).map((coding) => String(coding.code))
  if (codes.some((code) => positive.has(code))) return 'yes'
  return codes.some((code) => negative.has(code)) ? 'no' : { unknown: 'asked-unanswered' }
}

/**
 * Fields of an entry told by an observation alone. They belong to the event the observation is part of. Without one,
 * observations of one day make an entry together, but never an event: a note on relief is no injection.
 */
function attach(item: Item, kind: string, fields: Record<string, Said>, date: Span | null, reading: Reading): void {
  const { resource } = item
  const links = [resource.partOf, resource.derivedFrom, resource.focus].flat().filter((link) => isObject(link))
  const target = links.flatMap((link) => reading.references.find(link, resource) ?? [])[0]
  const index = reading.drafts.findIndex(
    (made) =>
      made.record.kind === kind &&
      !made.own &&
      (target ? made.from.key === target.key : isLoose(made) && sameDay(made.record, date)),
  )
  const before = reading.drafts[index]
  if (before)
    reading.drafts[index] = {
      ...before,
      record: { ...before.record, fields: joined(before.record.fields, fields, kind, reading) },
    }
  else if (isEvent(kind, reading)) reading.counts.unattached++
  else draft(reading, { record: recordOf(item, kind, date, fields), from: item })
}

const isLoose = ({ from }: Readonly<{ from: Item }>): boolean => from.type === 'Observation'
const sameDay = (record: EntryRecord, date: Span | null): boolean =>
  record.date !== null && date !== null && record.date.lo === date.lo && record.date.hi === date.hi

const eventTypes = [
  'Procedure',
  'MedicationAdministration',
  'MedicationStatement',
  'ServiceRequest',
  'MedicationRequest',
]
const isEvent = (kind: string, { terms }: Reading): boolean =>
  terms.rows.some((row) => entersOf(row)?.entry.id === kind && row.in.some((type) => eventTypes.includes(type)))

/** Fields of one entry from two places: what is adverse stays, else what came later. */
export function joined(
  earlier: EntryRecord['fields'],
  later: EntryRecord['fields'],
  kind: string,
  { dictionary }: Pick<Reading, 'dictionary'>,
): EntryRecord['fields'] {
  const fields: Record<string, Said> = { ...earlier }
  for (const [id, value] of Object.entries(later)) {
    const fact = dictionary.fields.get(id)?.fact
    const before = fields[id]
    if (!fact || fact.scope !== kind || (before && isAdverse(fact, before))) continue
    fields[id] = value
  }
  return fields
}
