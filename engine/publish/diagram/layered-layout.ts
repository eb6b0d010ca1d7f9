/** A box to draw, and the boxes it depends on. */
export type Box = Readonly<{ id: string; height: number; dependsOn: readonly string[] }>
export type PlacedBox = Readonly<{ id: string; column: number; y: number; height: number }>
export type Edge = Readonly<{
  from: string
  to: string
  /** The height at which it crosses each column between its ends. */
  via: readonly number[]
}>
export type Layout = Readonly<{ boxes: readonly PlacedBox[]; edges: readonly Edge[]; columns: number; height: number }>

type LayoutNode = { id: string; column: number; height: number; y: number; before: string[]; after: string[] }

const gap = 22
/** A line that passes a column takes this much of its height. */
const laneHeight = 8
const sweeps = 12

/**
 * Layered graph drawing (Sugiyama): boxes in columns, each to the right of all it depends on, with as few crossings as a
 * few sweeps find. An edge that follows from others is left out. The same boxes give the same drawing.
 */
export function layeredLayout(boxes: readonly Box[]): Layout {
  const lines = transitiveReduction(boxes)
  const columnOf = columnsOf(boxes, lines)
  const slots = new Map<string, LayoutNode>()
  const add = (id: string, column: number, height: number): LayoutNode => {
    const slot: LayoutNode = { id, column, height, y: 0, before: [], after: [] }
    slots.set(id, slot)
    return slot
  }
  for (const { id, height } of boxes) add(id, columnOf.get(id) as number, height)
  const chains = lines.map(({ from, to }) => withLanes(from, to))
  const columns = Math.max(0, ...[...slots.values()].map(({ column }) => column)) + 1
  const rows = Array.from({ length: columns }, (_, column) =>
    [...slots.values()].filter((slot) => slot.column === column),
  )
  reduceCrossings(rows)
  const height = assignHeights(rows, slots)
  return {
    columns,
    height,
    boxes: boxes.map(({ id }) => slots.get(id) as LayoutNode),
    edges: chains.map(({ from, to, through }) => ({
      from,
      to,
      via: through.map((id) => middle(slots.get(id) as LayoutNode)),
    })),
  }

  /** A line over several columns goes through a lane in each, so that it runs beside boxes and not under them. */
  function withLanes(from: string, to: string) {
    const through: string[] = []
    let last = slots.get(from) as LayoutNode
    const end = slots.get(to) as LayoutNode
    for (let column = last.column + 1; column < end.column; column++) {
      const passing = add(`${from} → ${to} @ ${column}`, column, laneHeight)
      through.push(passing.id)
      connect(last, passing)
      last = passing
    }
    connect(last, end)
    return { from, to, through }
  }
}

const connect = (left: LayoutNode, right: LayoutNode): void => {
  left.after.push(right.id)
  right.before.push(left.id)
}

const middle = ({ y, height }: LayoutNode): number => y + height / 2

/** The edges without those that follow from a path through other boxes. */
function transitiveReduction(boxes: readonly Box[]): readonly Readonly<{ from: string; to: string }>[] {
  const below = new Map(
    boxes.map(({ id, dependsOn }) => [id, dependsOn.filter((other) => boxes.some((box) => box.id === other))]),
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

/** As far left as its dependencies allow; a box without any stands just before its first use, or last if it has none. */
function columnsOf(boxes: readonly Box[], lines: readonly Readonly<{ from: string; to: string }>[]) {
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

/** The barycentre heuristic: orders each column by the mean position of its neighbours, sweeping back and forth. */
function reduceCrossings(rows: LayoutNode[][]): void {
  const at = new Map<string, number>()
  const number = (row: readonly LayoutNode[]): void => {
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

/** Places every box near the mean height of its neighbours, without overlaps. */
function assignHeights(rows: readonly LayoutNode[][], slots: ReadonlyMap<string, LayoutNode>): number {
  const tall = (row: readonly LayoutNode[]): number => row.reduce((sum, { height }) => sum + height + gap, -gap)
  const height = Math.max(0, ...rows.map(tall))
  for (const row of rows) stack(row, (height - tall(row)) / 2)
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const wanted = row.map((slot) => {
        const tied = [...slot.before, ...slot.after].map((id) => middle(slots.get(id) as LayoutNode))
        return tied.length === 0 ? slot.y : tied.reduce((a, b) => a + b, 0) / tied.length - slot.height / 2
      })
      removeOverlaps(row, wanted, height)
    }
  return height
}

function stack(row: readonly LayoutNode[], from: number): void {
  let y = from
  for (const slot of row) {
    slot.y = y
    y += slot.height + gap
  }
}

/** Down from the top so that none overlaps, then up from the bottom so that none leaves the sheet. */
function removeOverlaps(row: readonly LayoutNode[], wanted: readonly number[], height: number): void {
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
