import type { Span } from '@facialis/language'
import {
  type ClippedSpan,
  type ResolvedChart,
  type ResolvedEntry,
  type ResolvedFact,
  unclipped,
} from '../chart/resolved-chart.ts'
import { sortDay } from '../chart/statements.ts'
import { isDeepEqual } from '../ground/is-deep-equal.ts'

/**
 * Whether two resolved charts of one person say the same wherever they are told. They may still differ in where the day cuts
 * a date that reaches past it: conditions hear of that, and nothing else does.
 */
export const isToldAlike = (one: ResolvedChart, other: ResolvedChart): boolean =>
  areFactsAlike(one.facts, other.facts) &&
  one.entries.size === other.entries.size &&
  one.entries.entries().every(([kind, list]) => areEntriesAlike(list, other.entries.get(kind) ?? []))

type Facts = ResolvedChart['facts']
function areFactsAlike(some: Facts, others: Facts): boolean {
  if (some.size !== others.size) return false
  return some.entries().every(([id, fact]) => {
    const other = others.get(id)
    return other !== undefined && isFactAlike(fact, other)
  })
}

function isFactAlike(one: ResolvedFact, other: ResolvedFact): boolean {
  if (one === other) return true
  if (!isDeepEqual(written(one.date), written(other.date)) || !isDeepEqual(one.provenance, other.provenance))
    return false
  if (one.known) return other.known && isDeepEqual(one.value, other.value)
  return !other.known && one.why === other.why
}

function areEntriesAlike(some: readonly ResolvedEntry[], others: readonly ResolvedEntry[]): boolean {
  if (some.length !== others.length) return false
  return some.every((entry, i) => {
    const other = others[i] as ResolvedEntry
    return (
      entry.id === other.id &&
      isDeepEqual(written(entry.date), written(other.date)) &&
      isDeepEqual(entry.provenance, other.provenance) &&
      // Of one day nobody knows which came last: those are told together.
      isOfTheDayBefore(some, i) === isOfTheDayBefore(others, i) &&
      areFactsAlike(entry.fields, other.fields)
    )
  })
}

const written = (date: ClippedSpan | null): Span | null => date && unclipped(date)

const isOfTheDayBefore = (list: readonly ResolvedEntry[], i: number): boolean =>
  i > 0 && sortDay((list[i] as ResolvedEntry).date) === sortDay((list[i - 1] as ResolvedEntry).date)
