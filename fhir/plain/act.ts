import type {
  Chart,
  EntryRecord,
  Fact,
  Observation,
  Pathway,
  Provenance,
  ScreenDone,
  Span,
  Unknown,
  Value,
} from '@facialis/language'
import { parseDate } from '@facialis/language'
import { type Dictionary, dictionaryOf } from '../chart/dictionary.ts'
import { judgementIn, unjudged, unjudgedFields } from '../chart/judgement.ts'
import { nearest } from '../chart/nearest.ts'
import { isObject, isText, member, orList, shown } from '../json/json.ts'
import { collecting, type Outcome, type Report } from '../json/outcome.ts'
import { valueOfPlain } from '../values/plain-value.ts'
import { fieldNamed, isWithdrawn, supersededBy } from './entry.ts'
import { unknownName } from './names.ts'
import { dateOrNone } from './reading-context.ts'

/** An entry as it travels: what a person recorded, in plain values. */
export type ActEntry = Readonly<{
  id?: string
  kind: string
  date: string | null
  supersedes?: readonly string[]
  withdrawn?: boolean
  fields: Readonly<Record<string, unknown>>
}>

/** Something a person recorded. The shape that screens send; everything in it is checked here. */
export type Act = Readonly<{
  kind: string
  date: string
  facts?: Readonly<Record<string, unknown>>
  screens?: readonly string[]
  entries?: readonly ActEntry[]
  note?: string
  recordedAfter?: Readonly<{ why: string; by?: string }>
}>

/** An act in the pathway's own words. */
export type Stated = Readonly<{
  chart: Chart
  date: Span
  /** Its statements take the place of earlier ones about the same fact and day. */
  corrects: boolean
}>

export type StatedBy = Readonly<{
  by?: string
  role?: string /** Names an entry that has no id yet. */
  newId?: () => string
}>

/**
 * Checks an act against the pathway and turns it into statements, completed screens and entries. An entry with the
 * id of an earlier one amends it: see `addToChart`. Problems as in `chartFromPlainFacts`, `where` a path into the act.
 */
export function statementsOfAct(pathway: Pathway, act: Act, signed: StatedBy = {}): Outcome<Stated> {
  return collecting((report) => {
    const dictionary = dictionaryOf(pathway)
    const date = dayOfAct(act.date, report)
    const provenance: Provenance = {
      source: 'act',
      ...(signed.by === undefined ? {} : { by: signed.by }),
      ...(signed.role === undefined ? {} : { role: signed.role }),
    }
    const reading: Reading = { dictionary, date, provenance, note: isText(act.note) ? act.note : null, report }
    const chart: Chart = {
      observations: statements(act.facts ?? {}, reading),
      screens: screens(act.screens ?? [], reading),
      entries: entries(act.entries ?? [], signed.newId, reading),
    }
    return { chart, date, corrects: act.kind === 'correction' }
  })
}

type Reading = Readonly<{
  dictionary: Dictionary
  date: Span
  provenance: Provenance
  note: string | null
  report: Report
}>

function dayOfAct(date: unknown, report: Report): Span {
  const span = typeof date === 'string' ? parseDate(date) : null
  if (span === null) report('bad-date', `${shown(date)} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.`, 'date')
  return span ?? { lo: 0, hi: 0 }
}

function statements(facts: unknown, reading: Reading): readonly Observation[] {
  const { dictionary, date, provenance, report } = reading
  if (!isObject(facts)) {
    report('wrong-type', `"facts" is an object of fact ids and their values, not ${shown(facts)}.`, 'facts')
    return []
  }
  return Object.entries(facts).flatMap(([id, plain]): readonly Observation[] => {
    const where = member('facts', id)
    const fact = dictionary.facts.get(id)
    const field = dictionary.fields.get(id)
    if (field)
      report(
        'field-alone',
        `${shown(id)} belongs to an entry of kind "${field.entry.id}": put it among its fields.`,
        where,
      )
    else if (!fact) unknownName(dictionary, id, where, report)
    const value = fact ? valueOfPlain(fact, plain, where, report) : null
    if (!fact || value === null) return []
    const said: Observation = { fact: id, value, date, provenance: becauseOf(fact, value, reading) }
    // What nobody has signed yet is looked at as it is typed; a judgement is complete when it is signed.
    const lack = provenance.by === undefined ? null : unjudged(fact, said)
    if (lack !== null) report('unjudged', lack, where)
    return [said]
  })
}

