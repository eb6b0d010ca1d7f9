import { type Counted, imaginedId, type ResolvedChart, type Standing } from './world.ts'

/** What could be ordered and is not there yet stands in the diagram as one entry of today with nothing known. */
export function withHypotheticals(chart: ResolvedChart): ResolvedChart {
  const entries = new Map(chart.entries)
  for (const kind of chart.pathway.entries)
    if (kind.orderable) entries.set(kind.id, [imagined(kind, chart.asOf), ...(entries.get(kind.id) ?? [])])
  return { ...chart, entries }
}

function imagined(kind: ResolvedChart['pathway']['entries'][number], today: number): Counted {
  const unsaid = Object.values(kind.fields).flatMap((field) =>
    field.unrecorded
      ? [[field.id, { known: true, value: field.unrecorded, date: null, provenance: { source: 'imagined' } }] as const]
      : [],
  )
  return {
    id: imaginedId(kind.id),
    kind: kind.id,
    date: { lo: today, hi: today },
    fields: new Map<string, Standing>(unsaid),
    provenance: { source: 'not yet done' },
  }
}
