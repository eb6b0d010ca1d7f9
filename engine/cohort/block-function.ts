import type { AggregateOp } from '../circuit/aggregate-op.ts'
import type { Circuit, Side } from '../circuit/circuit.ts'
import type { Ref, Wire } from '../circuit/circuit-builder.ts'
import { emitRef, emitWire, uncomplemented, type WireEmitter } from '../circuit/emit-wire.ts'
import type { Schedule, Step } from '../circuit/schedule-steps.ts'
import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import { type Code, op, v128, vector, type Writing, writing } from './assembler.ts'
import { type Columns, firstOfDay, there } from './columns.ts'
import { isLess, isNotLess } from './compare-code.ts'
import { writeEntriesSpan } from './entries-code.ts'
import { fuseSteps } from './fuse-steps.ts'
import { type LaneLoop, laneLoop } from './lane-loop.ts'
import { type MemoryMap, slotShape } from './memory-map.ts'
import { type MemoryReader, memoryReader, type PlaneOffsets, type Pointers, slotLoop } from './memory-reader.ts'
import { planes } from './plane-algebra.ts'
import { recentPlanes } from './recent-planes.ts'
import { type SpanContext, spans } from './span-code.ts'
import type { WorkingMemory } from './working-memory.ts'

export type Context = Readonly<{
  plan: Plan
  circuit: Circuit
  columns: Columns
  map: MemoryMap
  steps: Schedule
  space: WorkingMemory
  /** Wires that are stored complemented, because that saved an instruction; known once they are written. */
  complementedWires: Set<number>
}>

/** The WebAssembly body of one block for one group of people; a block over entries loops over the slots. */
export function blockFunction(steps: readonly Step[], within: number | null, context: Context): Code {
  const write = writing(1)
  const doAll = (where: Pointers): void => blockWriter(write, where, context).all(steps)
  if (within === null) doAll({ group: 0, slot: null, working: null })
  else eachSlot(write, within, context, doAll)
  return write.bytes()
}

function eachSlot(
  write: Pick<Writing, 'emit' | 'local'>,
  entryKind: number,
  { columns, map, space }: Context,
  inside: (where: Pointers) => void,
  oldestFirst = false,
): void {
  const slotBytes = slotShape(columns.entryKinds[entryKind] as Columns['entryKinds'][number]).bytes
  const workingBytes = space.slots[entryKind] as number
  slotLoop(write, { group: 0, entryKind, map, slotBytes, workingBytes }, inside, { oldestFirst })
}

/** Reads stored planes; only those already emitted may be asked for. */
export function readerAt(context: Context, where: Pointers, slotsInside = false): MemoryReader {
  const { circuit, columns, map, space } = context
  const homes: PlaneOffsets = (index) => {
    const wire = circuit.wires[index] as Wire
    return wire.op === 'outcome'
      ? { offset: space.outcome(wire.node, wire.side), opposite: false }
      : { offset: space.wire(index), opposite: context.complementedWires.has(index) }
  }
  return memoryReader({ columns, map, wires: circuit.wires, homes }, where, slotsInside)
}

/** A plane on the stack, from a local where it is in one, from memory, or worked out on the spot. */
export function planeCode(ref: Ref, context: Context, where: Pointers, locals: ReadonlyMap<number, number>): Code {
  return uncomplemented(emitRef(ref, planeEmitter(context, where, locals)), planes)
}

function planeEmitter(context: Context, where: Pointers, locals: ReadonlyMap<number, number>): WireEmitter<Code> {
  const { circuit, steps } = context
  const reading = readerAt(context, where)
  return {
    wires: circuit.wires,
    algebra: planes,
    stored: (index) => {
      const local = locals.get(index)
      if (local !== undefined) return { value: op.get(local), complemented: context.complementedWires.has(index) }
      const wire = circuit.wires[index] as Wire
      if (wire.op !== 'column' && wire.op !== 'outcome' && !steps.storedWires.has(index)) return null
      const { address, offset, complemented } = reading.plane(index * 2)
      return { value: [...address, ...vector.load(offset)], complemented }
    },
  }
}

