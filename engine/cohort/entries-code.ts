import type { NodeIndex, PlanNode, SpanOp } from '../plan/plan.ts'
import { type Code, i32, op, vector } from './assembler.ts'
import { firstOfDay, there } from './columns.ts'
import type { LaneLoop } from './lane-loop.ts'
import { maskOf, type Reading } from './reading.ts'
import type { Spans } from './span-code.ts'
import { unknownMark } from './span-code.ts'
import { opposite, type Ref } from './wires.ts'

export type EntriesOp = Extract<SpanOp, { op: 'latest-date' | 'first-date' | 'count' | 'sum' | 'run-length' }>

/** Spans that are what all entries of one kind come to. */
export const isOfEntries = (node: PlanNode): node is PlanNode & EntriesOp =>
  ['latest-date', 'first-date', 'count', 'sum', 'run-length'].includes(node.op)

type Around = Readonly<{
  truth: (node: NodeIndex, side: 'yes' | 'no') => Ref
  /** Goes through the slots inside the loop; what is read there is read of the slot. */
  eachSlot: (loop: LaneLoop, room: number, inside: (reading: Reading) => void, oldestFirst?: boolean) => void
}>

const greatest = 2147483647
const least = -2147483646

const start = (loop: LaneLoop, value: number): number => {
  const local = loop.local()
  loop.emit(vector.const(value), op.set(local))
  return local
}
const keep = (loop: LaneLoop, ...code: readonly Code[]): number => {
  const local = loop.local()
  loop.emit(...code, op.set(local))
  return local
}
const get = op.get
/** Both masks. */
const both = (a: number, b: number): Code => [...get(a), ...get(b), ...vector.and]
/** The first mask without the second. */
const without = (a: number, b: number): Code => [...get(a), ...get(b), ...vector.andNot]
const choose = (mask: number, yes: Code, no: Code): Code => [...yes, ...no, ...get(mask), ...vector.choose]
const add = (loop: LaneLoop, into: number, code: Code): void => loop.emit(get(into), code, vector.or, op.set(into))

/** Writes what all entries come to, four people at a time. */
export function entriesSpans(node: EntriesOp, loop: LaneLoop, around: Around): Spans {
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
      return edgeDate(node, loop, around)
    case 'count':
      return count(node, loop, around)
    case 'sum':
      return sum(node, loop, around)
    case 'run-length':
      return runLength(node, loop, around)
    default:
      return node satisfies never
  }
}

/** Of the slot: for whom its entry counts for sure, and for whom it may. Where it counts for none of the four, it is passed by. */
function eachCounting(
  loop: LaneLoop,
  { room, where }: Readonly<{ room: number; where: NodeIndex }>,
  { truth, eachSlot }: Around,
  inside: (counts: Readonly<{ surely: number; perhaps: number }>, reading: Reading) => void,
): void {
  const [yes, no] = [truth(where, 'yes'), truth(where, 'no')]
  eachSlot(loop, room, (reading) => {
    const four = loop.writing.local(i32)
    const is = reading.bitsAt(loop, reading.column(room, there))
    loop.emit(op.block, is, reading.bits(loop, opposite(no)), op.and, op.const(15), op.and, op.set(four))
    loop.emit(op.get(four), op.equalsZero, op.branchIf(0))
    const perhaps = maskOf(loop, op.get(four))
    const surely =
      yes === opposite(no) ? perhaps : maskOf(loop, [...op.get(four), ...reading.bits(loop, yes), ...op.and])
    inside({ surely, perhaps }, reading)
    loop.emit(op.end)
  })
}

function edgeDate(
  node: Extract<EntriesOp, { field: unknown; op: `${string}-date` }>,
  loop: LaneLoop,
  around: Around,
): Spans {
  const latest = node.op === 'latest-date'
  const [any, undated, anySurely] = [start(loop, 0), start(loop, 0), start(loop, 0)]
  const [sure, all] = [start(loop, latest ? least : greatest), start(loop, latest ? least : greatest)]
  const pick = latest ? vector.max : vector.min
  eachCounting(loop, node, around, ({ surely, perhaps }, reading) => {
    const { lo, hi } = reading.numbers(loop, node.room, node.field ? node.field.cell : 0)
    const open = keep(loop, get(lo), vector.const(unknownMark), vector.equal)
    add(loop, any, get(perhaps))
    add(loop, undated, both(perhaps, open))
    const dated = keep(loop, without(perhaps, open))
    const sureDated = keep(loop, without(surely, open))
    add(loop, anySurely, get(sureDated))
    const never = vector.const(latest ? least : greatest)
    loop.emit(get(all), choose(dated, get(latest ? hi : lo), never), pick, op.set(all))
    loop.emit(get(sure), choose(sureDated, get(latest ? lo : hi), never), pick, op.set(sure))
  })
  const inapplicable = keep(loop, get(any), vector.not)
  const open = keep(loop, get(anySurely), vector.not, get(undated), vector.or)
  const unknown = keep(loop, both(any, open))
  return latest ? { lo: sure, hi: all, unknown, inapplicable } : { lo: all, hi: sure, unknown, inapplicable }
}

