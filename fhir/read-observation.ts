import type { EntryRecord, Fact, Span } from '@facialis/language'
import { isByThePerson } from './by-the-person.ts'
import { unknownOfReason, valueMember, valueOfFhir } from './fhir-value.ts'
import { isObject, type JsonObject, objectsIn } from './json.ts'
import { entryIdOf } from './native-id.ts'
import {
  draft,
  extensionsOf,
  isAdverse,
  isReassuring,
  noted,
  type Reading,
  recordOf,
  type Said,
  state,
} from './reading.ts'
import type { Item } from './references.ts'
import { entrySystem, factSystem, replacesExtension, screenSystem } from './systems.ts'
import { codeIn, codingsOf, entersOf, measuresOf, statesOf, type Understood } from './terminology-index.ts'
import { whenOf } from './when.ts'

const effective = ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'issued']
/** Our own observations say when a thing holds, or that nobody knows; `issued` is when it was written down. */
const effectiveOnly = ['effectiveDateTime', 'effectivePeriod']

const ignored = new Set(['entered-in-error', 'cancelled'])
const unfinished = new Set(['registered', 'preliminary', 'partial'])

export function readObservation(item: Item, reading: Reading): void {
  const { resource } = item
  if (readOwn(item, reading)) return
  if (ignored.has(String(resource.status))) {
    reading.counts.enteredInError++
    return
  }
  if (reading.absorbed.has(item.key)) return
  const said = factsIn(item, reading)
  if (said === null) return
  const isOwn = codeIn(factSystem, resource.code) !== null
  const date = whenOf(resource, isOwn ? effectiveOnly : effective, item.where, reading)
  const fields: Record<string, Record<string, Said>> = {}
  for (const { fact, value } of said) {
    if (fact.scope === 'patient') {
      state(reading, fact, value, date, item, resource.status === 'corrected' && isOwn ? { corrects: true } : {})
      continue
    }
    const own = fields[fact.scope] ?? {}
    own[fact.id] = value
    fields[fact.scope] = own
  }
  for (const [kind, values] of Object.entries(fields)) attach(item, kind, values, date, reading)
}

/** Screens and entries in our own words; true when the observation was one of them. */
function readOwn(item: Item, reading: Reading): boolean {
  const { resource, where } = item
  const screen = codeIn(screenSystem, resource.code)
  if (screen !== null && reading.dictionary.screens.has(screen)) {
    reading.counts.understood++
    const date = whenOf(resource, effectiveOnly, where, reading)
    if (ignored.has(String(resource.status))) reading.counts.enteredInError++
    else if (date && isDone(resource, reading))
      reading.screens.push({ screen, date, provenance: recordOf(item, '', null, {}).provenance })
    return true
  }
  const kind = codeIn(entrySystem, resource.code)
  const entry = kind === null ? undefined : reading.dictionary.entries.get(kind)
  if (!entry) return false
  reading.counts.understood++
  const fields: Record<string, Said> = {}
  objectsIn(resource.component).forEach((component, index) => {
    const fact = reading.dictionary.fields.get(codeIn(factSystem, component.code) ?? '')?.fact
    if (fact?.scope === entry.id) fields[fact.id] = readAs(fact, component, `${where}.component[${index}]`, reading)
  })
  const record: EntryRecord = {
    ...recordOf(
      item,
      entry.id,
      whenOf(resource, effectiveOnly, where, reading),
      unfinished.has(String(resource.status)) ? unsettled(fields, reading) : fields,
    ),
    id: entryIdOf(resource) ?? item.key,
    withdrawn: ignored.has(String(resource.status)),
    supersedes: extensionsOf(resource, replacesExtension).flatMap(({ valueString }) =>
      typeof valueString === 'string' ? [valueString] : [],
    ),
  }
  draft(reading, { record, from: item, own: true })
  return true
}

/** A screen is done when somebody other than the person says so, for good. */
function isDone(resource: JsonObject, reading: Reading): boolean {
  const [key, json] = valueMember(resource) ?? []
  const saysSo = key === undefined || (key === 'valueBoolean' && json === true)
  const isSettled = !unfinished.has(String(resource.status)) && !('dataAbsentReason' in resource)
  return saysSo && isSettled && !isByThePerson(resource.performer, resource, reading)
}

/** A value, or "asked, no answer" where it cannot be read: a problem must not leave an older answer standing. */
function readAs(fact: Fact, holder: JsonObject, where: string, reading: Reading): Said {
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
  const said = saidBy(understood, resource, where, reading)
  const inside: SaidOf[] = []
  const rows = [...understood.rows]
  const measures = [...understood.measures]
  objectsIn(resource.component).forEach((component, index) => {
    const part = reading.terms.meaningsOf('Observation', component.code)
    rows.push(...part.rows)
    measures.push(...part.measures)
    inside.push(...saidBy(part, component, `${where}.component[${index}]`, reading))
  })
  if (!noted(reading, { rows, measures })) return null
  const all = [...said, ...inside]
  if (!unfinished.has(String(resource.status))) return all
  return all.map((one) => (isAdverse(one.fact, one.value) ? one : { ...one, value: { unknown: 'pending' } }))
}

function saidBy(understood: Understood, holder: JsonObject, where: string, reading: Reading): readonly SaidOf[] {
  const { rows, measures } = understood
  const measured = new Set([...measures, ...rows.flatMap(measuresOf)])
  return [
    ...[...measured].map((fact) => ({ fact, value: readAs(fact, holder, where, reading) })),
    ...found(understood, holder, reading),
  ]
}

const positive = new Set(['373066001', '52101004', 'LA33-6', 'LA9633-4', 'Y', 'POS', 'DET', '10828004'])
const negative = new Set(['373067005', '2667000', 'LA32-8', 'LA9634-2', 'N', 'NEG', 'ND', '260385009'])

/** A finding whose code is the statement, and whose value says whether it is there. */
function found({ rows }: Understood, holder: JsonObject, reading: Reading): readonly SaidOf[] {
  const stated = statesOf(rows)
  if (stated.length === 0) return []
  const presence = presenceOf(holder)
  return stated.flatMap(({ row, fact, value }): readonly SaidOf[] => {
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
  const [key, json] = valueMember(holder) ?? []
  if (key === 'valueBoolean') return json === true ? 'yes' : 'no'
  // Without a value, what a laboratory marks as found or not found is its answer.
  const codes = codingsOf(key === undefined ? holder.interpretation : json).map((coding) => String(coding.code))
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
