import { blank, mostAmount } from '../plan/layout.ts'
import type { NodeIndex, PlanNode, SpanOp } from '../plan/plan.ts'
import { type Code, op, vector } from './assembler.ts'
import type { LaneLoop } from './lane-loop.ts'
import { ordinalFunctionAt } from './ordinals.ts'
import type { Reading } from './reading.ts'
import { opposite, type Ref } from './wires.ts'

/**
 * Four spans side by side, each part a local. Where a bit of `unknown` or `inapplicable` is set, the numbers mean
 * nothing; never both. Null: it cannot be.
 */
export type Spans = Readonly<{
  lo: number
  hi: number
  unknown: number | null
  inapplicable: number | null
  /** The same for everybody. */
  isUniform?: boolean
}>

/** A span that is kept says in its first number that it is not known, or that there is none. */
export const unknownMark = blank
export const inapplicableMark = blank + 1
const [least, greatest] = [blank + 2, 2147483647]

/** What is needed of the program around to write numbers and dates. */
export type SpanAround = Readonly<{
  node: (index: NodeIndex) => PlanNode
  reading: Reading
  /** Where a span that was worked out before stands; null where it is written on the spot. */
  kept: (index: NodeIndex) => Readonly<{ address: Code; offset: number }> | null
  truth: (node: NodeIndex, side: 'yes' | 'no') => Ref
  /** What has been written into this loop already. */
  written: Map<NodeIndex, Spans>
}>

const uniform = (loop: LaneLoop, value: Code): Spans => {
  const both = loop.local()
  loop.before(value, vector.splat, op.set(both))
  return { lo: both, hi: both, unknown: null, inapplicable: null, isUniform: true }
}

/** Marks kept in a first number, as masks. */
function marked(loop: LaneLoop, lo: number, hi: number, canBeInapplicable: boolean): Spans {
  const is = (mark: number): number => {
    const mask = loop.local()
    loop.emit(op.get(lo), vector.const(mark), vector.equal, op.set(mask))
    return mask
  }
  return { lo, hi, unknown: is(unknownMark), inapplicable: canBeInapplicable ? is(inapplicableMark) : null }
}

/** Writes a number or date into a loop, once. */
export function spans(index: NodeIndex, loop: LaneLoop, around: SpanAround): Spans {
  const before = around.written.get(index)
  if (before) return before
  const found = newSpans(index, loop, around)
  around.written.set(index, found)
  return found
}

function newSpans(index: NodeIndex, loop: LaneLoop, around: SpanAround): Spans {
  const { reading } = around
  const kept = around.kept(index)
  if (kept) {
    const [lo, hi] = [loop.local(), loop.local()]
    const at: Code = [...kept.address, ...op.get(loop.at), ...op.add]
    loop.emit(at, vector.load(kept.offset), op.set(lo), at, vector.load(kept.offset + 512), op.set(hi))
    return marked(loop, lo, hi, true)
  }
  const node = around.node(index) as PlanNode & SpanOp
  const of = (part: NodeIndex): Spans => spans(part, loop, around)
  const column = (room: number | null, cell: number): Spans => {
    const { lo, hi } = reading.numbers(loop, room, cell)
    return marked(loop, lo, hi, false)
  }

  switch (node.op) {
    case 'number':
      return uniform(loop, op.const(fitting(node.value)))
    case 'policy':
      return uniform(loop, reading.policy(node.index))
    case 'as-of':
      return uniform(loop, reading.asOf)
    case 'quantity':
    case 'date':
      return column(node.place.room, node.place.cell)
    case 'recorded':
      return column(node.place.room, node.place.observed as number)
    case 'entry-date':
      return column(node.room, 0)
    case 'earliest':
    case 'latest':
      return picked(node.of.map(of), node.op === 'latest', loop)
    case 'provided': {
      const date = of(node.date)
      const [isSo, isNot] = [around.truth(node.when, 'yes'), around.truth(node.when, 'no')]
      const [yes, inapplicable] = [reading.mask(loop, isSo), loop.local()]
      // Where it is yes or no for everybody there is nothing more to ask.
      const no = isNot === opposite(isSo) ? null : reading.mask(loop, isNot)
      loop.emit(no === null ? [...op.get(yes), ...vector.not] : op.get(no))
      if (date.inapplicable !== null) loop.emit(op.get(yes), op.get(date.inapplicable), vector.and, vector.or)
      loop.emit(op.set(inapplicable))
      const open: Code[] = no === null ? [] : [[...op.get(yes), ...op.get(no), ...vector.or, ...vector.not]]
      if (date.unknown !== null) open.push([...op.get(yes), ...op.get(date.unknown), ...vector.and])
      if (open.length === 0) return { ...date, unknown: null, inapplicable }
      const unknown = loop.local()
      loop.emit(...open.map((code, at) => (at === 0 ? code : [...code, ...vector.or])), op.set(unknown))
      return { ...date, unknown, inapplicable }
    }
    case 'days':
    case 'years': {
      const [from, to] = [of(node.from), of(node.to)]
      const [lo, hi] = [loop.local(), loop.local()]
      if (node.op === 'days')
        loop.emit(
          ...[op.get(to.lo), op.get(from.hi), vector.sub, op.set(lo)],
          ...[op.get(to.hi), op.get(from.lo), vector.sub, op.set(hi)],
        )
      else {
        const ordinals = (of: Spans): readonly [number, number] => {
          const one = (local: number): number => {
            const found = loop.local()
            // A day that is the same for everybody is turned once.
            ;(of.isUniform ? loop.before : loop.emit)(op.get(local), op.call(ordinalFunctionAt), op.set(found))
            return found
          }
          const lo = one(of.lo)
          return [lo, of.lo === of.hi ? lo : one(of.hi)]
        }
        const [[fromLo, fromHi], [toLo, toHi]] = [ordinals(from), ordinals(to)]
        const years = (a: number, b: number): Code => [
          ...op.get(b),
          ...op.get(a),
          ...vector.sub,
          ...op.const(9),
          ...vector.shiftRight,
        ]
        loop.emit(years(fromHi, toLo), op.set(lo), years(fromLo, toHi), op.set(hi))
      }
      return { lo, hi, ...eitherMark([from, to], loop) }
    }
    case 'plus': {
      const parts = node.of.map(of)
      const [lo, hi] = [loop.local(), loop.local()]
      const sum = (side: 'lo' | 'hi'): readonly Code[] =>
        parts.map((part, at) => (at === 0 ? op.get(part[side]) : [...op.get(part[side]), ...vector.add]))
      if (parts.length === 0) return uniform(loop, op.const(0))
      loop.emit(...sum('lo'), op.set(lo), ...sum('hi'), op.set(hi))
      return { lo, hi, ...eitherMark(parts, loop) }
    }
    case 'times': {
      const [left, right] = [of(node.left), of(node.right)]
      const products = [left.lo, left.hi].flatMap((a) =>
        [right.lo, right.hi].map((b) => {
          const product = loop.local()
          loop.emit(op.get(a), op.get(b), vector.mul, op.set(product))
          return product
        }),
      )
      const [lo, hi] = [loop.local(), loop.local()]
      for (const [into, pick] of [
        [lo, vector.min],
        [hi, vector.max],
      ] as const)
        loop.emit(...products.map((p, at) => (at === 0 ? op.get(p) : [...op.get(p), ...pick])), op.set(into))
      return { lo, hi, ...eitherMark([left, right], loop) }
    }
    case 'latest-date':
    case 'first-date':
    case 'count':
    case 'sum':
    case 'run-length':
      throw new Error(`What all entries come to (${node.op}) is worked out before it is asked for.`)
    default:
      return node satisfies never
  }
}

