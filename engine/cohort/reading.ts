import { isOpposite, type Ref, type Wire, wireOf } from '../circuit/wires.ts'
import { type Code, i32, op, vector, type Writing } from './assembler.ts'
import { type Columns, planeBytes, type RecordColumns } from './columns.ts'
import type { LaneLoop } from './lane-loop.ts'
import { type MemoryMap, personShape, type RecordShape, slotShape } from './memory-map.ts'

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
  /** The plane of those of whom a number is known. */
  known: (room: number | null, cell: number) => Code
  plane: (ref: Ref) => PlaneAt
  /** A plane on the stack. */
  bits: (ref: Ref) => Code
  /** The bits of the four people of a loop as masks. */
  masks: (loop: LaneLoop, bits: Code) => number
  /** A plane of a record, on the stack. */
  column: (room: number | null, plane: number) => Code
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

  const columnAt = (room: number | null, plane: number): PlaneAt => ({
    address: record(room),
    offset: shapeOf(room).planes + planeBytes * plane,
    opposite: false,
  })
  const plane = (ref: Ref): PlaneAt => {
    const wire = wires[wireOf(ref)] as Wire
    if (wire.op === 'column') return { ...columnAt(wire.within, wire.plane), opposite: isOpposite(ref) }
    const { offset, opposite } = homes(wireOf(ref))
    return {
      address: wire.within === null ? op.const(0) : op.get(where.working as number),
      offset,
      opposite: opposite !== isOpposite(ref),
    }
  }
  const bitsAt = ({ address, offset, opposite }: PlaneAt): Code => [
    ...address,
    ...vector.load(offset),
    ...(opposite ? vector.not : []),
  ]
  const column = (room: number | null, plane: number): Code => bitsAt(columnAt(room, plane))
  const sameForAll = (ref: Ref): Code | null =>
    (wires[wireOf(ref)] as Wire).op !== 'all-set' ? null : vector.const(isOpposite(ref) ? 0 : -1)
  const numberAt = (room: number | null, cell: number) =>
    recordOf(room).numbers.find(({ lo }) => lo === cell) as RecordColumns['numbers'][number]
  return {
    asOf: [...op.const(0), ...op.load(map.asOf)],
    policy: (index) => [...op.const(0), ...op.load(map.policy + 4 * index)],
    column,
    plane,
    bits: (ref) => sameForAll(ref) ?? bitsAt(plane(ref)),
    masks: (loop, bits) => {
      if (!slotsInside) return loop.masks(bits)
      const found = loop.local()
      loop.emit(bits, op.get(loop.behind), vector.shiftLeft, op.const(31), vector.shiftRight, op.set(found))
      return found
    },
    known: (room, cell) => column(room, numberAt(room, cell).known),
    numbers: (loop, room, cell) => {
      const at = recordOf(room).numbers.indexOf(numberAt(room, cell))
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
