/** Something drawn as a box, and the boxes it rests on. */
export type Resting = Readonly<{ id: string; height: number; restsOn: readonly string[] }>
export type Placed = Readonly<{ id: string; column: number; y: number; height: number }>
export type Way = Readonly<{
  from: string
  to: string /** Heights at the columns it passes between its ends. */
  via: readonly number[]
}>
export type Layout = Readonly<{ places: readonly Placed[]; ways: readonly Way[]; columns: number; height: number }>

type Slot = { id: string; column: number; height: number; y: number; before: string[]; after: string[] }

const gap = 22
/** A line that passes a column takes this much of its height. */
const lane = 8
const sweeps = 12

/**
 * Boxes in columns, each to the right of all it rests on, with as few crossings as sweeping back and forth finds. Only
 * what is not already said through another box is drawn as a line. The same boxes give the same drawing.
 */
export function layered(boxes: readonly Resting[]): Layout {
  const lines = drawn(boxes)
  const columnOf = columnsOf(boxes, lines)
  const slots = new Map<string, Slot>()
  const add = (id: string, column: number, height: number): Slot => {
    const slot: Slot = { id, column, height, y: 0, before: [], after: [] }
    slots.set(id, slot)
    return slot
  }
  for (const { id, height } of boxes) add(id, columnOf.get(id) as number, height)
  const chains = lines.map(({ from, to }) => chained(from, to))
  const columns = Math.max(0, ...[...slots.values()].map(({ column }) => column)) + 1
  const rows = Array.from({ length: columns }, (_, column) =>
    [...slots.values()].filter((slot) => slot.column === column),
  )
  arrange(rows)
  const height = settle(rows, slots)
  return {
    columns,
    height,
    places: boxes.map(({ id }) => slots.get(id) as Slot),
    ways: chains.map(({ from, to, through }) => ({
      from,
      to,
      via: through.map((id) => middle(slots.get(id) as Slot)),
    })),
  }

  /** A line over several columns goes through a lane in each, so that it runs beside boxes and not under them. */
  function chained(from: string, to: string) {
    const through: string[] = []
    let last = slots.get(from) as Slot
    const end = slots.get(to) as Slot
    for (let column = last.column + 1; column < end.column; column++) {
      const passing = add(`${from} → ${to} @ ${column}`, column, lane)
      through.push(passing.id)
      tie(last, passing)
      last = passing
    }
    tie(last, end)
    return { from, to, through }
  }
}

const tie = (left: Slot, right: Slot): void => {
  left.after.push(right.id)
  right.before.push(left.id)
}

const middle = ({ y, height }: Slot): number => y + height / 2

/** The lines without those that a way through other boxes already says. */
function drawn(boxes: readonly Resting[]): readonly Readonly<{ from: string; to: string }>[] {
  const below = new Map(
    boxes.map(({ id, restsOn }) => [id, restsOn.filter((other) => boxes.some((box) => box.id === other))]),
  )
  const reaches = (from: string, to: string): boolean =>
    (below.get(from) ?? []).some((next) => next === to || reaches(next, to))
  return boxes.flatMap(({ id }) => {
    const direct = below.get(id) ?? []
    return direct
      .filter((other) => !direct.some((between) => between !== other && reaches(between, other)))
      .map((from) => ({ from, to: id }))
  })
}

/** As far left as what it rests on allows; what rests on nothing stands just before its first use, or last if it has none. */
function columnsOf(boxes: readonly Resting[], lines: readonly Readonly<{ from: string; to: string }>[]) {
  const columns = new Map<string, number>()
  const columnOf = (id: string): number => {
    const known = columns.get(id)
    if (known !== undefined) return known
    const before = lines.filter(({ to }) => to === id).map(({ from }) => columnOf(from) + 1)
    const column = Math.max(0, ...before)
    columns.set(id, column)
    return column
  }
  for (const { id } of boxes) columnOf(id)
  const last = Math.max(0, ...columns.values())
  for (const { id } of boxes) {
    if (lines.some(({ to }) => to === id)) continue
    const uses = lines.filter(({ from }) => from === id).map(({ to }) => (columns.get(to) as number) - 1)
    columns.set(id, uses.length === 0 ? last : Math.min(...uses))
  }
  return columns
}

/** Orders each column by the middle of what its boxes are tied to, forth and back. */
function arrange(rows: Slot[][]): void {
  const at = new Map<string, number>()
  const number = (row: readonly Slot[]): void => {
    for (const [i, slot] of row.entries()) at.set(slot.id, i / row.length)
  }
  rows.forEach(number)
  const mean = (ids: readonly string[], self: string): number =>
    ids.length === 0 ? (at.get(self) as number) : ids.reduce((sum, id) => sum + (at.get(id) as number), 0) / ids.length
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const side = sweep % 2 === 0 ? 'before' : 'after'
      const wanted = new Map(row.map((slot) => [slot, mean(slot[side], slot.id)]))
      row.sort((a, b) => (wanted.get(a) as number) - (wanted.get(b) as number))
      number(row)
    }
}

/** Heights: every box near the middle of what it is tied to, none upon another. */
function settle(rows: readonly Slot[][], slots: ReadonlyMap<string, Slot>): number {
  const tall = (row: readonly Slot[]): number => row.reduce((sum, { height }) => sum + height + gap, -gap)
  const height = Math.max(0, ...rows.map(tall))
  for (const row of rows) stack(row, (height - tall(row)) / 2)
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const wanted = row.map((slot) => {
        const tied = [...slot.before, ...slot.after].map((id) => middle(slots.get(id) as Slot))
        return tied.length === 0 ? slot.y : tied.reduce((a, b) => a + b, 0) / tied.length - slot.height / 2
      })
      pushApart(row, wanted, height)
    }
  return height
}

function stack(row: readonly Slot[], from: number): void {
  let y = from
  for (const slot of row) {
    slot.y = y
    y += slot.height + gap
  }
}

/** Down from the top so that none overlaps, then up from the bottom so that none leaves the sheet. */
function pushApart(row: readonly Slot[], wanted: readonly number[], height: number): void {
  let top = 0
  row.forEach((slot, i) => {
    slot.y = Math.max(top, wanted[i] as number)
    top = slot.y + slot.height + gap
  })
  let bottom = height
  for (const slot of row.toReversed()) {
    slot.y = Math.min(slot.y, bottom - slot.height)
    bottom = slot.y - gap
  }
}
