import type { Fact, Span } from '@facialis/language'
import { type ClippedSpan, type ResolvedChart, type ResolvedFact, unclipped } from '../chart/resolved-chart.ts'
import type { Layout, Place } from '../plan/layout.ts'
import { type Sheet, setUnknown, unrecordedRow, writeValue } from '../plan/sheet.ts'

/** A resolved chart as rows of numbers; an entry stands at the row that is its position, a proposed one after the last. */
export const sheetOfChart = (layout: Layout, chart: ResolvedChart): Sheet => filled(layout, chart, clippedDate)

/** The same with every date as it was written; null where the day cuts none. */
export const writtenSheetOf = (layout: Layout, chart: ResolvedChart): Sheet | null =>
  clipsSomething(chart) ? filled(layout, chart, unclipped) : null

type Read = (date: ClippedSpan) => Span
const clippedDate: Read = (date) => date

function clipsSomething({ facts, entries }: ResolvedChart): boolean {
  const isCut = ({ date }: Readonly<{ date: ClippedSpan | null }>): boolean => date?.written !== undefined
  return facts.values().some(isCut) || entries.values().some((list) => list.some(isCut))
}

function filled(layout: Layout, { facts, entries, proposed }: ResolvedChart, read: Read): Sheet {
  const person = unrecordedRow(layout.person).slice()
  writeAll(person, { at: 0, places: layout.person.places, read }, ({ id }) => facts.get(id))
  const rows = layout.entryKinds.map(({ entry, row }) => {
    const counted = [...(entries.get(entry.id) ?? []), ...(proposed?.kind === entry.id ? [proposed] : [])]
    const cells = new Int32Array(counted.length * row.width)
    const empty = unrecordedRow(row)
    for (const [i, { date, fields }] of counted.entries()) {
      const at = i * row.width
      cells.set(empty, at)
      if (date) {
        cells[at] = read(date).lo
        cells[at + 1] = read(date).hi
      }
      writeAll(cells, { at, places: row.places, read }, ({ id }) => fields.get(id))
    }
    return cells
  })
  return { person, rows, counts: layout.entryKinds.map(({ entry }) => entries.get(entry.id)?.length ?? 0) }
}

function writeAll(
  cells: Int32Array,
  { at, places, read }: Readonly<{ at: number; places: readonly Place[]; read: Read }>,
  standingOf: (fact: Fact) => ResolvedFact | undefined,
): void {
  for (const place of places) {
    const standing = standingOf(place.fact)
    if (standing?.known) writeValue(cells, at, place, standing.value, standing.date && read(standing.date))
    else if (standing) setUnknown(cells, at, place)
  }
}
