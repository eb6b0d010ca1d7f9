import type { BoardRow } from '@facialis/wire'

/** Rows that are the same in something, and how many there are of them. */
export type Alike = {
  readonly row: BoardRow
  many: number
  /** Its number, which is small and nobody else's while there are any. */
  readonly at: number
}

/** Counts rows as they come and go, so that nobody need go through a hundred thousand to know how many there are. */
export type Tally = Readonly<{
  in: (row: BoardRow) => Alike
  out: (alike: Alike) => void
  all: () => Iterable<Alike>
}>

export function openTally(keyOf: (row: BoardRow) => string): Tally {
  const byKey = new Map<string, Alike>()
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

/** All that filters ask of a row beside its name and birth date, and by what rows are counted together. */
export const asFiltered = ({ stage, also, gate, next, overdue, critical, letterOwed }: BoardRow): string =>
  JSON.stringify([
    stage,
    also,
    gate,
    next === null ? null : [next.owner, next.state],
    overdue > 0,
    critical.length > 0,
    letterOwed !== null,
  ])

/** All that decides whether somebody is needed, for whatever roles and on whatever day. */
export const asNeeding = ({ next, critical }: BoardRow): string =>
  JSON.stringify([critical.length > 0, next === null ? null : [next.owner, next.state, next.dueBy]])
