import { type FlatTable, flatTablesOf } from '../flat/tables.ts'
import type { Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'

/** The names of the columns in which a table holds things. */
export type Columns = Readonly<{
  table: FlatTable
  /** Of a fact with one column. */
  of: (place: Place) => string
  /** Of the members whose bits are set. */
  members: (place: Place, mask: number) => readonly string[]
  /** Any column that is NULL when, and only when, the fact is not known. */
  any: (place: Place) => string
  /** First and last day of a date, or of when a fact was observed. */
  days: (place: Place, of: 'answer' | 'recorded') => readonly [string, string]
  /** First and last day of the entry. */
  entryDays: readonly [string, string]
}>

export function columnsOf(plan: Plan, entryKind: number | null): Columns {
  const tables = flatTablesOf(plan)
  const table = entryKind === null ? tables.person : (tables.entries[entryKind] as FlatTable)
  const named = (isIt: (held: FlatTable['columns'][number]['held']) => boolean): readonly string[] =>
    table.columns.filter(({ held }) => isIt(held)).map(({ name }) => name)
  const holding = (place: Place) => named((held) => 'place' in held && held.place === place)
  return {
    table,
    of: (place) => holding(place)[0] as string,
    members: (place, mask) =>
      named((held) => held.kind === 'member' && held.place === place && ((mask >>> held.bit) & 1) === 1),
    any: (place) => holding(place)[0] as string,
    days: (place, of) =>
      named((held) => held.kind === 'day' && held.place === place && held.of === of) as unknown as [string, string],
    entryDays: named((held) => held.kind === 'entry-day') as unknown as [string, string],
  }
}
