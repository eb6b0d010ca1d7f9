import type { BoardRow } from '@facialis/wire'

/** A group of rows with the same key, and its size. */
export type RowGroup = {
  readonly row: BoardRow
  many: number
  /** Its number, which is small and nobody else's while there are any. */
  readonly at: number
}

/** Maintains the size of each group incrementally, so that no filter has to scan a hundred thousand rows to know how many there are. */
export type RowGroups = Readonly<{
  in: (row: BoardRow) => RowGroup
  out: (alike: RowGroup) => void
  all: () => Iterable<RowGroup>
}>

export function openRowGroups(keyOf: (row: BoardRow) => string): RowGroups {
  const byKey = new Map<string, RowGroup>()
  const free: number[] = []
  return {
    in: (row) => {
      const key = keyOf(row)
      const alike = byKey.get(key) ?? { row, many: 0, at: free.pop() ?? byKey.size }
      alike.many += 1
      byKey.set(key, alike)
      return alike
    },
    out: (alike) => {
      alike.many -= 1
      if (alike.many > 0) return
      byKey.delete(keyOf(alike.row))
      free.push(alike.at)
    },
    all: () => byKey.values(),
  }
}

/** The key of everything that filters use beside name and birth date. */
export const filterKey = ({ stage, also, gate, next, overdue, critical, letterOwed }: BoardRow): string =>
  JSON.stringify([
    stage,
    also,
    gate,
    next === null ? null : [next.owner, next.state],
    overdue > 0,
    critical.length > 0,
    letterOwed !== null,
  ])

/** The key of everything that decides whether a row needs attention, for any roles and any day. */
export const attentionKey = ({ next, critical }: BoardRow): string =>
  JSON.stringify([critical.length > 0, next === null ? null : [next.owner, next.state, next.dueBy]])
