import { type Day, formatDay } from '@facialis/language'
import { blank, noWord, unlistedWord } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'
import { type ColumnContent, type FlatColumn, type FlatTable, flatTablesOf, type KeyColumn } from './flat-tables.ts'

/** The value of a cell in JSON: a day is `YYYY-MM-DD`. */
export type FlatValue = string | number | boolean | null
export type FlatRow = readonly FlatValue[]

/** The key columns of a row: whose sheet it is, and the day for which its facts were resolved. */
export type RowKeys = Readonly<{ tenantId: string; patientId: string; asOf: Day }>

/** The rows of one person: one in the person table, and one for each entry in the table of its kind. */
export type FlatRows = Readonly<{ person: FlatRow; entries: readonly (readonly FlatRow[])[] }>

/** Stands for a known value that is not in the fact's list of values. */
export const otherWord = 'other-word'

/** Sheets as flat rows, in the column order of `flatTablesOf`. */
export function flatRowsOf(plan: Plan): (sheet: Sheet, rowKeys: RowKeys) => FlatRows {
  const { person, entries } = flatTablesOf(plan)
  const writePerson = rowWriter(person)
  const writeEntries = entries.map((table) => ({ write: rowWriter(table), width: table.row.width }))
  return ({ person: cells, rows, counts }, rowKeys) => ({
    person: writePerson(cells, 0, rowKeys, 0),
    entries: writeEntries.map(({ write, width }, entryKind) =>
      Array.from({ length: counts[entryKind] as number }, (_, entry) =>
        write(rows[entryKind] as Int32Array, entry * width, rowKeys, entry),
      ),
    ),
  })
}

type RowWriter = (cells: Int32Array, at: number, rowKeys: RowKeys, entry: number) => FlatRow

function rowWriter({ columns }: FlatTable): RowWriter {
  const writers = columns.map(({ content }: FlatColumn) => cellWriter(content))
  return (cells, at, rowKeys, entry) => writers.map((write) => write(cells, at, rowKeys, entry))
}

type CellWriter = (cells: Int32Array, at: number, rowKeys: RowKeys, entry: number) => FlatValue

function cellWriter(content: ColumnContent): CellWriter {
  switch (content.kind) {
    case 'key': {
      const key = keys[content.of]
      return (_cells, _at, rowKeys, entry) => key(rowKeys, entry)
    }
    case 'word': {
      const { cell, fact } = content.place
      const words: readonly string[] = 'values' in fact ? fact.values : []
      return (cells, at) => {
        const position = cells[at + cell] as number
        if (position === noWord) return null
        return position === unlistedWord ? otherWord : (words[position] as string)
      }
    }
    case 'member': {
      const { bit, place } = content
      return (cells, at) => {
        const members = cells[at + place.cell] as number
        return members === blank ? null : ((members >>> bit) & 1) === 1
      }
    }
    case 'quantity': {
      const { cell } = content.place
      return (cells, at) => unlessBlank(cells[at + cell] as number, (number) => number)
    }
    case 'written': {
      const { cell } = content.place
      return (cells, at) => unlessBlank(cells[at + cell] as number, () => true)
    }
    case 'day': {
      const { place, of, end } = content
      const first = of === 'answer' ? place.cell : (place.observed as number)
      return (cells, at) => unlessBlank(cells[at + first] as number, () => formatDay(cells[at + first + end] as number))
    }
    case 'entry-day': {
      const { end } = content
      return (cells, at) => unlessBlank(cells[at] as number, () => formatDay(cells[at + end] as number))
    }
    default:
      return content satisfies never
  }
}

const keys: Readonly<Record<KeyColumn, (rowKeys: RowKeys, entry: number) => string>> = {
  tenant: ({ tenantId }) => tenantId,
  patient: ({ patientId }) => patientId,
  'as-of': ({ asOf }) => formatDay(asOf),
  entry: (_whose, entry) => String(entry + 1),
}

const unlessBlank = <T>(number: number, write: (number: number) => T): T | null =>
  number === blank ? null : write(number)
