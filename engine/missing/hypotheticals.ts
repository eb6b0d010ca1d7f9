import { type Entry, memoiseWeak } from '@facialis/language'
import type { ResolvedChart, ResolvedEntry, ResolvedFact } from '../chart/resolved-chart.ts'

/** What could be ordered and is not there yet stands in the diagram as one entry of today with nothing known. */
export function withHypotheticals(chart: ResolvedChart): ResolvedChart {
  const entries = new Map(chart.entries)
  for (const kind of chart.pathway.entries)
    if (kind.orderable) entries.set(kind.id, [imagined(kind, chart.asOf), ...(entries.get(kind.id) ?? [])])
  return { ...chart, entries }
}

function imagined(kind: Entry, today: number): ResolvedEntry {
  return {
    id: imaginedId(kind.id),
    kind: kind.id,
    date: { lo: today, hi: today },
    fields: unsaid(kind),
    provenance: { source: 'not yet done' },
  }
}

const unsaid = memoiseWeak(
  (kind: Entry): ReadonlyMap<string, ResolvedFact> =>
    new Map(
      Object.values(kind.fields).flatMap((field): readonly (readonly [string, ResolvedFact])[] =>
        field.unrecorded
          ? [[field.id, { known: true, value: field.unrecorded, date: null, provenance: { source: 'imagined' } }]]
          : [],
      ),
    ),
)

/** An entry that stands only in the diagrams, for what could be ordered and is not there yet. */
export const isImagined = (entry: ResolvedEntry): boolean => entry.id === imaginedId(entry.kind)
const imaginedId = (kind: string): string => `new-${kind}`
