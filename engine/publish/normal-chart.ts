import type { Asking, Chart, EntryRecord, Observation, Pathway, Unknown, Value } from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import type { ResolvedEntry, ResolvedFact } from '../chart/resolved-chart.ts'

/**
 * What stands on the day, as a chart that says each thing once: a fact with its value and the day it was observed, or
 * the reason why it is not known; the entries that count, with the fields that their words fill. Whoever reads it needs
 * to know nothing of lists, ages, conflicts and replaced reports.
 */
export function normalChart(pathway: Pathway, chart: Chart, asking: Asking): Chart {
  const { facts, entries } = resolve(pathway, chart, asking)
  return {
    observations: [...facts].map(([fact, standing]) => observation(fact, standing)),
    screens: [],
    entries: [...entries.values()].flatMap((list) => list.map(record)),
  }
}

const derivedProvenance = { source: 'worked out for the day' }

const valueOrUnknown = (standing: ResolvedFact): Value | Unknown =>
  standing.known ? standing.value : { unknown: standing.why }

const observation = (fact: string, standing: ResolvedFact): Observation => ({
  fact,
  value: valueOrUnknown(standing),
  date: standing.date,
  provenance: standing.provenance ?? derivedProvenance,
})

const record = ({ id, kind, date, fields, provenance }: ResolvedEntry): EntryRecord => ({
  id,
  kind,
  date,
  withdrawn: false,
  supersedes: [],
  fields: Object.fromEntries([...fields].map(([field, standing]) => [field, valueOrUnknown(standing)])),
  provenance,
})
