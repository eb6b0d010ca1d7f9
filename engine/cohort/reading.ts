import { type Code, i32, op, vector, type Writing } from './assembler.ts'
import { type Columns, planeBytes, type RecordColumns } from './columns.ts'
import type { LaneLoop } from './lane-loop.ts'
import { type MemoryMap, personShape, type RecordShape, slotShape } from './memory-map.ts'
import { isOpposite, type Ref, type Wire, wireOf } from './wires.ts'

/** Locals that say where things stand: the group; inside a loop over slots the slot, and its working planes. */
export type Where = Readonly<{ group: number; slot: number | null; working: number | null }>

/** A plane in memory, and whether its opposite is what is meant. */
export type PlaneAt = Readonly<{ address: Code; offset: number; opposite: boolean }>

/** Where the working plane of a wire stands and whether the opposite of the wire is kept there. */
export type Homes = (wire: number) => Readonly<{ offset: number; opposite: boolean }>

/** How what stands in memory is read by code that is being written. */
export type Reading = Readonly<{
  asOf: Code
  policy: (index: number) => Code
  /** Four numbers of a column, of the person or of the slot that is looked at. */
  numbers: (loop: LaneLoop, room: number | null, cell: number) => Readonly<{ lo: number; hi: number }>
  plane: (ref: Ref) => PlaneAt
  /** The bits of four people, the lowest of a number; above them stand some of others. */
  bits: (loop: LaneLoop, ref: Ref) => Code
  bitsAt: (loop: LaneLoop, plane: PlaneAt) => Code
  /** The bits of four people as masks. */
  mask: (loop: LaneLoop, ref: Ref) => number
  maskAt: (loop: LaneLoop, plane: PlaneAt) => number
  column: (room: number | null, plane: number) => PlaneAt
}>

type Parts = Readonly<{
  columns: Columns
  map: MemoryMap
  wires: readonly Wire[]
  homes: Homes
}>

export function readingOf({ columns, map, wires, homes }: Parts, where: Where, slotsInside = false): Reading {
  const recordOf = (room: number | null): RecordColumns =>
    room === null ? columns.person : (columns.rooms[room] as RecordColumns)
  const shapeOf = (room: number | null): RecordShape =>
    room === null ? personShape(columns) : slotShape(recordOf(room))
  const record = (room: number | null): Code => op.get(room === null ? where.group : (where.slot as number))

  const column = (room: number | null, plane: number): PlaneAt => ({
    address: record(room),
    offset: shapeOf(room).planes + planeBytes * plane,
    opposite: false,
  })
  const plane = (ref: Ref): PlaneAt => {
    const wire = wires[wireOf(ref)] as Wire
    if (wire.op === 'column') return { ...column(wire.within, wire.plane), opposite: isOpposite(ref) }
    const { offset, opposite } = homes(wireOf(ref))
    return {
      address: wire.within === null ? op.const(0) : op.get(where.working as number),
      offset,
      opposite: opposite !== isOpposite(ref),
    }
  }
  const bitsAt = (loop: LaneLoop, { address, offset, opposite }: PlaneAt): Code => [
    ...[address, op.get(loop.word), op.add, op.load(offset)].flat(),
    ...(opposite ? [...op.const(-1), ...op.xor] : []),
    ...[op.get(loop.shift), op.shiftRight].flat(),
  ]
  const maskAt = (loop: LaneLoop, plane: PlaneAt): number =>
    maskOf(loop, bitsAt(loop, { ...plane, opposite: false }), plane.opposite)
  const allSet = (ref: Ref): number | null =>
    (wires[wireOf(ref)] as Wire).op !== 'all-set' ? null : isOpposite(ref) ? 0 : -1
  return {
    asOf: [...op.const(0), ...op.load(map.asOf)],
    policy: (index) => [...op.const(0), ...op.load(map.policy + 4 * index)],
    column,
    plane,
    bitsAt,
    bits: (loop, ref) => {
      const same = allSet(ref)
      return same === null ? bitsAt(loop, plane(ref)) : op.const(same)
    },
    maskAt,
    mask: (loop, ref) => {
      const same = allSet(ref)
      if (same === null) return maskAt(loop, plane(ref))
      const mask = loop.local()
      loop.emit(vector.const(same), op.set(mask))
      return mask
    },
    numbers: (loop, room, cell) => {
      const at = recordOf(room).numbers.findIndex(({ lo }) => lo === cell)
      const pointer = shapeOf(room).pointers + 8 * at
      const pick = (offset: number): number => {
        const found = loop.local()
        const address: Code = [...record(room), ...op.load(offset), ...op.get(where.group), ...op.add]
        if (room !== null && slotsInside) loop.emit(address)
        else {
          const column = loop.writing.local(i32)
          loop.before(address, op.set(column))
          loop.emit(op.get(column))
        }
        loop.emit(op.get(loop.at), op.add, vector.load(0), op.set(found))
        return found
      }
      return { lo: pick(pointer), hi: pick(pointer + 4) }
    },
  }
}

/** The four lowest bits of a number as masks, or their opposites. */
export function maskOf(loop: LaneLoop, bits: Code, opposite = false): number {
  const mask = loop.local()
  const is = opposite ? vector.equal : vector.unequal
  loop.emit(bits, vector.splat, vector.const(1, 2, 4, 8), vector.and, vector.const(0), is, op.set(mask))
  return mask
}

/** A loop over the slots of a kind of entry, latest first or last. Inside, `where` says where each slot stands. */
export function slotLoop(
  { emit, local }: Pick<Writing, 'emit' | 'local'>,
  around: Readonly<{ group: number; room: number; map: MemoryMap; slotBytes: number; workingBytes: number }>,
  inside: (where: Where) => void,
  { oldestFirst = false } = {},
): void {
  const { group, room, map, slotBytes, workingBytes } = around
  const [slot, working, left] = [local(i32), local(i32), local(i32)]
  emit(op.get(group), op.load(8 * room), op.set(left))
  emit(op.get(group), op.load(8 * room + 4), op.get(group), op.add)
  if (oldestFirst) emit(op.get(left), op.const(1), op.sub, op.const(slotBytes), op.mul, op.add)
  emit(op.set(slot), op.const(0), op.load(map.slots + 4 * room))
  if (oldestFirst) emit(op.get(left), op.const(1), op.sub, op.const(workingBytes), op.mul, op.add)
  emit(op.set(working), op.block, op.get(left), op.equalsZero, op.branchIf(0), op.loop)
  inside({ group, slot, working })
  const step = oldestFirst ? -1 : 1
  for (const [pointer, by] of [
    [slot, step * slotBytes],
    [working, step * workingBytes],
    [left, -1],
  ] as const)
    emit(op.get(pointer), op.const(by), op.add, op.set(pointer))
  emit(op.get(left), op.branchIf(0), op.end, op.end)
}