function count(node: Extract<EntriesOp, { op: 'count' }>, loop: LaneLoop, around: Around): Spans {
  const [lo, hi] = [start(loop, 0), start(loop, 0)]
  eachCounting(loop, node, around, ({ surely, perhaps }) => {
    // A set mask is -1.
    loop.emit(get(lo), get(surely), vector.sub, op.set(lo), get(hi), get(perhaps), vector.sub, op.set(hi))
  })
  return { lo, hi, unknown: null, inapplicable: null }
}

function sum(node: Extract<EntriesOp, { op: 'sum' }>, loop: LaneLoop, around: Around): Spans {
  const [lo, hi, unknown] = [start(loop, 0), start(loop, 0), start(loop, 0)]
  const nothing = vector.const(0)
  eachCounting(loop, node, around, ({ surely, perhaps }, reading) => {
    const { lo: amount } = reading.numbers(loop, node.room, node.field.cell)
    const open = keep(loop, get(amount), vector.const(unknownMark), vector.equal)
    add(loop, unknown, both(perhaps, open))
    for (const [into, pick] of [
      [lo, vector.min],
      [hi, vector.max],
    ] as const) {
      const maybe = keep(loop, get(amount), nothing, pick)
      const counted = keep(loop, choose(surely, get(amount), get(maybe)), get(perhaps), vector.and)
      loop.emit(get(into), get(counted), vector.add, op.set(into))
    }
  })
  return { lo, hi, unknown, inapplicable: null }
}

/** See `runLength` in plan/kernel.ts: the same days from the oldest on, ended at the first entry of each. */
function runLength(node: Extract<EntriesOp, { op: 'run-length' }>, loop: LaneLoop, around: Around): Spans {
  const { room } = node
  const [lo, hi, unknown, inapplicable] = [start(loop, 0), start(loop, 0), start(loop, 0), start(loop, -1)]
  const [begun, begunLo, begunHi] = [start(loop, 0), start(loop, 0), start(loop, 0)]
  const [anyDuring, anyEnding] = [start(loop, 0), start(loop, 0)]
  const [during, ending] = [start(loop, greatest), start(loop, greatest)]
  const clearAt = (mask: number, value: number, local: number): void =>
    loop.emit(choose(mask, vector.const(value), get(local)), op.set(local))

  around.eachSlot(
    loop,
    room,
    (reading) => {
      const is = reading.maskAt(loop, reading.column(room, there))
      const first = reading.maskAt(loop, reading.column(room, firstOfDay))
      const isDuring = keep(loop, both(is, reading.mask(loop, around.truth(node.during, 'yes'))))
      const ends = keep(loop, both(is, reading.mask(loop, around.truth(node.endedBy, 'yes'))))
      const isEnding = keep(loop, without(ends, isDuring))
      const { lo: from, hi: dayHi } = reading.numbers(loop, room, 0)
      // An undated entry says on which day least of all: any date is earlier.
      const date = keep(
        loop,
        vector.const(greatest),
        get(from),
        get(from),
        vector.const(unknownMark),
        vector.equal,
        vector.choose,
      )
      for (const [counts, any, earliest] of [
        [isDuring, anyDuring, during],
        [isEnding, anyEnding, ending],
      ] as const) {
        add(loop, any, get(counts))
        loop.emit(get(earliest), choose(counts, get(date), vector.const(greatest)), vector.min, op.set(earliest))
      }
      const over = keep(loop, both(first, begun), get(anyEnding), vector.and)
      const open = keep(
        loop,
        ...[get(begunLo), vector.const(greatest), vector.equal, get(ending), vector.const(greatest), vector.equal],
        vector.or,
      )
      loop.emit(choose(over, get(open), get(unknown)), op.set(unknown))
      loop.emit(choose(over, [...get(ending), ...get(begunHi), ...vector.sub], get(lo)), op.set(lo))
      loop.emit(choose(over, [...get(dayHi), ...get(begunLo), ...vector.sub], get(hi)), op.set(hi))
      for (const local of [inapplicable, begun]) clearAt(over, 0, local)

      const begins = keep(loop, both(first, anyDuring), get(begun), vector.andNot)
      add(loop, begun, get(begins))
      loop.emit(choose(begins, get(during), get(begunLo)), op.set(begunLo))
      loop.emit(choose(begins, get(dayHi), get(begunHi)), op.set(begunHi))
      for (const local of [anyDuring, anyEnding]) clearAt(first, 0, local)
      for (const local of [during, ending]) clearAt(first, greatest, local)
    },
    true,
  )
  return { lo, hi, unknown, inapplicable }
}
