import type { Circuit, Side } from '../circuit/circuit.ts'
import { lazy, type Making, made, straight } from '../circuit/made.ts'
import type { EntriesOp } from '../circuit/of-entries.ts'
import type { Step, Steps } from '../circuit/steps.ts'
import type { Ref, Wire } from '../circuit/wires.ts'
import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import { type Code, op, v128, vector, type Writing, writing } from './assembler.ts'
import { type Columns, firstOfDay, there } from './columns.ts'
import { isLess, isNotLess } from './compare-code.ts'
import { writeEntriesSpan } from './entries-code.ts'
import { type LaneLoop, laneLoop } from './lane-loop.ts'
import { type MemoryMap, slotShape } from './memory-map.ts'
import { planes } from './plane-algebra.ts'
import { type Homes, type Reading, readingOf, slotLoop, type Where } from './reading.ts'
import { recentPlanes } from './recent-code.ts'
import type { Space } from './space.ts'
import { type SpanAround, spans } from './span-code.ts'
import { turnsOf } from './turns.ts'

export type Around = Readonly<{
  plan: Plan
  circuit: Circuit
  columns: Columns
  map: MemoryMap
  steps: Steps
  space: Space
  /** Wires that are kept turned round, because that cost nothing; known once they are written. */
  turned: Set<number>
}>

/** The body of a function that does some steps for one group of people; of entries, for each slot in turn. */
export function stretchFunction(steps: readonly Step[], within: number | null, around: Around): Code {
  const write = writing(1)
  const doAll = (where: Where): void => stretchWriting(write, where, around).all(steps)
  if (within === null) doAll({ group: 0, slot: null, working: null })
  else eachSlot(write, within, around, doAll)
  return write.bytes()
}

function eachSlot(
  write: Pick<Writing, 'emit' | 'local'>,
  room: number,
  { columns, map, space }: Around,
  inside: (where: Where) => void,
  oldestFirst = false,
): void {
  const slotBytes = slotShape(columns.rooms[room] as Columns['rooms'][number]).bytes
  const workingBytes = space.slots[room] as number
  slotLoop(write, { group: 0, room, map, slotBytes, workingBytes }, inside, { oldestFirst })
}

/** Reads planes from where they were kept, as far as they have been written. */
export function readingAt(around: Around, where: Where, slotsInside = false): Reading {
  const { circuit, columns, map, space } = around
  const homes: Homes = (index) => {
    const wire = circuit.wires[index] as Wire
    return wire.op === 'outcome'
      ? { offset: space.outcome(wire.node, wire.side), opposite: false }
      : { offset: space.wire(index), opposite: around.turned.has(index) }
  }
  return readingOf({ columns, map, wires: circuit.wires, homes }, where, slotsInside)
}

/** A plane on the stack, from a local where it is in one, from memory, or worked out on the spot. */
export function planeCode(ref: Ref, around: Around, where: Where, locals: ReadonlyMap<number, number>): Code {
  return straight(lazy(ref, makingPlanes(around, where, locals)), planes)
}

function makingPlanes(around: Around, where: Where, locals: ReadonlyMap<number, number>): Making<Code> {
  const { circuit, steps } = around
  const reading = readingAt(around, where)
  return {
    wires: circuit.wires,
    algebra: planes,
    standing: (index) => {
      const local = locals.get(index)
      if (local !== undefined) return { value: op.get(local), opposite: around.turned.has(index) }
      const wire = circuit.wires[index] as Wire
      if (wire.op !== 'column' && wire.op !== 'outcome' && !steps.keptWires.has(index)) return null
      const { address, offset, opposite } = reading.plane(index * 2)
      return { value: [...address, ...vector.load(offset)], opposite }
    },
  }
}

function stretchWriting(write: Writing, where: Where, around: Around) {
  const { plan, circuit, steps, space } = around
  const reading = readingAt(around, where)
  /** Planes worked out in this function are at hand. */
  const locals = new Map<number, number>()
  const spanAround = (): SpanAround => ({
    node: (index) => plan.nodes[index] as PlanNode,
    reading,
    truth: circuit.truth,
    kept: (index) =>
      steps.keptSpans.has(index) ? { ...home((plan.nodes[index] as PlanNode).within), at: space.span(index) } : null,
    written: new Map(),
  })
  const home = (within: number | null): Readonly<{ address: Code }> => ({
    address: within === null ? op.const(0) : op.get(where.working as number),
  })

  function all(list: readonly Step[]): void {
    for (const turn of turnsOf(list, { plan, circuit }))
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
    const { value, opposite } = made(circuit.wires[index] as Wire, makingPlanes(around, where, locals))
    if (opposite) around.turned.add(index)
    keepPlane(index, value)
  }

  function some(indices: readonly number[]): void {
    const found = indices.map((index) => ({
      index,
      wire: circuit.wires[index] as Extract<Wire, { op: 'some' }>,
      local: write.local(v128),
    }))
    const { room } = (found[0] as (typeof found)[number]).wire
    for (const { local } of found) write.emit(vector.const(0), op.set(local))
    eachSlot(write, room, around, (inside) => {
      const whose = readingAt(around, inside).column(room, there)
      for (const { local, wire } of found)
        write.emit(
          ...[op.get(local), whose, planeCode(wire.of, around, inside, locals)],
          ...[vector.and, vector.or, op.set(local)],
        )
    })
    for (const { index, local } of found) keepPlane(index, op.get(local))
  }

  /** Numbers and dates of the same people, gone through once. */
  function together(list: readonly Step[]): void {
    const here = new Set(list.map(({ at }) => at))
    laneLoop(write, (loop) => {
      const around = spanAround()
      for (const step of list)
        if (step.kind === 'compare') compared(step.of, loop, around)
        else span(step, here, loop, around)
    })
  }

  function compared(index: NodeIndex, loop: LaneLoop, inLoop: SpanAround): void {
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
  function span({ of: index, before }: Step, here: ReadonlySet<number>, loop: LaneLoop, inLoop: SpanAround): void {
    const kept: SpanAround['kept'] = (asked) => (asked === index ? null : inLoop.kept(asked))
    const { lo, hi, unknown, inapplicable } = spans(index, loop, { ...inLoop, kept })
    if (before.every((at) => here.has(at))) return
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
      room: number,
      inLoop: boolean,
      inside: (reading: Reading) => void,
    ) => eachSlot(into, room, around, (slot) => inside(readingAt(around, slot, inLoop)), inLoop)
    writeEntriesSpan(plan.nodes[index] as PlanNode & EntriesOp, {
      write,
      at: space.span(index),
      truth: circuit.truth,
      eachSlot: (room, inside) => slots(write, room, false, inside),
      eachSlotOfFour: ({ emit }, room, inside) => slots({ emit, local: write.local }, room, true, inside),
    })
  }

  function recent(index: NodeIndex): void {
    const node = plan.nodes[index] as Extract<PlanNode & TruthOp, { op: 'recent' }>
    const found = recentPlanes(write, node.back, (ofEntry) =>
      eachSlot(write, node.room, around, (inside) => {
        const column = (plane: number): Code => readingAt(around, inside).column(node.room, plane)
        const plane = (of: NodeIndex, side: Side): Code => planeCode(circuit.truth(of, side), around, inside, locals)
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
