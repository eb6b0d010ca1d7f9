import {
  type CodeMeaning,
  type EntryRecord,
  type Fact,
  formatDay,
  formatSpan,
  type Pathway,
  parseDate,
  type Span,
  sinceEver,
} from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Said } from '../read/reading.ts'
import type { Resource } from '../read/resources.ts'
import { entersOf, measuresOf, statesOf } from '../terms/concept-meaning.ts'
import { nativeIdOf } from '../terms/native-id.ts'
import { addressOf, toldByExtension } from '../terms/systems.ts'
import { dated, quantity } from '../values/fhir-value.ts'
import type { Stamp } from './own-resources.ts'

/** The resources by which other systems know an entry: one for each type the pathway has a code for. */
export function nativesOf(pathway: Pathway, record: EntryRecord, told: Resource, stamp: Stamp): readonly Resource[] {
  const natives: Resource[] = []
  for (const [type, write] of Object.entries(writers)) {
    const row = pathway.terminology.find(
      (candidate) =>
        candidate.in[0] === type && entersOf(candidate)?.entry.id === record.kind && agrees(candidate, record),
    )
    if (!row) continue
    const entry: Writable = { pathway, record, row, stamp, told, siblings: natives }
    natives.push({
      resourceType: type,
      id: nativeIdOf(record.id, type),
      meta: stamp.meta,
      extension: [toldBy(told), ...stamp.after],
      ...write(entry),
      ...(record.withdrawn ? { status: 'entered-in-error' } : {}),
    })
  }
  return natives
}

type Writable = Readonly<{
  pathway: Pathway
  record: EntryRecord
  row: CodeMeaning
  stamp: Stamp
  told: Resource
  siblings: readonly Resource[]
}>

export const toldBy = (told: Resource): JsonObject => ({
  url: toldByExtension,
  valueReference: { reference: `Observation/${told.id}` },
})

/** Everything the code says of the fields is what the entry says. */
const agrees = (row: CodeMeaning, record: EntryRecord): boolean =>
  Object.entries(entersOf(row)?.fields ?? {}).every(([id, said]) => {
    const value = record.fields[id]
    if (!value) return false
    return typeof said === 'string'
      ? 'word' in value && value.word === said
      : 'words' in value && said.every((word) => value.words.includes(word))
  })

export const by = (member: string, { person }: Stamp): JsonObject => (person === null ? {} : { [member]: person })

export const conceptOf = (row: CodeMeaning): JsonObject => ({
  coding: [{ system: addressOf(row.code.system), code: row.code.code, display: row.display }],
})

/** Known values of the facts a row measures, of one type of fact. */
const measured = ({ row, record }: Writable, type: Fact['type']): readonly Readonly<{ fact: Fact; value: Said }>[] =>
  measuresOf(row).flatMap((fact) => {
    const value = record.fields[fact.id]
    return fact.type === type && value && !('unknown' in value) ? [{ fact, value }] : []
  })

/** Codes that say, at a place inside a resource, what the entry says of a measured choice. */
function codesAt(place: string, entry: Writable): readonly CodeMeaning[] {
  return measured(entry, 'choice').flatMap(({ fact, value }) =>
    entry.pathway.terminology
      .filter(
        (row) =>
          row.in.includes(place) &&
          statesOf([row]).some((s) => s.fact.id === fact.id && 'word' in value && s.value === value.word),
      )
      .slice(0, 1),
  )
}

const reasons = ({ pathway, record }: Writable): JsonObject => {
  const row = pathway.terminology.find(
    (candidate) =>
      candidate.in.includes('reason') && entersOf(candidate)?.entry.id === record.kind && agrees(candidate, record),
  )
  return row ? { reasonCode: [conceptOf(row)] } : {}
}

export const dateText = (span: Span | undefined | null): string | undefined => {
  const text = span ? formatSpan(span) : undefined
  return text === undefined || parseDate(text) ? text : span ? formatDay(span.hi) : undefined
}

/** When it was done; where nobody knows since when, by its end alone. */
const doneOn = (name: string, span: Span): JsonObject =>
  span.lo === sinceEver ? { [`${name}Period`]: { end: formatDay(span.hi) } } : dated(name, span)

