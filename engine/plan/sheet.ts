import type { Fact, Value } from '@facialis/language'
import type { ResolvedChart, Standing } from '../world.ts'
import { blank, foreign, isWord, noWord, type Place, type Row } from './layout.ts'
import type { Plan } from './plan.ts'

/** One person on one day as rows of numbers; see `Layout`. */
export type Sheet = Readonly<{
  person: Float64Array
  /** For each kind of entry its rows one after the other, latest first. */
  rows: readonly Float64Array[]
  counts: readonly number[]
}>

/** A resolved chart as rows of numbers. */
export function sheetOf(plan: Plan, chart: ResolvedChart): Sheet {
  const { person, rooms } = plan.layout
  const own = emptyRows(person, 1)
  for (const place of person.places) write(own, 0, place, chart.facts.get(place.fact.id))
  const rows = rooms.map(({ entry, row }) => {
    const entries = chart.entries.get(entry.id) ?? []
    const cells = emptyRows(row, entries.length)
    entries.forEach((counted, i) => {
      const at = i * row.width
      if (counted.date) {
        cells[at] = counted.date.lo
        cells[at + 1] = counted.date.hi
      }
      for (const place of row.places) write(cells, at, place, counted.fields.get(place.fact.id))
    })
    return cells
  })
  return { person: own, rows, counts: rooms.map(({ entry }) => chart.entries.get(entry.id)?.length ?? 0) }
}

/** Rows in which nothing is known. */
export function emptyRows({ places, width }: Row, count: number): Float64Array {
  const cells = new Float64Array(width * count).fill(blank)
  for (const { fact, cell } of places)
    if (isWord(fact)) for (let at = cell; at < cells.length; at += width) cells[at] = noWord
  return cells
}

function write(cells: Float64Array, at: number, { fact, cell, observed }: Place, standing: Standing | undefined): void {
  if (!standing?.known) return
  const { value, date } = standing
  if (fact.type === 'date') {
    if (!('date' in value)) return
    cells[at + cell] = value.date.lo
    cells[at + cell + 1] = value.date.hi
  } else cells[at + cell] = numberOf(fact, value)
  if (observed !== null && date) {
    cells[at + observed] = date.lo
    cells[at + observed + 1] = date.hi
  }
}

/** A value other than a date as one number; a value of another type than the fact's is none. */
export function numberOf(fact: Exclude<Fact, { type: 'date' }>, value: Value): number {
  switch (fact.type) {
    case 'choice':
    case 'yes-no': {
      if (!('word' in value)) return noWord
      const position = fact.values.indexOf(value.word)
      return position < 0 ? foreign : position
    }
    case 'set': {
      if (!('words' in value)) return blank
      let members = 0
      for (const word of value.words) {
        const position = fact.values.indexOf(word)
        if (position >= 0) members |= 1 << position
      }
      return members
    }
    case 'quantity':
      return 'number' in value ? value.number : blank
    case 'text':
      return 'text' in value ? 1 : blank
    default:
      return fact satisfies never
  }
}
