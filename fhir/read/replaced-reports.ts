import { isText, type JsonObject, objectsIn } from '../json/json.ts'
import { instantOf } from '../values/when.ts'
import { extensionsOf } from './provenance.ts'
import type { Draft, Reading } from './reading.ts'
import type { Item } from './references.ts'
import { isByAColleague } from './self-reported.ts'

const replaces = 'http://hl7.org/fhir/StructureDefinition/diagnosticReport-replaces'
/** Statuses of a report that was changed; one that was only added to takes nothing back. */
const changed = new Set(['amended', 'corrected'])

/**
 * Reports with the ids of those they say they take the place of: by FHIR's own extension, by a Provenance that calls one a
 * revision of the other, or because one is marked as amended and both are of one study, order or number. Whether they may is
 * asked of the entries themselves.
 */
export function withReplacedReports(
  drafts: readonly Draft[],
  revisions: readonly Item[],
  reading: Reading,
): readonly Draft[] {
  const reports = drafts.filter(({ from }) => from.type === 'DiagnosticReport')
  if (reports.length < 2) return drafts
  const revised = revisionsIn(revisions, reading)
  const told = new Map(reports.map((made, at) => [made.from, toldBy(made, at, reading)]))
  const byKey = Map.groupBy(told.values(), ({ made }) => made.from.key)
  const byLink = inOrderByLink(told.values())
  return drafts.map((made) => {
    const own = told.get(made.from)
    if (!own) return made
    const { resource, key } = made.from
    const named = new Set([
      ...extensionsOf(resource, replaces).flatMap(
        ({ valueReference }) => reading.references.find(valueReference)?.key ?? [],
      ),
      ...(revised.get(key) ?? []),
    ])
    const alike = changed.has(String(resource.status))
      ? [...own.links].flatMap((link) => lastBefore(own, byLink.get(link) ?? []))
      : []
    const meant = new Set([...[...named].flatMap((one) => byKey.get(one) ?? []), ...alike])
    meant.delete(own)
    const supersedes = [...meant].sort((a, b) => a.at - b.at).map((one) => one.made.record.id)
    return supersedes.length === 0 ? made : { ...made, record: replacing(made, supersedes, reading) }
  })
}

/** Reports of each study, order or number, by when they were issued; those that do not say when are before and after nothing. */
function inOrderByLink(told: Iterable<Told>): ReadonlyMap<string, readonly Told[]> {
  const byLink = new Map<string, Told[]>()
  for (const one of told) {
    if (Number.isNaN(one.issued)) continue
    for (const link of one.links) {
      const alike = byLink.get(link)
      if (alike) alike.push(one)
      else byLink.set(link, [one])
    }
  }
  for (const alike of byLink.values()) alike.sort((a, b) => a.issued - b.issued)
  return byLink
}

// Those before them are replaced by these; where one of these may not, more stands than should, and nothing is hidden.
const mostReplaced = 100

/** The last reports of a link issued before this one. */
function lastBefore({ issued }: Told, inOrder: readonly Told[]): readonly Told[] {
  let [from, to] = [0, inOrder.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((inOrder[middle] as Told).issued < issued) from = middle + 1
    else to = middle
  }
  return inOrder.slice(Math.max(0, from - mostReplaced), from)
}

/** Only a colleague stands behind a report that takes another back. */
function replacing(
  { record, from: { resource } }: Draft,
  supersedes: readonly string[],
  reading: Reading,
): Draft['record'] {
  const isSigned = isByAColleague([resource.resultsInterpreter, resource.performer].flat(), resource, reading)
  const { by, ...rest } = record.provenance
  return { ...record, supersedes, provenance: isSigned && by !== undefined ? record.provenance : rest }
}

/** A report with what it is found by. */
type Told = Readonly<{
  made: Draft
  /** Its place among the reports. */
  at: number
  /** In milliseconds; without it, before and after nothing. */
  issued: number
  links: ReadonlySet<string>
}>

const toldBy = (made: Draft, at: number, reading: Reading): Told => {
  const { issued } = made.from.resource
  return { made, at, issued: isText(issued) ? instantOf(issued) : Number.NaN, links: linksIn(made.from, reading) }
}

/** The study, the order and the numbers a report belongs to. */
function linksIn({ resource }: Item, { references }: Reading): ReadonlySet<string> {
  const named = [...objectsIn(resource.imagingStudy), ...objectsIn(resource.basedOn)].flatMap((link) => {
    const found = references.find(link, resource)?.key
    return found ?? (isText(link.reference) ? [link.reference] : [])
  })
  return new Set([...named, ...objectsIn(resource.identifier).map(numberOf)])
}

const numberOf = ({ system, value }: JsonObject): string => `${String(system ?? '')}|${String(value)}`

/** By each revised resource, what it is a revision of. */
function revisionsIn(provenances: readonly Item[], { references }: Reading): ReadonlyMap<string, readonly string[]> {
  const revised = new Map<string, string[]>()
  for (const { resource } of provenances)
    for (const entity of objectsIn(resource.entity)) {
      if (entity.role !== 'revision') continue
      const earlier = references.find(entity.what, resource)
      for (const target of objectsIn(resource.target)) {
        const later = references.find(target, resource)
        if (earlier && later) revised.set(later.key, [...(revised.get(later.key) ?? []), earlier.key])
      }
    }
  return revised
}
