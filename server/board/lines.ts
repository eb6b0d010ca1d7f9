import { type BoardRow, journey, plain, searchedIn } from '@facialis/wire'

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
  /** The same for all who are counted together. */
  group: string
}>

export const lineOf = (row: BoardRow, made: Omit<Line, 'row' | 'searched' | 'group'>): Line => ({
  row,
  searched: searchedIn(row),
  group: [row.gate, row.stage, ...row.also].join(),
  ...made,
})

/** Rows in the order of the board. Keeping one up costs little beside everybody else. */
export type Lines = Readonly<{
  get: (id: string) => Line | undefined
  put: (line: Line) => void
  drop: (id: string) => void
  inOrder: () => readonly Line[]
  /** Grows with every change. */
  revision: () => number
}>

/** From so many changes on, sorting anew is cheaper than putting each in its place. */
const mostPlaced = 200

export function openLines(): Lines {
  const byId = new Map<string, Line>()
  let ordered: Line[] | null = []
  let placed = 0
  let revision = 0

  const place = (line: Line): number => {
    const all = ordered as Line[]
    let [from, to] = [0, all.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (byNeed(all[middle] as Line, line) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
  const change = (before: Line | undefined, after: Line | undefined): void => {
    revision += 1
    if (ordered === null) return
    placed += 1
    if (placed > mostPlaced) {
      ordered = null
      return
    }
    if (before) ordered.splice(place(before), 1)
    if (after) ordered.splice(place(after), 0, after)
  }
  return {
    get: (id) => byId.get(id),
    put: (line) => {
      const before = byId.get(line.row.id)
      byId.set(line.row.id, line)
      change(before, line)
    },
    drop: (id) => {
      const before = byId.get(id)
      if (!before) return
      byId.delete(id)
      change(before, undefined)
    },
    inOrder: () => {
      ordered ??= [...byId.values()].sort(byNeed)
      placed = 0
      return ordered
    },
    revision: () => revision,
  }
}

/** A stage that this version does not know stands last, and loses nobody. */
const stageAt = (stage: string): number => {
  const at = (journey as readonly string[]).indexOf(stage)
  return at < 0 ? journey.length : at
}

const names = new Intl.Collator('en')
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By stage; then alerts first, then overdue, then by due date; no hidden score. */
function byNeed({ row: a }: Line, { row: b }: Line): number {
  return (
    stageAt(a.stage) - stageAt(b.stage) ||
    text(a.stage, b.stage) ||
    Number(b.critical.length > 0) - Number(a.critical.length > 0) ||
    b.overdue - a.overdue ||
    text(a.next?.dueBy ?? '9999', b.next?.dueBy ?? '9999') ||
    names.compare(plain(a.name), plain(b.name)) ||
    text(a.id, b.id)
  )
}
