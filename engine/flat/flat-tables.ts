import { type Entry, memoiseWeak } from '@facialis/language'
import type { Place, Row } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import { snakeCase, uniqueIdentifiers } from './sql-identifiers.ts'

/** The type of a column, the same in every SQL engine. Dates are days; integers fit in 64 bits. */
export type FlatType = 'text' | 'boolean' | 'integer' | 'date'

export type KeyColumn = 'tenant' | 'patient' | 'entry' | 'as-of'

/** What a column contains. */
export type ColumnContent =
  | Readonly<{ kind: 'key'; of: KeyColumn }>
  /** One of the fact's words. */
  | Readonly<{ kind: 'word'; place: Place }>
  /** Whether the set has this member; the column of each member is NULL where the set is not known. */
  | Readonly<{ kind: 'member'; place: Place; member: string; bit: number }>
  /** A whole number of the fact's unit × 10^-decimals. */
  | Readonly<{ kind: 'quantity'; place: Place }>
  /** Whether there is a text; the text itself is not copied. */
  | Readonly<{ kind: 'written'; place: Place }>
  /** The first or last possible day of a date; the next or previous column has the other end. */
  | Readonly<{ kind: 'day'; place: Place; of: 'answer' | 'recorded'; end: 0 | 1 }>
  /** The first or last possible day of the entry. */
  | Readonly<{ kind: 'entry-day'; end: 0 | 1 }>

export type FlatColumn = Readonly<{ name: string; type: FlatType; content: ColumnContent }>

/** The person table, or the table of one kind of entry. */
export type FlatTable = Readonly<{
  name: string
  /** Position in `Layout.entryKinds`; null for the person table. */
  entryKind: number | null
  entry: Entry | null
  row: Row
  columns: readonly FlatColumn[]
}>

export type FlatTables = Readonly<{ person: FlatTable; entries: readonly FlatTable[] }>

/**
 * The flat fact tables, one for each row of the plan's layout: one row per person, and one per entry, with the facts as of
 * one day. Whatever is unknown is NULL.
 */
export const flatTablesOf = memoiseWeak(({ layout }: Plan): FlatTables => {
  const tableName = uniqueIdentifiers()
  const { person, entryKinds } = layout
  return {
    person: { name: tableName('person'), entryKind: null, entry: null, row: person, columns: columnsOf(person, null) },
    entries: entryKinds.map(({ entry, row }, entryKind) => ({
      name: tableName(snakeCase(entry.plural)),
      entryKind,
      entry,
      row,
      columns: columnsOf(row, entryKind),
    })),
  }
})

function columnsOf(row: Row, entryKind: number | null): readonly FlatColumn[] {
  const name = uniqueIdentifiers()
  const column = (wanted: string, type: FlatType, content: ColumnContent): FlatColumn => ({
    name: name(wanted),
    type,
    content,
  })
  const ends = ['first', 'last'] as const
  const keys: readonly FlatColumn[] = [
    column('tenant_id', 'text', { kind: 'key', of: 'tenant' }),
    column('patient_id', 'text', { kind: 'key', of: 'patient' }),
    entryKind === null
      ? column('as_of', 'date', { kind: 'key', of: 'as-of' })
      : column('entry_id', 'text', { kind: 'key', of: 'entry' }),
  ]
  const happened =
    entryKind === null
      ? []
      : ends.map((end, i) => column(`date_${end}`, 'date', { kind: 'entry-day', end: i as 0 | 1 }))
  const facts = row.places.flatMap((place): readonly FlatColumn[] => {
    const id = snakeCase(place.fact.id)
    const recorded = place.observed === null ? [] : days(place, `${id}_recorded`, 'recorded')
    return [...answerOf(place, id), ...recorded]
  })
  return [...keys, ...happened, ...facts]

  function days(place: Place, id: string, of: 'answer' | 'recorded'): readonly FlatColumn[] {
    return ends.map((end, i) => column(`${id}_${end}`, 'date', { kind: 'day', place, of, end: i as 0 | 1 }))
  }

  function answerOf(place: Place, id: string): readonly FlatColumn[] {
    const { fact } = place
    switch (fact.type) {
      case 'choice':
      case 'yes-no':
        return [column(id, 'text', { kind: 'word', place })]
      case 'set':
        return fact.values.map((member, bit) =>
          column(`${id}_${snakeCase(member)}`, 'boolean', { kind: 'member', place, member, bit }),
        )
      case 'quantity':
        return [column(id, 'integer', { kind: 'quantity', place })]
      case 'text':
        return [column(`${id}_written`, 'boolean', { kind: 'written', place })]
      case 'date':
        return days(place, id, 'answer')
      default:
        return fact satisfies never
    }
  }
}
