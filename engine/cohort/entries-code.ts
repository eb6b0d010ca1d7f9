import type { EntriesOp } from '../circuit/of-entries.ts'
import { opposite } from '../circuit/wires.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { type AroundEntries, both, choose, without } from './around-entries.ts'
import { type Code, op, v128, vector, type Writing } from './assembler.ts'
import { there } from './columns.ts'
import { greatestOfAll, leastOfAll } from './fitting.ts'
import { laneLoop } from './lane-loop.ts'
import type { Reading } from './reading.ts'
import { runOfFour } from './run-code.ts'
import { losing } from './span-code.ts'

const { get } = op
const start = ({ write }: AroundEntries, value: number): number => kept(write, vector.const(value))
const kept = ({ local, emit }: Writing, ...code: readonly Code[]): number => {
  const found = local(v128)
  emit(...code, op.set(found))
  return found
}
const add = ({ emit }: Pick<Writing, 'emit'>, into: number, ...code: readonly Code[]): void =>
  emit(get(into), ...code, vector.or, op.set(into))

/** Writes what all entries come to. */
export function writeEntriesSpan(node: EntriesOp, around: AroundEntries): void {
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
      edgeDate(node, around)
      break
    case 'count':
      count(node, around)
      break
    case 'sum':
      sum(node, around)
      break
    case 'run-length':
      runLength(node, around)
      break
    default:
      node satisfies never
  }
}

const tellPlanes = (
  { write, at }: AroundEntries,
  { unknown, inapplicable }: Readonly<Record<'unknown' | 'inapplicable', Code>>,
) =>
  write.emit(
    ...[op.const(0), unknown, vector.store(at.unknown)],
    ...[op.const(0), inapplicable, vector.store(at.inapplicable)],
  )

/** What both columns hold before anything was counted. */
function begin({ write, at }: AroundEntries, lo: number, hi: number): void {
  laneLoop(write, (loop) => {
    loop.emit(get(loop.at), vector.const(lo), vector.store(at.lo), get(loop.at), vector.const(hi), vector.store(at.hi))
  })
}

/** Planes of a slot: for whom its entry counts for sure, and for whom it may. Where it counts for nobody, it is passed by. */
function eachCounting(
  { room, where }: Readonly<{ room: number; where: NodeIndex }>,
  { write, truth, eachSlot }: AroundEntries,
  inside: (counts: Readonly<{ surely: number; perhaps: number }>, reading: Reading) => void,
): void {
  const [yes, no] = [truth(where, 'yes'), truth(where, 'no')]
  eachSlot(room, (reading) => {
    const perhaps = kept(write, reading.column(room, there), reading.bits(opposite(no)), vector.and)
    write.emit(op.block, get(perhaps), vector.anySet, op.equalsZero, op.branchIf(0))
    const surely = yes === opposite(no) ? perhaps : kept(write, get(perhaps), reading.bits(yes), vector.and)
    inside({ surely, perhaps }, reading)
    write.emit(op.end)
  })
}

function edgeDate(node: Extract<EntriesOp, { field: unknown; op: `${string}-date` }>, around: AroundEntries): void {
  const { write, at } = around
  const latest = node.op === 'latest-date'
  const cell = node.field ? node.field.cell : 0
  const [any, undated, anySurely] = [start(around, 0), start(around, 0), start(around, 0)]
  const never = latest ? leastOfAll : greatestOfAll
  begin(around, never, never)
  eachCounting(node, around, ({ surely, perhaps }, reading) => {
    const known = kept(write, reading.known(node.room, cell))
    add(write, any, get(perhaps))
    add(write, undated, without(perhaps, known))
    add(write, anySurely, both(surely, known))
    laneLoop(write, (loop) => {
      const { lo, hi } = reading.numbers(loop, node.room, cell)
      const dated = loop.masks(both(perhaps, known))
      const surelyDated = surely === perhaps ? dated : loop.masks(both(surely, known))
      for (const [into, value, whose] of [
        [at.lo, lo, latest ? surelyDated : dated],
        [at.hi, hi, latest ? dated : surelyDated],
      ] as const)
        loop.emit(
          ...[get(loop.at), get(loop.at), vector.load(into), get(value), losing(whose, latest)],
          ...[latest ? vector.max : vector.min, vector.store(into)],
        )
    })
  })
  const open = [...get(undated), ...get(anySurely), ...vector.not, ...vector.or]
  tellPlanes(around, {
    unknown: [...get(any), ...open, ...vector.and],
    inapplicable: [...get(any), ...vector.not],
  })
}

function count(node: Extract<EntriesOp, { op: 'count' }>, around: AroundEntries): void {
  const { write, at } = around
  begin(around, 0, 0)
  eachCounting(node, around, ({ surely, perhaps }) =>
    laneLoop(write, (loop) => {
      const may = loop.masks(get(perhaps))
      const does = surely === perhaps ? may : loop.masks(get(surely))
      // A set mask is -1.
      for (const [into, mask] of [
        [at.lo, does],
        [at.hi, may],
      ] as const)
        loop.emit(get(loop.at), get(loop.at), vector.load(into), get(mask), vector.sub, vector.store(into))
    }),
  )
  tellPlanes(around, { unknown: vector.const(0), inapplicable: vector.const(0) })
}

function sum(node: Extract<EntriesOp, { op: 'sum' }>, around: AroundEntries): void {
  const { write, at } = around
  const { room, field } = node
  const unknown = start(around, 0)
  begin(around, 0, 0)
  eachCounting(node, around, ({ surely, perhaps }, reading) => {
    add(write, unknown, get(perhaps), reading.known(room, field.cell), vector.andNot)
    laneLoop(write, (loop) => {
      const { lo: amount } = reading.numbers(loop, room, field.cell)
      const [may, does] = [loop.masks(get(perhaps)), loop.masks(get(surely))]
      for (const [into, pick] of [
        [at.lo, vector.min],
        [at.hi, vector.max],
      ] as const) {
        const maybe: Code = [...get(amount), ...vector.const(0), ...pick]
        const counted: Code = [...choose(does, get(amount), maybe), ...get(may), ...vector.and]
        loop.emit(get(loop.at), get(loop.at), vector.load(into), counted, vector.add, vector.store(into))
      }
    })
  })
  tellPlanes(around, { unknown: get(unknown), inapplicable: vector.const(0) })
}

function runLength(node: Extract<EntriesOp, { op: 'run-length' }>, around: AroundEntries): void {
  const { at, write } = around
  laneLoop(write, (loop) => {
    const { lo, hi, unknown, inapplicable } = runOfFour(node, loop, around)
    loop.emit(get(loop.at), get(lo), vector.store(at.lo), get(loop.at), get(hi), vector.store(at.hi))
    for (const [mask, offset] of [
      [unknown, at.unknown],
      [inapplicable, at.inapplicable],
    ] as const)
      loop.keep(get(mask), { address: op.const(0), offset })
  })
}
