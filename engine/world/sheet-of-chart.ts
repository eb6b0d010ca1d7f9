import type { Fact } from '@facialis/language'
import type { ResolvedChart, Standing } from '../chart/standing.ts'
import type { Layout, Place } from '../plan/layout.ts'
import { forget, type Sheet, unrecordedRow, writeValue } from '../plan/sheet.ts'

/** A resolved chart as rows of numbers; an entry stands at the row that is its position, a proposed one after the last. */
export function sheetOfChart(layout: Layout, { facts, entries, proposed }: ResolvedChart): Sheet {
  const person = unrecordedRow(layout.person).slice()
  writeAll(person, 0, layout.person.places, ({ id }) => facts.get(id))
  const rows = layout.rooms.map(({ entry, row }) => {
    const counted = [...(entries.get(entry.id) ?? []), ...(proposed?.kind === entry.id ? [proposed] : [])]
    const cells = new Int32Array(counted.length * row.width)
    const empty = unrecordedRow(row)
    for (const [i, { date, fields }] of counted.entries()) {
      const at = i * row.width
      cells.set(empty, at)
      if (date) {
        cells[at] = date.lo
        cells[at + 1] = date.hi
      }
      writeAll(cells, at, row.places, ({ id }) => fields.get(id))
    }
    return cells
  })
  return { person, rows, counts: layout.rooms.map(({ entry }) => entries.get(entry.id)?.length ?? 0) }
}

function writeAll(
  cells: Int32Array,
  at: number,
  places: readonly Place[],
  standingOf: (fact: Fact) => Standing | undefined,
): void {
  for (const place of places) {
    const standing = standingOf(place.fact)
    if (standing?.known) writeValue(cells, at, place, standing.value, standing.date)
    else if (standing) forget(cells, at, place)
  }
}
