import type { Entry, EntryRecord, Fact, Unknown, Value } from '@facialis/language'
import { shortNamesOf } from '../chart/dictionary.ts'
import { unjudgedFields } from '../chart/judgement.ts'
import { nearest } from '../chart/nearest.ts'
import { notReplaced, whyNotReplaced } from '../chart/replacing.ts'
import { isObject, isText, type JsonObject, member, orList, shown } from '../json/json.ts'
import type { Report } from '../json/outcome.ts'
import { valueOfPlain } from '../values/plain-value.ts'
import { dateOf, dateOrNone, type ReadingContext, signatureOf } from './reading-context.ts'

type List = Readonly<{ plural: string; list: unknown; where: string }>

/** The entries of a file: its lists, and one of each kind whose fields stand among the facts. */
export function entriesOfPlain(
  lists: readonly List[],
  fields: JsonObject,
  known: ReadingContext,
): readonly EntryRecord[] {
  const entries = lists.flatMap((list) => listed(list, known))
  const kinds = new Set(lists.map((list) => known.dictionary.lists.get(list.plural)))
  const loose = looseEntries(fields, kinds, known)
  const all = [...entries, ...loose]
  checkIds(all, known)
  checkJudgements(all, known)
  checkReplacing(all, known)
  return [...entries.map((entry) => entry.record), ...loose.map((entry) => entry.record)]
}

type Placed = Readonly<{ record: EntryRecord; where: string }>

function listed({ plural, list, where }: List, known: ReadingContext): readonly Placed[] {
  const entry = known.dictionary.lists.get(plural) as Entry
  if (!Array.isArray(list)) {
    known.report('wrong-type', `"${plural}" is a list of objects, not ${shown(list)}.`, where)
    return []
  }
  return list.flatMap((item: unknown, index): readonly Placed[] => {
    const place = `${where}[${index}]`
    if (isObject(item)) return [{ record: recordOf(entry, item, place, `${plural}[${index}]`, known), where: place }]
    known.report('wrong-type', `${shown(item)} is not an object such as {"date": "2026-11-01"}.`, place)
    return []
  })
}

function recordOf(entry: Entry, item: JsonObject, where: string, id: string, known: ReadingContext): EntryRecord {
  const fields: Record<string, Value | Unknown> = {}
  for (const [key, plain] of Object.entries(item)) {
    if (framing.includes(key)) continue
    const place = member(where, key)
    const field = fieldNamed(entry, key, place, known)
    const value = field && valueOfPlain(field, plain, place, known.report)
    if (field && value) {
      if (fields[field.id]) known.report('two-lists', `${shown(field.id)} is given twice in one entry.`, place)
      fields[field.id] = value
    }
  }
  const date = item.date === undefined ? null : dateOrNone(item.date, member(where, 'date'), known.report)
  return {
    id: isText(item.id) ? item.id : id,
    kind: entry.id,
    date,
    withdrawn: isWithdrawn(item, where, known.report),
    supersedes: supersededBy(item, where, known.report),
    fields,
    provenance: { source: where, ...signatureOf(item) },
  }
}

/** What stands beside the fields of an entry. */
const framing = ['id', 'date', 'supersedes', 'withdrawn', 'by', 'role', 'note']

/** A field by its full id, or by what follows its first dot where only one field is called that. */
export function fieldNamed(entry: Entry, name: string, where: string, known: ReadingContext): Fact | null {
  const full = known.dictionary.fields.get(name)
  if (full && full.entry.id === entry.id) return full.fact
  const short = shortNamesOf(entry).get(name)
  if (short && short !== 'ambiguous') return short
  if (short === 'ambiguous') {
    known.report('ambiguous-field', `${shown(name)} may be several fields of ${entry.label}: write it in full.`, where)
    return null
  }
  const names = [...Object.values(entry.fields).map((field) => field.id), ...shortNamesOf(entry).keys(), 'date']
  const close = nearest(name, names)
  const hint = full
    ? `; it belongs to ${full.entry.label}.`
    : close.length > 0
      ? `; did you mean ${orList(close)}?`
      : '.'
  known.report('unknown-fact', `${entry.label} has no field ${shown(name)}${hint}`, where)
  return null
}

