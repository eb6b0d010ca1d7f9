import { complement, type Ref } from '../circuit/circuit-builder.ts'
import type { NodeIndex, PlanNode, SpanOp } from '../plan/plan.ts'
import { type Code, op, vector } from './assembler.ts'
import { checkedInt32, maxInt32, minInt32 } from './int32.ts'
import type { LaneLoop } from './lane-loop.ts'
import type { MemoryReader } from './memory-reader.ts'
import { ordinalFunctionAt } from './ordinals.ts'
import type { SpanSpace } from './working-memory.ts'

/**
 * Four spans side by side, the least and the greatest a local each; and for everybody of the group a plane each of those of
 * whom it is not known and of those who have none, never both, where the numbers mean nothing. Null: nobody.
 */
export type Spans = Readonly<{
  lo: number
  hi: number
  unknown: number | null
  inapplicable: number | null
  /** The same for everybody. */
  isUniform?: boolean
}>

/** What is needed of the program around to write numbers and dates. */
export type SpanContext = Readonly<{
  node: (index: NodeIndex) => PlanNode
  reading: MemoryReader
  /** Where a span that was worked out before stands; null where it is written on the spot. */
  kept: (index: NodeIndex) => Readonly<{ address: Code; at: SpanSpace }> | null
  truth: (node: NodeIndex, side: 'yes' | 'no') => Ref
  /** What has been written into this loop already. */
  written: Map<NodeIndex, Spans>
}>

const uniform = (loop: LaneLoop, value: Code): Spans => {
  const both = loop.local()
  loop.before(value, vector.splat, op.set(both))
  return { lo: both, hi: both, unknown: null, inapplicable: null, isUniform: true }
}

/** A plane that is known before the loop begins. */
function plane(loop: LaneLoop, ...code: readonly Code[]): number {
  const found = loop.local()
  loop.before(...code, op.set(found))
  return found
}

/** Writes a number or date into a loop, once. */
export function spans(index: NodeIndex, loop: LaneLoop, context: SpanContext): Spans {
  const before = context.written.get(index)
  if (before) return before
  const found = newSpans(index, loop, context)
  context.written.set(index, found)
  return found
}

function newSpans(index: NodeIndex, loop: LaneLoop, context: SpanContext): Spans {
  const { reading } = context
  const kept = context.kept(index)
  if (kept) {
    const { address, at } = kept
    const [lo, hi] = [loop.local(), loop.local()]
    const here: Code = [...address, ...op.get(loop.at), ...op.add]
    loop.emit(here, vector.load(at.lo), op.set(lo), here, vector.load(at.hi), op.set(hi))
    const [unknown, inapplicable] = [at.unknown, at.inapplicable].map((from) => plane(loop, address, vector.load(from)))
    return { lo, hi, unknown: unknown as number, inapplicable: inapplicable as number }
  }
  const node = context.node(index) as PlanNode & SpanOp
  const of = (part: NodeIndex): Spans => spans(part, loop, context)
  const column = (entryKind: number | null, cell: number): Spans => ({
    ...reading.numbers(loop, entryKind, cell),
    unknown: plane(loop, reading.known(entryKind, cell), vector.not),
    inapplicable: null,
  })

  switch (node.op) {
    case 'number':
      return uniform(loop, op.const(checkedInt32(node.value)))
    case 'policy':
      return uniform(loop, reading.policy(node.index))
    case 'as-of':
      return uniform(loop, reading.asOf)
    case 'quantity':
    case 'date':
      return column(node.place.entryKind, node.place.cell)
    case 'recorded':
      return column(node.place.entryKind, node.place.observed as number)
    case 'entry-date':
      return column(node.entryKind, 0)
    case 'earliest':
    case 'latest':
      return extremum(node.of.map(of), node.op === 'latest', loop)
    case 'provided': {
      const date = of(node.date)
      const [isSo, isNot] = [context.truth(node.when, 'yes'), context.truth(node.when, 'no')]
      const yes = plane(loop, reading.bits(isSo))
      // Where it is yes or no for everybody there is nothing more to ask.
      const isSettled = isNot === complement(isSo)
      const no = isSettled ? plane(loop, op.get(yes), vector.not) : plane(loop, reading.bits(isNot))
      const without =
        date.inapplicable === null ? null : plane(loop, op.get(yes), op.get(date.inapplicable), vector.and)
      const open = [
        isSettled ? null : plane(loop, op.get(yes), op.get(no), vector.or, vector.not),
        date.unknown === null ? null : plane(loop, op.get(yes), op.get(date.unknown), vector.and),
      ]
      return { ...date, unknown: merged(open, loop), inapplicable: merged([no, without], loop) }
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
  return { unknown: plane(loop, op.get(any), op.get(inapplicable), vector.andNot), inapplicable }
}

/** A plane set where any of several is. */
function merged(planes: readonly (number | null)[], loop: LaneLoop): number | null {
  const [first, ...rest] = planes.filter((one) => one !== null)
  if (first === undefined || rest.length === 0) return first ?? null
  return plane(loop, op.get(first), ...rest.map((one): Code => [...op.get(one), ...vector.or]))
}

/** The latest or earliest of those that are applicable. */
function extremum(parts: readonly Spans[], latest: boolean, loop: LaneLoop): Spans {
  const [only] = parts
  if (only && parts.length === 1) return only
  const pick = latest ? vector.max : vector.min
  const [lo, hi] = [loop.local(), loop.local()]
  const masks = parts.map(({ inapplicable: none }) =>
    none === null ? null : loop.masks([...op.get(none), ...vector.not]),
  )
  for (const side of ['lo', 'hi'] as const) {
    for (const [at, part] of parts.entries()) {
      const mask = masks[at] as number | null
      loop.emit(op.get(part[side]))
      if (mask !== null) loop.emit(maskedIdentity(mask, latest))
      if (at > 0) loop.emit(pick)
    }
    if (parts.length === 0) loop.emit(vector.const(0))
    loop.emit(op.set(side === 'lo' ? lo : hi))
  }
  const all = parts.map(({ inapplicable }) => inapplicable)
  const none = all.every((one) => one !== null)
    ? plane(loop, vector.const(-1), ...all.map((one): Code => [...op.get(one), ...vector.and]))
    : null
  const open = merged(
    parts.map(({ unknown }) => unknown),
    loop,
  )
  return { lo, hi, unknown: open, inapplicable: none }
}

/** Replaces lanes outside a mask by the identity of max (or min), so that they never win a reduction. */
export const maskedIdentity = (mask: number, latest: boolean): Code => [
  ...op.get(mask),
  ...vector.const(latest ? minInt32 : maxInt32),
  ...vector.xor,
  ...(latest ? vector.min : vector.max),
]
