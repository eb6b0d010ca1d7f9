import type { EntryRecord } from '@facialis/language'
import { isText, objectsIn } from '../json/json.ts'
import { type ConceptMeaning, conceptMeaningOf, measuresOf, type Stated } from '../terms/concept-meaning.ts'
import { termSystem } from '../terms/systems.ts'
import { whenOf } from '../values/when.ts'
import { noted } from './counts.ts'
import { fixedFields } from './event.ts'
import { factsIn, joined, presenceOf, unsettled } from './observation.ts'
import { draft, type Reading, recordOf, type Said, state } from './reading.ts'
import type { Item } from './references.ts'
import { isRole, roleWord } from './roles.ts'

const never = new Set(['entered-in-error', 'cancelled'])
const signedStatuses = new Set(['final', 'amended', 'corrected', 'appended'])

/** Studies first, without their reports: a report then takes over the study it reads. */
export function readImagingStudy(item: Item, reading: Reading): void {
  const { resource, where } = item
  if (never.has(String(resource.status))) {
    reading.counts.enteredInError++
    return
  }
  const understood = understoodStudy(item, reading)
  if (!noted(reading, understood)) return
  const kind = understood.enters?.entry.id
  if (kind === undefined) return
  const fields = { ...fixedFields(kind, markers(reading, 'report.none')), ...fixedFields(kind, understood) }
  draft(reading, { record: recordOf(item, kind, whenOf(resource, ['started'], where, reading), fields), from: item })
}

/** By what was done; by the kind of image only where the part of the body is known, for a scan of a knee is none of ours. */
function understoodStudy({ resource }: Item, { terms }: Reading): ConceptMeaning {
  const series = objectsIn(resource.series)
  const about = series.map((one) => one.bodySite)
  const isOurs = terms.meaningsOf('imaged-site', about).rows.length > 0
  const modality = isOurs ? [resource.modality, ...series.map((one) => one.modality)] : []
  return terms.meaningsOf('ImagingStudy', [resource.procedureCode, ...modality])
}

/** What the pathway says of a report as such: that it is structured, text only, signed. */
const markers = ({ terms }: Reading, ...codes: readonly string[]): ConceptMeaning =>
  terms.meaningsOf(
    'DiagnosticReport',
    codes.map((code) => ({ system: termSystem, code })),
  )

/**
 * A report becomes an entry from its code, the study it reads, its coded results and its coded conclusions. Its text
 * is never read: with nothing coded, the entry says that it waits to be entered.
 */
export function readReport(item: Item, reading: Reading): void {
  const { resource, where } = item
  if (never.has(String(resource.status))) {
    reading.counts.enteredInError++
    return
  }
  const { references } = reading
  const studies = (Array.isArray(resource.imagingStudy) ? resource.imagingStudy : []).flatMap(
    (reference) => references.find(reference, resource) ?? [],
  )
  const about = [
    reading.terms.meaningsOf('DiagnosticReport', resource.code),
    ...studies.map((study) => understoodStudy(study, reading)),
  ]
  const understood = conceptMeaningOf(
    about.flatMap(({ rows }) => rows),
    [],
  )
  if (!noted(reading, understood)) return
  const kind = understood.enters?.entry.id
  if (kind === undefined) return
  for (const { key } of studies) reading.reported.add(key)

  const isSigned = signedStatuses.has(String(resource.status))
  const findings = findingsOf(item, kind, reading)
  const isStructured = Object.keys(findings).length > 0
  if (!isStructured) reading.counts.reportsNotStructured++
  const marked = markers(
    reading,
    isStructured ? 'report.structured' : 'report.text',
    isSigned ? 'report.signed' : 'report.unsigned',
  )
  const fields = {
    ...fixedFields(kind, understood),
    ...fixedFields(kind, marked),
    ...besideCode(item, kind, [...understood.rows, ...marked.rows], isSigned, reading),
    ...(isSigned ? findings : unsettled(findings, reading)),
  }
  const started = studies[0] && whenOf(studies[0].resource, ['started'], studies[0].where, reading)
  const date = started ?? whenOf(resource, ['effectiveDateTime', 'effectivePeriod'], where, reading)
  draft(reading, { record: recordOf(item, kind, date, fields), from: item })
}

function findingsOf(item: Item, kind: string, reading: Reading): EntryRecord['fields'] {
  const { resource } = item
  let fields: EntryRecord['fields'] = {}
  for (const result of resultsOf(item, reading)) {
    if (result.type !== 'Observation' || never.has(String(result.resource.status)) || reading.absorbed.has(result.key))
      continue
    const said = factsIn(result, reading) ?? []
    const own = said.filter(({ fact }) => fact.scope === kind)
    for (const { fact, value } of lesionsIn(result, reading))
      if (fact.scope === kind) fields = joined(fields, { [fact.id]: { word: value } }, kind, reading)
    for (const { fact, value } of own) fields = joined(fields, { [fact.id]: value }, kind, reading)
    for (const { fact, value } of said)
      if (fact.scope === 'patient')
        state(
          reading,
          fact,
          value,
          whenOf(result.resource, ['effectiveDateTime', 'effectivePeriod', 'issued'], result.where, reading),
          result,
        )
    reading.absorbed.add(result.key)
  }
  for (const { fact, value } of reading.terms.meaningsOf('conclusion', resource.conclusionCode).states)
    if (fact.scope === kind) fields = joined(fields, { [fact.id]: { word: value } }, kind, reading)
  return fields
}

/** Lesions a result finds: as its code, where its value says that it is there, or as its value. Absence is said in our words. */
function lesionsIn({ resource }: Item, { terms }: Reading): readonly Stated[] {
  const concepts = [presenceOf(resource) === 'yes' ? resource.code : undefined, resource.valueCodeableConcept]
  return terms.meaningsOf('conclusion', concepts).states
}

/** Results by reference, those inside the report, and the members of panels among them; each once. */
function resultsOf({ resource }: Item, { references }: Reading): readonly Item[] {
  const inside = objectsIn(resource.contained).map(({ id }) => ({ reference: `#${String(id)}` }))
  const found = new Map<string, Item>()
  const add = (links: unknown): void => {
    for (const link of Array.isArray(links) ? links : []) {
      const result = references.find(link, resource)
      if (result?.type !== 'Observation' || found.has(result.key)) continue
      found.set(result.key, result)
      add(result.resource.hasMember)
    }
  }
  add(resource.result)
  add(inside)
  return [...found.values()]
}

/** The role of the reader and the day of signature. */
function besideCode(
  item: Item,
  kind: string,
  rows: ConceptMeaning['rows'],
  isSigned: boolean,
  reading: Reading,
): EntryRecord['fields'] {
  const { resource, where } = item
  const fields: Record<string, Said> = {}
  for (const fact of rows.flatMap(measuresOf)) {
    if (fact.scope !== kind) continue
    if (isRole(reading.pathway, fact)) {
      const word = roleWord(reading, fact, [resource.resultsInterpreter, resource.performer], resource)
      if (word !== null) fields[fact.id] = { word }
    } else if (fact.type === 'date' && isSigned && isText(resource.issued)) {
      const date = whenOf(resource, ['issued'], where, reading)
      if (date) fields[fact.id] = { date }
    }
  }
  return fields
}
