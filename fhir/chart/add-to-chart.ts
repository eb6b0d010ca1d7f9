import type { Chart, EntryRecord, Observation } from '@facialis/language'
import { IdIndex } from '../json/id-index.ts'

/**
 * The chart after one more act. A correction takes the place of what was stated about the same fact for the same day.
 * An entry with the id of an earlier one amends it: fields given replace, others stay, and withdrawn stays withdrawn.
 */
export function addToChart(
  chart: Chart,
  { chart: more, corrects }: Readonly<{ chart: Chart; corrects: boolean }>,
): Chart {
  const kept = corrects ? without(chart.observations, more.observations) : chart.observations
  return {
    observations: [...kept, ...more.observations],
    screens: [...chart.screens, ...more.screens],
    entries: amended([...chart.entries, ...more.entries]),
    ...(chart.ignored ? { ignored: chart.ignored } : {}),
  }
}

const placeOf = ({ fact, date }: Observation): string => `${fact} ${date?.lo} ${date?.hi}`

function without(earlier: readonly Observation[], corrections: readonly Observation[]): readonly Observation[] {
  const corrected = new Set(corrections.map(placeOf))
  return earlier.filter((observation) => !corrected.has(placeOf(observation)))
}

/** Entries of one id, earliest recorded first, as the one entry they make. */
export function amended(records: readonly EntryRecord[]): readonly EntryRecord[] {
  if (areDistinct(records)) return records
  const byId = new Map<string, EntryRecord>()
  for (const record of records) {
    const before = byId.get(keyOf(record))
    byId.set(keyOf(record), before ? amend(before, record) : record)
  }
  return byId.size === records.length ? records : [...byId.values()]
}

function areDistinct(records: readonly EntryRecord[]): boolean {
  const ids = records.length < 2 ? null : new IdIndex(records.length)
  return ids === null || records.every(({ id }, at) => ids.add(id, at))
}

const amend = (before: EntryRecord, after: EntryRecord): EntryRecord => ({
  id: after.id,
  kind: after.kind,
  date: after.date ?? before.date,
  withdrawn: before.withdrawn || after.withdrawn,
  supersedes: [...new Set([...before.supersedes, ...after.supersedes])],
  fields: { ...before.fields, ...after.fields },
  provenance: after.provenance,
})

/** An id alone does not amend: naming a session in a visit must not wipe it out. */
const keyOf = (record: EntryRecord): string => `${record.kind} ${record.id}`
