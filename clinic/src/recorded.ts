import { resolve } from '@facialis/engine'
import { type ClippedSpan, unclipped } from '@facialis/engine/chart/resolved-chart.ts'
import { plainOf } from '@facialis/fhir'
import { type Chart, type Fact, formatSpan, parseDate, type UnknownReason } from '@facialis/language'
import type { PlainValue } from '@facialis/wire'
import { factOf, pathway } from './pathway.ts'

/** A fact as it stands today, in the plain values screens use. */
export type Recorded = Readonly<{
  value: PlainValue
  why: UnknownReason | null
  date: string | null
  by: string | null
}>
export type RecordedEntry = Readonly<{
  id: string
  kind: string
  date: string | null
  by: string | null
  fields: Readonly<Record<string, PlainValue>>
}>

/** What is on the chart: facts by id, entries by kind, latest first; withdrawn and superseded ones left out. */
export type Recording = Readonly<{
  fact: (id: string) => Recorded | null
  entries: (kind: string) => readonly RecordedEntry[]
}>

/** Reads a chart as it stands on the day, through the same resolution the advice uses. */
type Standing = NonNullable<ReturnType<ReturnType<typeof resolve>['facts']['get']>>

export function recordedOn(
  asked: Readonly<{ chart: Chart; today: string; policy: Readonly<Record<string, number>> }>,
): Recording {
  const asOf = parseDate(asked.today)?.hi ?? 0
  const resolved = resolve(pathway, asked.chart, { asOf, policy: asked.policy })
  return {
    fact: (id) => {
      const fact = factOf(id)
      const standing = resolved.facts.get(id)
      if (fact === null || standing === undefined || isSilence(fact, standing)) return null
      return {
        value: standing.known ? plainOf(fact, standing.value) : null,
        why: standing.known ? null : standing.why,
        date: written(standing.date),
        by: standing.provenance?.by ?? null,
      }
    },
    entries: (kind) =>
      (resolved.entries.get(kind) ?? []).map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        date: written(entry.date),
        by: entry.provenance.by ?? null,
        fields: Object.fromEntries(
          [...entry.fields].flatMap(([id, standing]) => {
            const field = factOf(id)
            return field === null || !standing.known ? [] : [[id, plainOf(field, standing.value)] as const]
          }),
        ),
      })),
  }
}

/** What stands when nobody said anything is no answer of anybody. */
const isSilence = (fact: Fact, standing: Standing): boolean =>
  standing.known &&
  'word' in standing.value &&
  fact.unrecorded !== null &&
  'word' in fact.unrecorded &&
  standing.value.word === fact.unrecorded.word

/** A month that is not over is not cut at today: it is shown, and sent again, as it was written. */
const written = (date: ClippedSpan | null): string | null => (date === null ? null : formatSpan(unclipped(date)))
