import { type FlatTable, flatTablesOf } from '../flat/flat-tables.ts'
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
  const named = (isIt: (content: FlatTable['columns'][number]['content']) => boolean): readonly string[] =>
    table.columns.filter(({ content }) => isIt(content)).map(({ name }) => name)
  const holding = (place: Place) => named((content) => 'place' in content && content.place === place)
  return {
    table,
    of: (place) => holding(place)[0] as string,
    members: (place, mask) =>
      named((content) => content.kind === 'member' && content.place === place && ((mask >>> content.bit) & 1) === 1),
    any: (place) => holding(place)[0] as string,
    days: (place, of) =>
      named((content) => content.kind === 'day' && content.place === place && content.of === of) as unknown as [
        string,
        string,
      ],
    entryDays: named((content) => content.kind === 'entry-day') as unknown as [string, string],
  }
}