function blockWriter(write: Writing, where: Pointers, context: Context) {
  const { plan, circuit, steps, space } = context
  const reading = readerAt(context, where)
  /** Planes worked out in this function are at hand. */
  const locals = new Map<number, number>()
  const spanContext = (): SpanContext => ({
    node: (index) => plan.nodes[index] as PlanNode,
    reading,
    truth: circuit.truth,
    kept: (index) =>
      steps.storedSpans.has(index) ? { ...home((plan.nodes[index] as PlanNode).within), at: space.span(index) } : null,
    written: new Map(),
  })
  const home = (within: number | null): Readonly<{ address: Code }> => ({
    address: within === null ? op.const(0) : op.get(where.working as number),
  })

  function all(list: readonly Step[]): void {
    for (const turn of fuseSteps(list, { plan, circuit }))
      switch (turn.kind) {
        case 'together':
          together(turn.steps)
          break
        case 'some':
          some(turn.steps.map(({ of }) => of))
          break
        case 'wire':
          wire(turn.step.of)
          break
        case 'of-entries':
          ofEntries(turn.step.of)
          break
        case 'recent':
          recent(turn.step.of)
          break
        default:
          turn satisfies never
      }
  }

  function keepPlane(index: number, code: Code): void {
    const local = write.local(v128)
    write.emit(code, op.set(local))
    locals.set(index, local)
    const { address } = home((circuit.wires[index] as Wire).within)
    write.emit(address, op.get(local), vector.store(space.wire(index)))
  }

  function wire(index: number): void {
    const { value, complemented } = emitWire(circuit.wires[index] as Wire, planeEmitter(context, where, locals))
    if (complemented) context.complementedWires.add(index)
    keepPlane(index, value)
  }

  function some(indices: readonly number[]): void {
    const found = indices.map((index) => ({
      index,
      wire: circuit.wires[index] as Extract<Wire, { op: 'some' }>,
      local: write.local(v128),
    }))
    const { entryKind } = (found[0] as (typeof found)[number]).wire
    for (const { local } of found) write.emit(vector.const(0), op.set(local))
    eachSlot(write, entryKind, context, (inside) => {
      const whose = readerAt(context, inside).column(entryKind, there)
      for (const { local, wire } of found)
        write.emit(
          ...[op.get(local), whose, planeCode(wire.of, context, inside, locals)],
          ...[vector.and, vector.or, op.set(local)],
        )
    })
    for (const { index, local } of found) keepPlane(index, op.get(local))
  }

  /** Numbers and dates of the same people, gone through once. */
  function together(list: readonly Step[]): void {
    const here = new Set(list.map(({ at }) => at))
    laneLoop(write, (loop) => {
      const context = spanContext()
      for (const step of list)
        if (step.kind === 'compare') compared(step.of, loop, context)
        else span(step, here, loop, context)
    })
  }

  function compared(index: NodeIndex, loop: LaneLoop, inLoop: SpanContext): void {
    const node = plan.nodes[index] as Extract<PlanNode, { op: 'compare' }>
    const left = spans(node.left, loop, inLoop)
    const right = spans(node.right, loop, inLoop)
    const orEqual = node.comparison === '<='
    for (const side of steps.sides(index)) {
      const { greater, whole } = side === 'yes' ? isLess(left, right, orEqual) : isNotLess(left, right, orEqual)
      const { address } = home(node.within)
      const offset = space.outcome(index, side)
      loop.keep(greater, { address, offset }, whole)
    }
  }

  /** Kept, unless all who read it are in the same loop. */
  function span({ of: index, consumers }: Step, here: ReadonlySet<number>, loop: LaneLoop, inLoop: SpanContext): void {
    const kept: SpanContext['kept'] = (asked) => (asked === index ? null : inLoop.kept(asked))
    const { lo, hi, unknown, inapplicable } = spans(index, loop, { ...inLoop, kept })
    if (consumers.every((at) => here.has(at))) return
    const { address } = home((plan.nodes[index] as PlanNode).within)
    const at = space.span(index)
    for (const [numbers, offset] of [
      [lo, at.lo],
      [hi, at.hi],
    ] as const)
      loop.emit(address, op.get(loop.at), op.add, op.get(numbers), vector.store(offset))
    for (const [plane, offset] of [
      [unknown, at.unknown],
      [inapplicable, at.inapplicable],
    ] as const)
      loop.after(address, plane === null ? vector.const(0) : op.get(plane), vector.store(offset))
  }

  function ofEntries(index: NodeIndex): void {
    const slots = (
      into: Pick<Writing, 'emit' | 'local'>,
      entryKind: number,
      inLoop: boolean,
      inside: (reading: MemoryReader) => void,
    ) => eachSlot(into, entryKind, context, (slot) => inside(readerAt(context, slot, inLoop)), inLoop)
    writeEntriesSpan(plan.nodes[index] as PlanNode & AggregateOp, {
      write,
      at: space.span(index),
      truth: circuit.truth,
      eachSlot: (entryKind, inside) => slots(write, entryKind, false, inside),
      eachSlotOfFour: ({ emit }, entryKind, inside) => slots({ emit, local: write.local }, entryKind, true, inside),
    })
  }

  function recent(index: NodeIndex): void {
    const node = plan.nodes[index] as Extract<PlanNode & TruthOp, { op: 'recent' }>
    const found = recentPlanes(write, node.back, (ofEntry) =>
      eachSlot(write, node.entryKind, context, (inside) => {
        const column = (plane: number): Code => readerAt(context, inside).column(node.entryKind, plane)
        const plane = (of: NodeIndex, side: Side): Code => planeCode(circuit.truth(of, side), context, inside, locals)
        ofEntry({
          there: column(there),
          firstOfDay: column(firstOfDay),
          surely: [...column(there), ...plane(node.where, 'yes'), ...vector.and],
          perhaps: [...column(there), ...plane(node.where, 'no'), ...vector.andNot],
          yes: plane(node.holds, 'yes'),
          no: plane(node.holds, 'no'),
        })
      }),
    )
    for (const side of steps.sides(index))
      write.emit(op.const(0), found[side], vector.store(space.outcome(index, side)))
  }
  return { all }
}
