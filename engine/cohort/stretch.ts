import type { NodeIndex, Plan, PlanNode, TruthOp } from '../plan/plan.ts'
import { type Code, op, v128, vector, type Writing, writing } from './assembler.ts'
import type { Circuit, Side } from './circuit.ts'
import { type Columns, columnBytes, firstOfDay, there } from './columns.ts'
import { entriesSpans, isOfEntries } from './entries-code.ts'
import { type LaneLoop, laneLoop } from './lane-loop.ts'
import { type MemoryMap, slotShape } from './memory-map.ts'
import { type Homes, type PlaneAt, type Reading, readingOf, slotLoop, type Where } from './reading.ts'
import { recentPlanes } from './recent-code.ts'
import type { Space } from './space.ts'
import { inapplicableMark, type SpanAround, type Spans, spans, unknownMark } from './span-code.ts'
import type { Step, Steps } from './steps.ts'
import { lazy, made, straight } from './wire-code.ts'
import type { Ref, Wire } from './wires.ts'

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

/** So many comparisons and spans share one loop; more would not find room in registers. */
const mostTogether = 8

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
  return straight(lazy(ref, lazyAround(around, where, locals)))
}

function lazyAround(around: Around, where: Where, locals: ReadonlyMap<number, number>) {
  const { circuit, steps } = around
  const reading = readingAt(around, where)
  return {
    wires: circuit.wires,
    standing: (index: number) => {
      const local = locals.get(index)
      if (local !== undefined) return { local, opposite: around.turned.has(index) }
      const { op } = circuit.wires[index] as Wire
      return op === 'column' || op === 'outcome' || steps.keptWires.has(index) ? reading.plane(index * 2) : null
    },
  }
}

