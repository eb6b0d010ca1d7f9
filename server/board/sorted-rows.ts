import type { RowGroup } from './row-groups.ts'

type Placed = Readonly<{ filtered: RowGroup }>

/**
 * Everybody in their order. Beside them stands, close together, whom filters treat alike: a walk over a hundred thousand
 * looks at numbers, and at nobody's row before it is wanted.
 */
export type SortedRows<T extends Placed> = Readonly<{
  put: (line: T) => void
  drop: (line: T) => void
  all: () => readonly T[]
  /** The first of those who are like one of these. */
  firstOf: (wanted: ReadonlySet<RowGroup>, most: number) => readonly T[]
}>

/** From so many changes on, to merge them into a new list is cheaper than to put each in its place. */
const mostPlaced = 50

export function openSortedRows<T extends Placed>(compare: (a: T, b: T) => number): SortedRows<T> {
  let lines: T[] = []
  let kinds = new Int32Array(0)
  /** What stands there and is no more, and what does not stand there yet. */
  const gone = new Set<T>()
  const fresh = new Set<T>()

  const settle = (): void => {
    if (gone.size + fresh.size > mostPlaced) {
      const stay = gone.size === 0 ? lines : lines.filter((line) => !gone.has(line))
      lines = merged(stay, [...fresh].sort(compare), compare)
      // Some room, so that the next ones need no new list.
      kinds = new Int32Array(lines.length + 1024)
      for (const [at, line] of lines.entries()) kinds[at] = line.filtered.at
    } else {
      for (const line of gone) {
        const at = placeOf(line, lines, compare)
        lines.splice(at, 1)
        kinds.copyWithin(at, at + 1, lines.length + 1)
      }
      for (const line of fresh) {
        const at = placeOf(line, lines, compare)
        lines.splice(at, 0, line)
        if (lines.length > kinds.length) kinds = withRoom(kinds)
        kinds.copyWithin(at + 1, at, lines.length - 1)
        kinds[at] = line.filtered.at
      }
    }
    gone.clear()
    fresh.clear()
  }
  return {
    put: (line) => void fresh.add(line),
    drop: (line) => {
      if (!fresh.delete(line)) gone.add(line)
    },
    all: () => {
      settle()
      return lines
    },
    firstOf: (wanted, most) => {
      settle()
      const isWanted = new Uint8Array(Math.max(0, ...[...wanted].map(({ at }) => at + 1)))
      for (const { at } of wanted) isWanted[at] = 1
      const found: T[] = []
      for (let at = 0; at < lines.length && found.length < most; at++)
        if (isWanted[kinds[at] as number] === 1) found.push(lines[at] as T)
      return found
    },
  }
}

function withRoom(kinds: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(kinds.length + 1024)
  wider.set(kinds)
  return wider
}

type Compare<T> = (a: T, b: T) => number

/** Both are in order. A few among very many are each looked up, not compared with all. */
function merged<T>(many: readonly T[], few: readonly T[], compare: Compare<T>): T[] {
  const parts: T[][] = []
  let from = 0
  for (const line of few) {
    const to = placeOf(line, many, compare, from)
    if (to > from) parts.push(many.slice(from, to))
    parts.push([line])
    from = to
  }
  parts.push(many.slice(from))
  return parts.flat()
}

/** Where it stands, or would stand. */
function placeOf<T>(line: T, all: readonly T[], compare: Compare<T>, first = 0): number {
  let [from, to] = [first, all.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (compare(all[middle] as T, line) < 0) from = middle + 1
    else to = middle
  }
  return from
}
