import type { Sheet } from '../plan/sheet.ts'
import { type Columns, lanes, planeBytes, type RecordColumns } from './columns.ts'
import { entryKindColumns, type MakesColumns, personColumns } from './gather-code.ts'
import { aligned, cellsOf, columnBytes, personShape, slotShape } from './memory-map.ts'

/** Memory that is handed out piece by piece, in bytes. */
type Arena = Readonly<{
  /** All of it as words; another one when it has grown. */
  words: () => Int32Array
  take: (bytes: number) => number
  /** Everything from here on is free again. */
  release: (from: number) => void
}>

type Parts = Readonly<{
  columns: Columns
  arena: Arena
  /** By the names that the module gives them. */
  make: Readonly<Record<string, MakesColumns>>
  /** A group stands here, and takes up so much. */
  stands: (group: number, at: number, bytes: number) => void
}>

/** So many entries of the kind that is asked most about, or more, are one sort of people. */
const maxSorts = 12

/**
 * Batches people into groups of 128 lanes. People with equally many entries of the kind that is read most are put together, as a
 * group is looped over as often as its busiest lane has entries. `add` returns the lane's position among all groups.
 */
export function groupBuilder(parts: Parts) {
  const { entryKinds } = parts.columns
  const busiest = entryKinds.reduce((most, { planes }, at) => (planes > (entryKinds[most]?.planes ?? 0) ? at : most), 0)
  let groups = 0
  const open = () => Array.from({ length: maxSorts + 1 }, () => openGroup(parts, () => groups++))
  let sorts = open()
  return {
    add: (sheet: Sheet): number => {
      const sort = Math.min(sheet.counts[busiest] ?? 0, maxSorts)
      return (sorts[sort] as (typeof sorts)[number]).add(sheet)
    },
    /** Writes down the groups that are not full. */
    end: (): void => {
      for (const { end } of sorts) end()
    },
    /** What was taken of the arena is not used any more. */
    clear: (): void => {
      groups = 0
      sorts = open()
    },
  }
}

/** Two planes of a record of entries that are known while they come: whose there is, and whether it is the first of its day. */
const planesAhead = 2
const planeWords = planeBytes / 4

/**
 * A group while people come. Their rows are kept as they stand on their sheets, each at the place of its person; columns are
 * made of them when everybody is there.
 */
function openGroup({ columns, arena, make, stands }: Parts, next: () => number) {
  const shape = personShape(columns)
  const shapes = columns.entryKinds.map(slotShape)
  /** Where rows are kept, in words: those of the person, and of each slot of each kind of entry, behind two planes. */
  let persons: number | null = null
  const slots = columns.entryKinds.map((): number[] => [])
  const used = columns.entryKinds.map(() => 0)
  const widths = columns.entryKinds.map(({ width }) => width)
  const strides = widths.map(cellsOf)
  const stride = cellsOf(columns.person.width)
  let many = 0
  let group = 0

  const rowsOf = ({ width }: RecordColumns): number => arena.take(lanes * 4 * cellsOf(width)) / 4
  function slotOf(entryKind: number, slot: number): number {
    const all = slots[entryKind] as number[]
    while (all.length <= slot) {
      const at = arena.take(planesAhead * planeBytes) / 4
      rowsOf(columns.entryKinds[entryKind] as RecordColumns)
      arena.words().fill(0, at, at + planesAhead * planeWords)
      all.push(at)
    }
    return all[slot] as number
  }

  function add({ person, rows, counts }: Sheet): number {
    if (many === 0) group = next()
    persons ??= rowsOf(columns.person)
    const lane = many++
    arena.words().set(person, persons + lane * stride)
    for (let entryKind = 0; entryKind < widths.length; entryKind++) {
      const count = counts[entryKind] as number
      if (count === 0) continue
      if (count > (used[entryKind] as number)) used[entryKind] = count
      const cells = rows[entryKind] as Int32Array
      const width = widths[entryKind] as number
      for (let slot = 0; slot < count; slot++) {
        const at = slotOf(entryKind, slot)
        const words = arena.words()
        const from = slot * width
        const to = at + planesAhead * planeWords + lane * (strides[entryKind] as number)
        for (let cell = 0; cell < width; cell++) words[to + cell] = cells[from + cell] as number
        setBit(words, at, lane)
        if (slot === 0 || cells[from + 1] !== cells[from - width + 1]) setBit(words, at + planeWords, lane)
      }
    }
    const place = group * lanes + lane
    if (many === lanes) end()
    return place
  }

  /** Writes down the group as far as it has come. */
  function end(): void {
    if (many === 0) return
    const at = arena.take(maxBytes())
    const words = arena.words()
    const whose = at / 4 + shape.planes / 4
    for (let word = 0; word < planeWords; word++) words[whose + word] = lowest(many - 32 * word)
    let record = at + shape.bytes
    for (const [entryKind, count] of used.entries()) {
      words[at / 4 + 2 * entryKind] = count
      words[at / 4 + 2 * entryKind + 1] = record - at
      record += count * (shapes[entryKind] as typeof shape).bytes
    }
    let free = (make[personColumns] as MakesColumns)(4 * (persons as number), at, at, record)
    for (const [entryKind, count] of used.entries()) {
      const { planes, bytes } = shapes[entryKind] as typeof shape
      const from = at + (words[at / 4 + 2 * entryKind + 1] as number)
      for (let slot = 0; slot < count; slot++) {
        const ahead = (slots[entryKind] as number[])[slot] as number
        const rows = ahead + planesAhead * planeWords
        const to = from + slot * bytes
        words.copyWithin((to + planes) / 4, ahead, rows)
        words.fill(0, ahead, rows)
        free = (make[entryKindColumns(entryKind)] as MakesColumns)(4 * rows, to, at, free)
      }
    }
    arena.release(aligned(free))
    stands(group, at, free - at)
    used.fill(0)
    many = 0
  }
  /** What the group takes up if no date is known exactly; two columns are written before it is known whether they are kept. */
  const maxBytes = (): number =>
    columns.entryKinds.reduce(
      (sum, { numbers }, entryKind) =>
        sum +
        (used[entryKind] as number) * ((shapes[entryKind] as typeof shape).bytes + 2 * columnBytes * numbers.length),
      shape.bytes + 2 * columnBytes * (columns.person.numbers.length + 1),
    )
  return { add, end }
}

/** So many of the lowest bits of a number; all of 32 or more, none of 0 or less. */
const lowest = (many: number): number => (many >= 32 ? -1 : many <= 0 ? 0 : (1 << many) - 1)

function setBit(words: Int32Array, plane: number, lane: number): void {
  const word = plane + (lane >> 5)
  words[word] = (words[word] as number) | (1 << (lane & 31))
}
