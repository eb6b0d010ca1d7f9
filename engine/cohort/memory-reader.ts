import { isComplemented, type Ref, type Wire, wireOf } from '../circuit/circuit-builder.ts'
import { type Code, i32, op, vector, type Writing } from './assembler.ts'
import { type Columns, planeBytes, type RecordColumns } from './columns.ts'
import type { LaneLoop } from './lane-loop.ts'
import { type MemoryMap, personShape, type RecordShape, slotShape } from './memory-map.ts'

/** Locals that say where things stand: the group; inside a loop over slots the slot, and its working planes. */
export type Pointers = Readonly<{ group: number; slot: number | null; working: number | null }>

/** A plane in memory, with a complement flag. */
export type PlaneAt = Readonly<{ address: Code; offset: number; complemented: boolean }>

/** Where the working plane of a wire stands and whether the opposite of the wire is kept there. */
export type PlaneOffsets = (wire: number) => Readonly<{ offset: number; opposite: boolean }>

/** Emits loads of columns and planes. */
export type MemoryReader = Readonly<{
  asOf: Code
  policy: (index: number) => Code
  /** Four numbers of a column, of the person or of the slot that is looked at. */
  numbers: (loop: LaneLoop, entryKind: number | null, cell: number) => Readonly<{ lo: number; hi: number }>
  /** The plane of those of whom a number is known. */
  known: (entryKind: number | null, cell: number) => Code
  plane: (ref: Ref) => PlaneAt
  /** A plane on the stack. */
  bits: (ref: Ref) => Code
  /** The bits of the four people of a loop as masks. */
  masks: (loop: LaneLoop, bits: Code) => number
  /** A plane of a record, on the stack. */
  column: (entryKind: number | null, plane: number) => Code
}>

type Parts = Readonly<{
  columns: Columns
  map: MemoryMap
  wires: readonly Wire[]
  homes: PlaneOffsets
}>

export function memoryReader(
  { columns, map, wires, homes }: Parts,
  where: Pointers,
  slotsInside = false,
): MemoryReader {
  const recordOf = (entryKind: number | null): RecordColumns =>
    entryKind === null ? columns.person : (columns.entryKinds[entryKind] as RecordColumns)
  const shapeOf = (entryKind: number | null): RecordShape =>
    entryKind === null ? personShape(columns) : slotShape(recordOf(entryKind))
  const record = (entryKind: number | null): Code => op.get(entryKind === null ? where.group : (where.slot as number))

  const columnAt = (entryKind: number | null, plane: number): PlaneAt => ({
    address: record(entryKind),
    offset: shapeOf(entryKind).planes + planeBytes * plane,
    complemented: false,
  })
  const plane = (ref: Ref): PlaneAt => {
    const wire = wires[wireOf(ref)] as Wire
    if (wire.op === 'column') return { ...columnAt(wire.within, wire.plane), complemented: isComplemented(ref) }
    const { offset, opposite } = homes(wireOf(ref))
    return {
      address: wire.within === null ? op.const(0) : op.get(where.working as number),
      offset,
      complemented: opposite !== isComplemented(ref),
    }
  }
  const bitsAt = ({ address, offset, complemented }: PlaneAt): Code => [
    ...address,
    ...vector.load(offset),
    ...(complemented ? vector.not : []),
  ]
  const column = (entryKind: number | null, plane: number): Code => bitsAt(columnAt(entryKind, plane))
  const sameForAll = (ref: Ref): Code | null =>
    (wires[wireOf(ref)] as Wire).op !== 'all-set' ? null : vector.const(isComplemented(ref) ? 0 : -1)
  const numberAt = (entryKind: number | null, cell: number) =>
    recordOf(entryKind).numbers.find(({ lo }) => lo === cell) as RecordColumns['numbers'][number]
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
    known: (entryKind, cell) => column(entryKind, numberAt(entryKind, cell).known),
    numbers: (loop, entryKind, cell) => {
      const at = recordOf(entryKind).numbers.indexOf(numberAt(entryKind, cell))
      const pointer = shapeOf(entryKind).pointers + 8 * at
      const pick = (offset: number): number => {
        const found = loop.local()
        const address: Code = [...record(entryKind), ...op.load(offset), ...op.get(where.group), ...op.add]
        if (entryKind !== null && slotsInside) loop.emit(address)
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
  context: Readonly<{ group: number; entryKind: number; map: MemoryMap; slotBytes: number; workingBytes: number }>,
  inside: (where: Pointers) => void,
  { oldestFirst = false } = {},
): void {
  const { group, entryKind, map, slotBytes, workingBytes } = context
  const [slot, working, left] = [local(i32), local(i32), local(i32)]
  emit(op.get(group), op.load(8 * entryKind), op.set(left))
  emit(op.get(group), op.load(8 * entryKind + 4), op.get(group), op.add)
  if (oldestFirst) emit(op.get(left), op.const(1), op.sub, op.const(slotBytes), op.mul, op.add)
  emit(op.set(slot), op.const(0), op.load(map.slots + 4 * entryKind))
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