function stretchWriting(write: Writing, where: Where, around: Around) {
  const { plan, circuit, steps, space } = around
  const reading = readingAt(around, where)
  /** Planes worked out in this function are at hand. */
  const locals = new Map<number, number>()
  const spanAround = (loop: LaneLoop): SpanAround => {
    const masks = new Map<Ref, number>()
    const mask: Reading['mask'] = (_, ref) => {
      const known = masks.get(ref) ?? reading.mask(loop, ref)
      masks.set(ref, known)
      return known
    }
    return {
      node: (index) => plan.nodes[index] as PlanNode,
      reading: { ...reading, mask },
      truth: circuit.truth,
      kept: (index) =>
        steps.keptSpans.has(index)
          ? { ...home((plan.nodes[index] as PlanNode).within), offset: space.span(index) }
          : null,
      written: new Map(),
    }
  }
  const home = (within: number | null): Readonly<{ address: Code }> => ({
    address: within === null ? op.const(0) : op.get(where.working as number),
  })

  function all(list: readonly Step[]): void {
    let loops: Step[] = []
    const doLoops = (): void => {
      if (loops.length > 0) together(loops)
      loops = []
    }
    const waitsFor = ({ after }: Step, kinds: readonly Step['kind'][]): boolean =>
      loops.some(({ at, kind }) => kinds.includes(kind) && after.includes(at))
    for (let from = 0; from < list.length; ) {
      const step = list[from] as Step
      if (step.kind === 'compare' || step.kind === 'span') {
        // A span is at hand further down in its own loop; a plane only after it.
        if (loops.length === mostTogether || waitsFor(step, ['compare'])) doLoops()
        loops.push(step)
        from++
        continue
      }
      const group = someTogether(list, from)
      if ((group.length > 0 ? group : [step]).some((one) => waitsFor(one, ['compare', 'span']))) doLoops()
      if (group.length > 0) some(group.map(({ of }) => of))
      else if (step.kind === 'wire') wire(step.of)
      else recent(step.of)
      from += Math.max(1, group.length)
    }
    doLoops()
  }

  function keepPlane(index: number, code: Code): void {
    const local = write.local(v128)
    write.emit(code, op.set(local))
    locals.set(index, local)
    const { address } = home((circuit.wires[index] as Wire).within)
    write.emit(address, op.get(local), vector.store(space.wire(index)))
  }

  function wire(index: number): void {
    const { code, opposite } = made(circuit.wires[index] as Wire, lazyAround(around, where, locals))
    if (opposite) around.turned.add(index)
    keepPlane(index, code)
  }

  /** Steps that each ask whether some entry of one kind has it go through the slots once. */
  function someTogether(list: readonly Step[], from: number): readonly Step[] {
    const found: Step[] = []
    let room: number | null = null
    for (const step of list.slice(from)) {
      const one = step.kind === 'wire' ? (circuit.wires[step.of] as Wire) : null
      const waits = found.some(({ at }) => step.after.includes(at))
      if (one?.op !== 'some' || (room !== null && one.room !== room) || waits) return found
      room = one.room
      found.push(step)
    }
    return found
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
      const { address, offset } = readingAt(around, inside).column(room, there)
      for (const { local, wire } of found)
        write.emit(
          ...[op.get(local), address, vector.load(offset), planeCode(wire.of, around, inside, locals)],
          ...[vector.and, vector.or, op.set(local)],
        )
    })
    for (const { index, local } of found) keepPlane(index, op.get(local))
  }

  /** Numbers and dates of the same people, gone through once. */
  function together(list: readonly Step[]): void {
    const here = new Set(list.map(({ at }) => at))
    laneLoop(write, (loop) => {
      const around = spanAround(loop)
      return list.flatMap((step) => {
        if (step.kind === 'compare') return compared(step.of, loop, around)
        const isAsked = step.before.some((at) => !here.has(at))
        span(step.of, isAsked, loop, around)
        return []
      })
    })
  }

  function compared(index: NodeIndex, loop: LaneLoop, inLoop: SpanAround) {
    const node = plan.nodes[index] as Extract<PlanNode, { op: 'compare' }>
    const left = spans(node.left, loop, inLoop)
    const right = spans(node.right, loop, inLoop)
    const orEqual = node.comparison === '<='
    return steps.sides(index).map((side) => {
      const mask = loop.local()
      loop.emit(side === 'yes' ? isLess(left, right, orEqual) : isNotLess(left, right, orEqual), op.set(mask))
      return { mask: op.get(mask), ...home(node.within), offset: space.outcome(index, side) }
    })
  }

  /** What is kept of a span is its numbers; the first says where it is not known, or where there is none. */
  function span(index: NodeIndex, isKept: boolean, loop: LaneLoop, inLoop: SpanAround): void {
    const node = plan.nodes[index] as PlanNode
    const kept: SpanAround['kept'] = (asked) => (asked === index ? null : inLoop.kept(asked))
    const found = isOfEntries(node)
      ? entriesSpans(node, loop, { truth: circuit.truth, eachSlot: slotsInside })
      : spans(index, loop, { ...inLoop, kept })
    inLoop.written.set(index, found)
    if (!isKept) return
    const at: Code = [...home(node.within).address, ...op.get(loop.at), ...op.add]
    let lo: Code = op.get(found.lo)
    for (const [mark, mask] of [
      [unknownMark, found.unknown],
      [inapplicableMark, found.inapplicable],
    ] as const)
      if (mask !== null) lo = [...vector.const(mark), ...lo, ...op.get(mask), ...vector.choose]
    loop.emit(at, lo, vector.store(space.span(index)))
    loop.emit(at, op.get(found.hi), vector.store(space.span(index) + columnBytes))
  }

  function slotsInside(loop: LaneLoop, room: number, inside: (reading: Reading) => void, oldestFirst = false): void {
    const into = { emit: loop.emit, local: write.local }
    eachSlot(into, room, around, (slot) => inside(readingAt(around, slot, true)), oldestFirst)
  }

  function recent(index: NodeIndex): void {
    const node = plan.nodes[index] as Extract<PlanNode & TruthOp, { op: 'recent' }>
    const planes = recentPlanes(write, node.back, (ofEntry) =>
      eachSlot(write, node.room, around, (inside) => {
        const column = (plane: number): Code => {
          const { address, offset }: PlaneAt = readingAt(around, inside).column(node.room, plane)
          return [...address, ...vector.load(offset)]
        }
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
      write.emit(op.const(0), planes[side], vector.store(space.outcome(index, side)))
  }
  return { all }
}

const known = (code: Code, { unknown, inapplicable }: Spans): Code => [
  ...code,
  ...[unknown, inapplicable].flatMap((mask) => (mask === null ? [] : [...op.get(mask), ...vector.andNot])),
]

function isLess(left: Spans, right: Spans, orEqual: boolean): Code {
  const is = [...op.get(left.hi), ...op.get(right.lo), ...(orEqual ? vector.lessOrEqual : vector.less)]
  return known(known(is, left), right)
}

/** A comparison with what is not applicable is no, whatever stands on the other side. */
function isNotLess(left: Spans, right: Spans, orEqual: boolean): Code {
  const is = [...op.get(left.lo), ...op.get(right.hi), ...(orEqual ? vector.greater : vector.greaterOrEqual)]
  const open = [left.unknown, right.unknown].flatMap((mask) =>
    mask === null ? [] : [...op.get(mask), ...vector.andNot],
  )
  const none = [left.inapplicable, right.inapplicable].flatMap((mask) =>
    mask === null ? [] : [...op.get(mask), ...vector.or],
  )
  return [...is, ...open, ...none]
}
