import {
  type CodeMeaning,
  type EntryRecord,
  type Fact,
  formatDay,
  formatSpan,
  type Observation,
  type Pathway,
  parseDate,
  type Span,
} from '@facialis/language'
import { adverseWords, dictionaryOf } from './dictionary.ts'
import { dated, quantity } from './fhir-value.ts'
import type { JsonObject } from './json.ts'
import { nativeIdOf } from './native-id.ts'
import type { Said } from './reading.ts'
import type { Resource } from './resources.ts'
import { addressOf, termSystem, toldByExtension } from './systems.ts'
import { entersOf, measuresOf, statesOf } from './terminology-index.ts'
import type { Stamp } from './write-own.ts'

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

const toldBy = (told: Resource): JsonObject => ({
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

const by = (member: string, { person }: Stamp): JsonObject => (person === null ? {} : { [member]: person })

const conceptOf = (row: CodeMeaning): JsonObject => ({
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

const dateText = (span: Span | undefined | null): string | undefined => {
  const text = span ? formatSpan(span) : undefined
  return text === undefined || parseDate(text) ? text : span ? formatDay(span.hi) : undefined
}

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
      ...(entry.record.date ? dated('performed', entry.record.date) : {}),
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
    ...(amount ? { dose: amount } : {}),
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
    ...(record.date
      ? dated('effective', record.date)
      : {
          _effectiveDateTime: {
            extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
          },
        }),
    ...(stamp.person === null ? {} : { performer: [{ actor: stamp.person }] }),
    ...reasons(entry),
    ...(Object.keys(dosage).length > 0 ? { dosage } : {}),
  }
}

const said = (observations: readonly Observation[], fact: string): Said | undefined =>
  observations.find((o) => o.fact === fact)?.value

/** A signed conclusion as a problem: the code whose first meaning was stated and whose others agree most. */
export function conclusionOf(
  pathway: Pathway,
  actKind: string,
  observations: readonly Observation[],
  told: readonly Resource[],
  stamp: Stamp,
  newId: () => string,
): readonly Resource[] {
  const isConclusion = pathway.terminology.some((row) => isTerm(row, actKind) && row.in.includes('Condition'))
  if (!isConclusion) return []
  const agreeing = (row: CodeMeaning): number =>
    statesOf([row]).reduce((sum, { fact, value }, index) => {
      const stated = said(observations, fact.id)
      const agrees = stated && 'word' in stated && stated.word === value
      if (index === 0 && !agrees) return Number.NEGATIVE_INFINITY
      return sum + (agrees ? 1 : stated ? -1 : 0)
    }, 0)
  const candidates = pathway.terminology.filter(
    (row) => row.in.includes('Condition') && row.code.confirmed && statesOf([row]).length > 0,
  )
  const best = candidates.reduce<CodeMeaning | null>((a, b) => (a !== null && agreeing(a) >= agreeing(b) ? a : b), null)
  if (best === null || agreeing(best) <= 0 - 1e9) return []
  const { facts } = dictionaryOf(pathway)
  const isDoubted = observations.some(({ fact: id, value }) => {
    const fact = facts.get(id)
    return (
      fact &&
      'word' in value &&
      adverseWords(fact).has(value.word) &&
      statesOf([best]).some((stated) => stated.fact.id === id)
    )
  })
  return [
    {
      resourceType: 'Condition',
      id: newId(),
      meta: stamp.meta,
      extension: [...told.map(toldBy), ...stamp.after],
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
            code: isDoubted ? 'provisional' : 'confirmed',
          },
        ],
      },
      code: conceptOf(best),
      subject: stamp.subject,
      recordedDate: stamp.at,
      ...by('asserter', stamp),
      evidence: [{ detail: told.map(({ id }) => ({ reference: `Observation/${id}` })) }],
    },
  ]
}

const isTerm = (row: CodeMeaning, code: string): boolean => row.code.system === 'facialis' && row.code.code === code

/** A stated day of consent as a Consent. */
export function consentsOf(
  pathway: Pathway,
  observations: readonly Observation[],
  told: readonly Resource[],
  stamp: Stamp,
  newId: () => string,
): readonly Resource[] {
  return observations.flatMap(({ fact, value }, index): readonly Resource[] => {
    const row = pathway.terminology.find(
      (candidate) => candidate.in[0] === 'Consent' && measuresOf(candidate).some((m) => m.id === fact),
    )
    const teller = told[index]
    if (!row || !teller || !('date' in value)) return []
    return [
      {
        resourceType: 'Consent',
        id: newId(),
        meta: stamp.meta,
        extension: [toldBy(teller), ...stamp.after],
        status: 'active',
        scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'treatment' }] },
        category: [conceptOf(row)],
        patient: stamp.subject,
        dateTime: dateText(value.date),
        policyRule: { text: row.display },
      },
    ]
  })
}

/** An act that is itself an order, e.g. of a medicine. */
export function orderOf(
  pathway: Pathway,
  actKind: string,
  date: Span,
  stamp: Stamp,
  newId: () => string,
): readonly Resource[] {
  const row = pathway.terminology.find(
    (candidate) => isTerm(candidate, actKind) && candidate.in.includes('MedicationRequest'),
  )
  if (!row) return []
  return [
    {
      resourceType: 'MedicationRequest',
      id: newId(),
      meta: stamp.meta,
      ...(stamp.after.length > 0 ? { extension: stamp.after } : {}),
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: {
        coding: [{ system: termSystem, code: row.code.code, display: row.display }],
        text: row.display,
      },
      subject: stamp.subject,
      authoredOn: dateText(date),
      ...by('requester', stamp),
    },
  ]
}

export function noteOf(note: string | undefined, stamp: Stamp, newId: () => string): readonly Resource[] {
  if (note === undefined || note.trim() === '') return []
  return [
    {
      resourceType: 'Communication',
      id: newId(),
      meta: stamp.meta,
      ...(stamp.after.length > 0 ? { extension: stamp.after } : {}),
      status: 'completed',
      subject: stamp.subject,
      sent: stamp.at,
      ...by('sender', stamp),
      payload: [{ contentString: note }],
    },
  ]
}