export function isWithdrawn({ withdrawn = false }: JsonObject, where: string, report: Report): boolean {
  if (typeof withdrawn !== 'boolean')
    report('wrong-type', `${shown(withdrawn)} is neither true nor false.`, member(where, 'withdrawn'))
  return withdrawn === true
}

export function supersededBy(item: JsonObject, where: string, report: Report): readonly string[] {
  const { supersedes = [] } = item
  const ids = typeof supersedes === 'string' ? [supersedes] : supersedes
  if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids
  report('wrong-type', `${shown(supersedes)} is not a list of entry ids.`, member(where, 'supersedes'))
  return []
}

/** Fields written among the facts make one entry of their kind; beside a list nobody could tell which one is meant. */
function looseEntries(
  fields: JsonObject,
  listedKinds: ReadonlySet<Entry | undefined>,
  known: ReadingContext,
): readonly Placed[] {
  const byKind = new Map<Entry, Record<string, unknown>>()
  for (const [key, plain] of Object.entries(fields)) {
    const entry = known.dictionary.fields.get(key)?.entry ?? known.dictionary.entries.get(key.slice(0, -'.date'.length))
    if (!entry) continue
    if (listedKinds.has(entry)) {
      const sentence = `${shown(key)} stands among the facts and there is a list "${entry.plural}" as well: put it into the list.`
      known.report('two-lists', sentence, member('facts', key))
    }
    const own = byKind.get(entry) ?? {}
    own[key] = plain
    byKind.set(entry, own)
  }
  return [...byKind].map(([entry, own]) => looseEntry(entry, own, known))
}

function looseEntry(entry: Entry, own: JsonObject, known: ReadingContext): Placed {
  const values: Record<string, Value | Unknown> = {}
  let date = known.stated
  for (const [key, plain] of Object.entries(own)) {
    const where = member('facts', key)
    const field = known.dictionary.fields.get(key)?.fact
    if (!field) {
      date = plain === null ? null : dateOf(plain, where, known.report)
      continue
    }
    const value = valueOfPlain(field, plain, where, known.report)
    if (value) values[field.id] = value
  }
  const record: EntryRecord = {
    id: entry.id,
    kind: entry.id,
    date,
    withdrawn: false,
    supersedes: [],
    fields: values,
    provenance: { source: 'facts' },
  }
  return { record, where: 'facts' }
}

function checkIds(entries: readonly Placed[], known: ReadingContext): void {
  const ids = new Set<string>()
  for (const { record, where } of entries) {
    if (ids.has(record.id)) known.report('same-id', `Two entries have the id ${shown(record.id)}.`, member(where, 'id'))
    ids.add(record.id)
  }
  for (const { record, where } of entries)
    for (const id of record.supersedes)
      if (!ids.has(id))
        known.report('unknown-entry', `There is no entry ${shown(id)} to supersede.`, member(where, 'supersedes'))
}

/** A finding called unrelated by nobody, or on no day, is a finding: it is refused rather than taken for either. */
function checkJudgements(entries: readonly Placed[], { dictionary, report }: ReadingContext): void {
  for (const { record, where } of entries)
    for (const { fact, sentence } of unjudgedFields(dictionary.entries.get(record.kind) as Entry, record.fields))
      report('unjudged', sentence, member(where, fact.id))
}

function checkReplacing(entries: readonly Placed[], { dictionary, report }: ReadingContext): void {
  const byId = new Map(entries.map(({ record }) => [record.id, record]))
  for (const { record, where } of entries)
    for (const id of record.supersedes) {
      const earlier = byId.get(id)
      if (!earlier || earlier === record) continue
      const why = whyNotReplaced(dictionary.entries.get(record.kind) as Entry, record, earlier)
      if (why !== null) report('not-replaced', notReplaced(record.id, id, why), member(where, 'supersedes'))
    }
}