/** The note of an act is the reason for the judgements in it. */
const becauseOf = (fact: Fact, value: Value | Unknown, { provenance, note }: Reading): Provenance =>
  note !== null && judgementIn(fact, value) ? { ...provenance, note } : provenance

function screens(ids: unknown, { dictionary, date, provenance, report }: Reading): readonly ScreenDone[] {
  if (!Array.isArray(ids)) {
    report('wrong-type', `"screens" is a list of screen ids, not ${shown(ids)}.`, 'screens')
    return []
  }
  return [...new Set<unknown>(ids)].flatMap((screen, index): readonly ScreenDone[] => {
    if (typeof screen === 'string' && dictionary.screens.has(screen)) return [{ screen, date, provenance }]
    report(
      'unknown-screen',
      `There is no screen ${shown(screen)}: it is ${orList([...dictionary.screens.keys()])}.`,
      `screens[${index}]`,
    )
    return []
  })
}

function entries(list: unknown, newId: StatedBy['newId'], reading: Reading): readonly EntryRecord[] {
  const { report } = reading
  if (!Array.isArray(list)) {
    report('wrong-type', `"entries" is a list of entries, not ${shown(list)}.`, 'entries')
    return []
  }
  const ids = new Set<string>()
  return list.flatMap((item: unknown, index): readonly EntryRecord[] => {
    const where = `entries[${index}]`
    const record = entryOf(item, where, newId?.() ?? where, reading)
    if (!record) return []
    if (ids.has(record.id)) report('same-id', `Two entries have the id ${shown(record.id)}.`, `${where}.id`)
    ids.add(record.id)
    return [record]
  })
}

function entryOf(item: unknown, where: string, id: string, reading: Reading): EntryRecord | null {
  const { dictionary, provenance, report } = reading
  if (!isObject(item)) {
    report('wrong-type', `${shown(item)} is not an entry.`, where)
    return null
  }
  const entry = typeof item.kind === 'string' ? dictionary.entries.get(item.kind) : undefined
  if (!entry) {
    const close = nearest(String(item.kind), dictionary.entries.keys())
    const hint =
      close.length > 0 ? `did you mean ${orList(close)}?` : `it is ${orList([...dictionary.entries.keys()])}.`
    report('unknown-entry', `There is no kind of entry ${shown(item.kind)}; ${hint}`, `${where}.kind`)
    return null
  }
  const fields: Record<string, Value | Unknown> = {}
  if (item.fields !== undefined && !isObject(item.fields))
    report('wrong-type', `${shown(item.fields)} is not an object of fields.`, `${where}.fields`)
  for (const [name, plain] of Object.entries(isObject(item.fields) ? item.fields : {})) {
    const place = member(`${where}.fields`, name)
    const field = fieldNamed(entry, name, place, { dictionary, stated: reading.date, report })
    const value = field && valueOfPlain(field, plain, place, report)
    if (field && value) fields[field.id] = value
  }
  if (provenance.by !== undefined)
    for (const { fact, sentence } of unjudgedFields(entry, fields))
      report('unjudged', sentence, member(`${where}.fields`, fact.id))
  return {
    id: isText(item.id) ? item.id : id,
    kind: entry.id,
    date: item.date === undefined ? reading.date : dateOrNone(item.date, `${where}.date`, report),
    withdrawn: isWithdrawn(item, where, report),
    supersedes: supersededBy(item, where, report),
    fields,
    provenance,
  }
}
