import type { AggregateOp } from '../circuit/aggregate-op.ts'
import { complement } from '../circuit/circuit-builder.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { type Code, op, v128, vector, type Writing } from './assembler.ts'
import { there } from './columns.ts'
import { both, choose, type EntriesContext, without } from './entries-context.ts'
import { maxInt32, minInt32 } from './int32.ts'
import { laneLoop } from './lane-loop.ts'
import type { MemoryReader } from './memory-reader.ts'
import { runLengthCode } from './run-length-code.ts'
import { maskedIdentity } from './span-code.ts'

const { get } = op
const start = ({ write }: EntriesContext, value: number): number => kept(write, vector.const(value))
const kept = ({ local, emit }: Writing, ...code: readonly Code[]): number => {
  const found = local(v128)
  emit(...code, op.set(found))
  return found
}
const add = ({ emit }: Pick<Writing, 'emit'>, into: number, ...code: readonly Code[]): void =>
  emit(get(into), ...code, vector.or, op.set(into))

/** Writes what all entries come to. */
export function writeEntriesSpan(node: AggregateOp, context: EntriesContext): void {
  switch (node.op) {
    case 'latest-date':
    case 'first-date':
      edgeDate(node, context)
      break
    case 'count':
      count(node, context)
      break
    case 'sum':
      sum(node, context)
      break
    case 'run-length':
      runLength(node, context)
      break
    default:
      node satisfies never
  }
}

const tellPlanes = (
  { write, at }: EntriesContext,
  { unknown, inapplicable }: Readonly<Record<'unknown' | 'inapplicable', Code>>,
) =>
  write.emit(
    ...[op.const(0), unknown, vector.store(at.unknown)],
    ...[op.const(0), inapplicable, vector.store(at.inapplicable)],
  )

/** What both columns hold before anything was counted. */
function begin({ write, at }: EntriesContext, lo: number, hi: number): void {
  laneLoop(write, (loop) => {
    loop.emit(get(loop.at), vector.const(lo), vector.store(at.lo), get(loop.at), vector.const(hi), vector.store(at.hi))
  })
}

/** Planes of a slot: for whom its entry counts for sure, and for whom it may. Where it counts for nobody, it is passed by. */
function eachCounting(
  { entryKind, where }: Readonly<{ entryKind: number; where: NodeIndex }>,
  { write, truth, eachSlot }: EntriesContext,
  inside: (counts: Readonly<{ surely: number; perhaps: number }>, reading: MemoryReader) => void,
): void {
  const [yes, no] = [truth(where, 'yes'), truth(where, 'no')]
  eachSlot(entryKind, (reading) => {
    const perhaps = kept(write, reading.column(entryKind, there), reading.bits(complement(no)), vector.and)
    write.emit(op.block, get(perhaps), vector.anySet, op.equalsZero, op.branchIf(0))
    const surely = yes === complement(no) ? perhaps : kept(write, get(perhaps), reading.bits(yes), vector.and)
    inside({ surely, perhaps }, reading)
    write.emit(op.end)
  })
}

function edgeDate(node: Extract<AggregateOp, { field: unknown; op: `${string}-date` }>, context: EntriesContext): void {
  const { write, at } = context
  const latest = node.op === 'latest-date'
  const cell = node.field ? node.field.cell : 0
  const [any, undated, anySurely] = [start(context, 0), start(context, 0), start(context, 0)]
  const never = latest ? minInt32 : maxInt32
  begin(context, never, never)
  eachCounting(node, context, ({ surely, perhaps }, reading) => {
    const known = kept(write, reading.known(node.entryKind, cell))
    add(write, any, get(perhaps))
    add(write, undated, without(perhaps, known))
    add(write, anySurely, both(surely, known))
    laneLoop(write, (loop) => {
      const { lo, hi } = reading.numbers(loop, node.entryKind, cell)
      const dated = loop.masks(both(perhaps, known))
      const surelyDated = surely === perhaps ? dated : loop.masks(both(surely, known))
      for (const [into, value, whose] of [
        [at.lo, lo, latest ? surelyDated : dated],
        [at.hi, hi, latest ? dated : surelyDated],
      ] as const)
        loop.emit(
          ...[get(loop.at), get(loop.at), vector.load(into), get(value), maskedIdentity(whose, latest)],
          ...[latest ? vector.max : vector.min, vector.store(into)],
        )
    })
  })
  const open = [...get(undated), ...get(anySurely), ...vector.not, ...vector.or]
  tellPlanes(context, {
    unknown: [...get(any), ...open, ...vector.and],
    inapplicable: [...get(any), ...vector.not],
  })
}

function count(node: Extract<AggregateOp, { op: 'count' }>, context: EntriesContext): void {
  const { write, at } = context
  begin(context, 0, 0)
  eachCounting(node, context, ({ surely, perhaps }) =>
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
  tellPlanes(context, { unknown: vector.const(0), inapplicable: vector.const(0) })
}

function sum(node: Extract<AggregateOp, { op: 'sum' }>, context: EntriesContext): void {
  const { write, at } = context
  const { entryKind, field } = node
  const unknown = start(context, 0)
  begin(context, 0, 0)
  eachCounting(node, context, ({ surely, perhaps }, reading) => {
    add(write, unknown, get(perhaps), reading.known(entryKind, field.cell), vector.andNot)
    laneLoop(write, (loop) => {
      const { lo: amount } = reading.numbers(loop, entryKind, field.cell)
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
  tellPlanes(context, { unknown: get(unknown), inapplicable: vector.const(0) })
}

function runLength(node: Extract<AggregateOp, { op: 'run-length' }>, context: EntriesContext): void {
  const { at, write } = context
  laneLoop(write, (loop) => {
    const { lo, hi, unknown, inapplicable } = runLengthCode(node, loop, context)
    loop.emit(get(loop.at), get(lo), vector.store(at.lo), get(loop.at), get(hi), vector.store(at.hi))
    for (const [mask, offset] of [
      [unknown, at.unknown],
      [inapplicable, at.inapplicable],
    ] as const)
      loop.keep(get(mask), { address: op.const(0), offset })
  })
}