/** Inapplicable where one part is; else unknown where one is. */
function eitherMark(parts: readonly Spans[], loop: LaneLoop): Pick<Spans, 'unknown' | 'inapplicable'> {
  const inapplicable = merged(
    parts.map((part) => part.inapplicable),
    loop,
  )
  const any = merged(
    parts.map(({ unknown }) => unknown),
    loop,
  )
  if (any === null || inapplicable === null) return { unknown: any, inapplicable }
  const unknown = loop.local()
  loop.emit(op.get(any), op.get(inapplicable), vector.andNot, op.set(unknown))
  return { unknown, inapplicable }
}

/** A mask set where any of several is. */
function merged(masks: readonly (number | null)[], loop: LaneLoop): number | null {
  const [first, ...rest] = masks.filter((mask) => mask !== null)
  if (first === undefined || rest.length === 0) return first ?? null
  const all = loop.local()
  loop.emit(op.get(first), ...rest.map((mask): Code => [...op.get(mask), ...vector.or]), op.set(all))
  return all
}

/** The latest or earliest of those that are applicable. */
function picked(parts: readonly Spans[], latest: boolean, loop: LaneLoop): Spans {
  const pick = latest ? vector.max : vector.min
  const [lo, hi] = [loop.local(), loop.local()]
  for (const side of ['lo', 'hi'] as const) {
    for (const [at, part] of parts.entries()) {
      // Where one is inapplicable, a number that never wins stands for it.
      if (part.inapplicable === null) loop.emit(op.get(part[side]))
      else
        loop.emit(vector.const(latest ? least : greatest), op.get(part[side]), op.get(part.inapplicable), vector.choose)
      if (at > 0) loop.emit(pick)
    }
    if (parts.length === 0) loop.emit(vector.const(0))
    loop.emit(op.set(side === 'lo' ? lo : hi))
  }
  const applicable = parts.some((part) => part.inapplicable === null)
  let inapplicable: number | null = null
  if (!applicable) {
    inapplicable = loop.local()
    loop.emit(
      vector.const(-1),
      ...parts.map((part): Code => [...op.get(part.inapplicable as number), ...vector.and]),
      op.set(inapplicable),
    )
  }
  return {
    lo,
    hi,
    inapplicable,
    unknown: merged(
      parts.map(({ unknown }) => unknown),
      loop,
    ),
  }
}

/** Numbers are whole and fit in 32 bits; a rule that asks for another has been written by mistake. */
function fitting(value: number): number {
  if ((value | 0) !== value || Math.abs(value) > mostAmount)
    throw new Error(`${value} is no whole number that fits among the columns.`)
  return value
}
