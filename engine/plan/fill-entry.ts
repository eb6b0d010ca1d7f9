import type { Entry, EntryRecord } from '@facialis/language'
import type { Place, Row } from './layout.ts'
import { setUnknown, unrecordedRow, writeValue } from './sheet.ts'

export type EntryFilling = Readonly<{
  width: number
  fill: (cells: Int32Array, at: number, record: EntryRecord) => void
}>

/** Writes entries of one kind: what is recorded, what its words fill, and what stands where nothing is recorded. */
export function entryFilling(entry: Entry, row: Row): EntryFilling {
  const places = new Map(row.places.map((place) => [place.fact.id, place]))
  const empty = unrecordedRow(row)
  return {
    width: row.width,
    fill: (cells, at, record) => {
      const { date, fields } = record
      cells.set(empty, at)
      if (date) {
        cells[at] = date.lo
        cells[at + 1] = date.hi
      }
      for (const id in fields) {
        const place = places.get(id)
        const value = fields[id]
        if (place === undefined || value === undefined) continue
        if ('unknown' in value) setUnknown(cells, at, place)
        else writeValue(cells, at, place, value, date)
      }
      fillBy(entry, record, (field, word) => writeValue(cells, at, places.get(field) as Place, { word }, date))
    },
  }
}

/** Tells of each field that a word of another one fills. What is recorded, even as unknown, is never filled. */
function fillBy({ fills }: Entry, { fields }: EntryRecord, tell: (field: string, word: string) => void): void {
  let filled: Map<string, string> | null = null
  for (const { field, is, fills: others, with: word } of fills) {
    const recorded = fields[field.id]
    const stands = recorded === undefined ? filled?.get(field.id) : 'word' in recorded ? recorded.word : undefined
    if (stands !== is) continue
    for (const { id } of others) {
      if (fields[id] !== undefined || filled?.has(id)) continue
      filled ??= new Map()
      filled.set(id, word)
      tell(id, word)
    }
  }
}