const dateOf = (entry: Writable, index = 0): Span | undefined => {
  const value = measured(entry, 'date')[index]?.value
  return value && 'date' in value ? value.date : undefined
}

const writers: Readonly<Record<string, (entry: Writable) => JsonObject>> = {
  Procedure: (entry) => {
    const sites = codesAt('body-site', entry)
    return {
      status: 'completed',
      code: conceptOf(entry.row),
      subject: entry.stamp.subject,
      ...(entry.record.date ? doneOn('performed', entry.record.date) : {}),
      ...by('recorder', entry.stamp),
      ...reasons(entry),
      ...(sites.length > 0 ? { bodySite: sites.map(conceptOf) } : {}),
    }
  },
  MedicationAdministration: administration,
  DiagnosticReport: (entry) => {
    const unsigned = entry.pathway.terminology.find(
      (row) => row.code.system === 'facialis' && row.code.code === 'report.unsigned',
    )
    return {
      status: unsigned && agrees(unsigned, entry.record) ? 'preliminary' : 'final',
      code: conceptOf(entry.row),
      subject: entry.stamp.subject,
      ...(entry.record.date ? dated('effective', entry.record.date) : {}),
      issued: entry.stamp.at,
      result: [{ reference: `Observation/${entry.told.id}` }],
    }
  },
  ServiceRequest: (entry) => {
    const due = dateOf(entry)
    const [priority] = codesAt('priority', entry)
    return {
      status: 'active',
      intent: 'order',
      ...(priority ? { priority: priority.code.code.replace('priority:', '') } : {}),
      code: conceptOf(entry.row),
      subject: entry.stamp.subject,
      ...(due ? dated('occurrence', due) : {}),
      ...(entry.record.date ? { authoredOn: dateText(entry.record.date) } : {}),
      ...by('requester', entry.stamp),
    }
  },
  Flag: (entry) => {
    const end = dateText(dateOf(entry))
    return {
      status: 'active',
      code: { ...conceptOf(entry.row), text: entry.row.display },
      subject: entry.stamp.subject,
      period: {
        ...(entry.record.date ? { start: dateText(entry.record.date) } : {}),
        ...(end === undefined ? {} : { end }),
      },
      ...by('author', entry.stamp),
    }
  },
}

const notKnown = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

/** What was given, with its lot; the dose is words and numbers bound to the product, for units never cross products. */
function administration(entry: Writable): JsonObject {
  const { row, record, stamp, siblings } = entry
  const [dose] = measured(entry, 'quantity')
  const [lot] = measured(entry, 'text')
  const expiry = dateOf(entry)
  const sites = codesAt('body-site', entry)
  const batch = {
    ...(lot && 'text' in lot.value ? { lotNumber: lot.value.text } : {}),
    ...(expiry ? { expirationDate: dateText(expiry) } : {}),
  }
  const amount =
    dose && 'number' in dose.value && dose.fact.type === 'quantity' ? quantity(dose.fact, dose.value.number) : undefined
  const partOf = siblings
    .filter((sibling) => sibling.resourceType === 'Procedure')
    .map(({ id }) => ({ reference: `Procedure/${id}` }))
  const dosage = {
    ...(amount ? { text: `${amount.value} ${amount.unit} ${row.display}` } : {}),
    ...(sites[0] ? { site: conceptOf(sites[0]) } : {}),
    // A dosage has a dose, as R4 wants it: where it is not known, that is said.
    ...(amount ? { dose: amount } : sites[0] ? { dose: notKnown } : {}),
  }
  return {
    status: 'completed',
    contained: [
      {
        resourceType: 'Medication',
        id: 'product',
        code: conceptOf(row),
        ...(Object.keys(batch).length > 0 ? { batch } : {}),
      },
    ],
    medicationReference: { reference: '#product', display: row.display },
    ...(partOf.length > 0 ? { partOf } : {}),
    subject: stamp.subject,
    ...(record.date ? doneOn('effective', record.date) : { _effectiveDateTime: notKnown }),
    ...(stamp.person === null ? {} : { performer: [{ actor: stamp.person }] }),
    ...reasons(entry),
    ...(Object.keys(dosage).length > 0 ? { dosage } : {}),
  }
}
