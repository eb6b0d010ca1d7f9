import { type BoardRow, journey, searchedIn, searchText } from '@facialis/wire'
import { attentionKey, filterKey, openRowGroups, type RowGroup } from './row-groups.ts'
import { openSortedRows } from './sorted-rows.ts'
import { type Held, openTextIndex } from './text-index.ts'

/** A row of the board and what is asked of it, worked out once. */
export type Line = Readonly<{
  row: BoardRow
  /** The day and the numbers it was worked out for, and the first day on which it is another. */
  madeOn: string
  madeBy: string
  holdsUntil: string | null
  /** What other systems keep by itself and this row rests on: addresses. */
  restsOn: readonly string[]
  /** Name and birth date as they are searched. */
  searched: string
  /** The name as it is ordered. */
  name: string
}>

export const lineOf = (row: BoardRow, made: Omit<Line, 'row' | 'searched' | 'name'>): Line => ({
  row,
  searched: searchedIn(row),
  name: searchText(row.name),
  ...made,
})

/** A line among all: whom every filter but the search treats alike, and who is needed in the same way. */
export type Placed = Line & Readonly<{ filtered: RowGroup; needing: RowGroup }>

/** Rows in the order of the board, and counted. Keeping one up costs little beside everybody else. */
export type Lines = Readonly<{
  get: (id: string) => Line | undefined
  put: (line: Line) => void
  drop: (id: string) => void
  size: () => number
  inOrder: () => readonly Placed[]
  /** The first of those whom filters treat like one of these. */
  firstOf: (wanted: ReadonlySet<RowGroup>, most: number) => readonly Placed[]
  /** Everybody whose text holds it, in the order of the board. */
  holding: (held: Held) => readonly Placed[]
  filtered: () => Iterable<RowGroup>
  needing: () => Iterable<RowGroup>
  /** Grows with every change. */
  revision: () => number
}>

/** From so many on, to look for them among all that are in order is cheaper than to put them in order. */
const mostSorted = 2000

export function openLines(): Lines {
  const byId = new Map<string, Placed>()
  const filtered = openRowGroups(filterKey)
  const needing = openRowGroups(attentionKey)
  const texts = openTextIndex<Placed>()
  const ordered = openSortedRows<Placed>(byNeed)
  let revision = 0

  const leave = (line: Placed): void => {
    filtered.out(line.filtered)
    needing.out(line.needing)
    ordered.drop(line)
  }
  return {
    get: (id) => byId.get(id),
    put: (line) => {
      const before = byId.get(line.row.id)
      if (before) leave(before)
      const placed = { ...line, filtered: filtered.in(line.row), needing: needing.in(line.row) }
      byId.set(line.row.id, placed)
      texts.put(line.row.id, placed)
      ordered.put(placed)
      revision += 1
    },
    drop: (id) => {
      const before = byId.get(id)
      if (!before) return
      byId.delete(id)
      texts.drop(id)
      leave(before)
      revision += 1
    },
    size: () => byId.size,
    inOrder: ordered.all,
    firstOf: ordered.firstOf,
    holding: (held) => {
      const found = texts.holding(held)
      if (found.length < mostSorted) return [...found].sort(byNeed)
      const isFound = new Set(found)
      return ordered.all().filter((line) => isFound.has(line))
    },
    filtered: filtered.all,
    needing: needing.all,
    revision: () => revision,
  }
}

/** A stage that this version does not know stands last, and loses nobody. */
const places = new Map<string, number>(journey.map((stage, at) => [stage, at]))
const stageAt = (stage: string): number => places.get(stage) ?? journey.length

const names = new Intl.Collator('en')
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By stage; then alerts first, then overdue, then by due date; no hidden score. */
function byNeed({ row: a, name: nameOfA }: Line, { row: b, name: nameOfB }: Line): number {
  return (
    stageAt(a.stage) - stageAt(b.stage) ||
    text(a.stage, b.stage) ||
    Number(b.critical.length > 0) - Number(a.critical.length > 0) ||
    b.overdue - a.overdue ||
    text(a.next?.dueBy ?? '9999', b.next?.dueBy ?? '9999') ||
    names.compare(nameOfA, nameOfB) ||
    text(a.id, b.id)
  )
}
