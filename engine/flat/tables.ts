import { type Entry, memoiseWeak } from '@facialis/language'
import type { Place, Row } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import { naming, snakeCase } from './names.ts'

/** What a cell of the flat table can be, in any engine. Dates are days; integers fit in 64 bits. */
export type FlatType = 'text' | 'boolean' | 'integer' | 'date'

export type KeyOf = 'tenant' | 'patient' | 'entry' | 'as-of'

/** What a column says. */
export type Held =
  | Readonly<{ kind: 'key'; of: KeyOf }>
  /** One of the fact's words. */
  | Readonly<{ kind: 'word'; place: Place }>
  /** Whether the set has this member; the column of each member is NULL where the set is not known. */
  | Readonly<{ kind: 'member'; place: Place; member: string; bit: number }>
  /** A whole number of the fact's unit × 10^-decimals. */
  | Readonly<{ kind: 'quantity'; place: Place }>
  /** Whether there are any words; the words themselves stay where they are. */
  | Readonly<{ kind: 'written'; place: Place }>
  /** The first or last day an answer may mean; the other end of it is the column beside this one. */
  | Readonly<{ kind: 'day'; place: Place; of: 'answer' | 'recorded'; end: 0 | 1 }>
  /** The first or last day the entry may have happened on. */
  | Readonly<{ kind: 'entry-day'; end: 0 | 1 }>

export type FlatColumn = Readonly<{ name: string; type: FlatType; held: Held }>

/** One table: of the person, or of one kind of entry. */
export type FlatTable = Readonly<{
  name: string
  /** Position in `Layout.rooms`; null for the table of the person. */
  entryKind: number | null
  entry: Entry | null
  row: Row
  columns: readonly FlatColumn[]
}>

export type FlatTables = Readonly<{ person: FlatTable; entries: readonly FlatTable[] }>

/**
 * The flat fact table: for each row of the plan's layout its columns. One row a person, one row an entry, of facts as
 * they stand on one day; whatever is not known is NULL.
 */
export const flatTablesOf = memoiseWeak(({ layout }: Plan): FlatTables => {
  const tableName = naming()
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
  const name = naming()
  const column = (wanted: string, type: FlatType, held: Held): FlatColumn => ({ name: name(wanted), type, held })
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
