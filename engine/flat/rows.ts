import { type Day, formatDay } from '@facialis/language'
import { blank, noWord, unlistedWord } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'
import { type FlatColumn, type FlatTable, flatTablesOf, type Held, type KeyOf } from './tables.ts'

/** A cell as JSON says it: a day is `YYYY-MM-DD`. */
export type FlatValue = string | number | boolean | null
export type FlatRow = readonly FlatValue[]

/** Whose sheet it is, and for which day its facts were resolved. */
export type Whose = Readonly<{ tenantId: string; patientId: string; asOf: Day }>

/** The rows of one person: one for the table of the person, and for each kind of entry one an entry. */
export type FlatRows = Readonly<{ person: FlatRow; entries: readonly (readonly FlatRow[])[] }>

/** Stands for a known word that is none of the fact's own. */
export const otherWord = 'other-word'

/** Sheets to plain rows, in the order of the columns of `flatTablesOf`. */
export function flatRowsOf(plan: Plan): (sheet: Sheet, whose: Whose) => FlatRows {
  const { person, entries } = flatTablesOf(plan)
  const writePerson = rowWriter(person)
  const writeEntries = entries.map((table) => ({ write: rowWriter(table), width: table.row.width }))
  return ({ person: cells, rows, counts }, whose) => ({
    person: writePerson(cells, 0, whose, 0),
    entries: writeEntries.map(({ write, width }, entryKind) =>
      Array.from({ length: counts[entryKind] as number }, (_, entry) =>
        write(rows[entryKind] as Int32Array, entry * width, whose, entry),
      ),
    ),
  })
}

type RowWriter = (cells: Int32Array, at: number, whose: Whose, entry: number) => FlatRow

function rowWriter({ columns }: FlatTable): RowWriter {
  const writers = columns.map(({ held }: FlatColumn) => cellWriter(held))
  return (cells, at, whose, entry) => writers.map((write) => write(cells, at, whose, entry))
}

type CellWriter = (cells: Int32Array, at: number, whose: Whose, entry: number) => FlatValue

function cellWriter(held: Held): CellWriter {
  switch (held.kind) {
    case 'key': {
      const key = keys[held.of]
      return (_cells, _at, whose, entry) => key(whose, entry)
    }
    case 'word': {
      const { cell, fact } = held.place
      const words: readonly string[] = 'values' in fact ? fact.values : []
      return (cells, at) => {
        const position = cells[at + cell] as number
        if (position === noWord) return null
        return position === unlistedWord ? otherWord : (words[position] as string)
      }
    }
    case 'member': {
      const { bit, place } = held
      return (cells, at) => {
        const members = cells[at + place.cell] as number
        return members === blank ? null : ((members >>> bit) & 1) === 1
      }
    }
    case 'quantity': {
      const { cell } = held.place
      return (cells, at) => unlessBlank(cells[at + cell] as number, (number) => number)
    }
    case 'written': {
      const { cell } = held.place
      return (cells, at) => unlessBlank(cells[at + cell] as number, () => true)
    }
    case 'day': {
      const { place, of, end } = held
      const first = of === 'answer' ? place.cell : (place.observed as number)
      return (cells, at) => unlessBlank(cells[at + first] as number, () => formatDay(cells[at + first + end] as number))
    }
    case 'entry-day': {
      const { end } = held
      return (cells, at) => unlessBlank(cells[at] as number, () => formatDay(cells[at + end] as number))
    }
    default:
      return held satisfies never
  }
}

const keys: Readonly<Record<KeyOf, (whose: Whose, entry: number) => string>> = {
  tenant: ({ tenantId }) => tenantId,
  patient: ({ patientId }) => patientId,
  'as-of': ({ asOf }) => formatDay(asOf),
  entry: (_whose, entry) => String(entry + 1),
}

const unlessBlank = <T>(number: number, write: (number: number) => T): T | null =>
  number === blank ? null : write(number)
