import { complement } from '../circuit/circuit-builder.ts'
import { blank } from '../plan/layout.ts'
import type { EntryKindIndex, NodeIndex, PlanNode, SpanOp } from '../plan/plan.ts'
import { aggregateSpan } from './aggregate-span.ts'
import { bit, bits, type CodegenContext, numberIn, read } from './codegen-context.ts'
import { mayExceedInt32 } from './may-exceed-int32.ts'
import { constant, type Scope, type SpanPart } from './scope.ts'
import type { SpanText } from './span-text.ts'

const sure = (value: string): SpanText => ({ lo: value, hi: value, unknown: null, inapplicable: null })

/** A number or date, worked out once in each scope, or read where it is kept. */
export function span(index: NodeIndex, inside: Scope, writing: CodegenContext): SpanText {
  if (!writing.schedule.storedSpans.has(index)) return newSpan(index, inside, writing)
  const part = (of: SpanPart): string => read(`${of} ${index}`, inside, writing)
  return { lo: part('lo'), hi: part('hi'), unknown: part('unknown'), inapplicable: part('inapplicable') }
}

/** The same of a span that is not kept yet. */
export function newSpan(index: NodeIndex, inside: Scope, writing: CodegenContext): SpanText {
  const { plan, circuit } = writing
  const node = plan.nodes[index] as PlanNode & SpanOp
  const of = (part: NodeIndex): SpanText => span(part, inside, writing)
  const name = (letter: string, text: string): string => {
    const key = `${letter} of ${index}`
    return inside.names.get(key) ?? constant(inside, key, `${letter}${index}`, text)
  }
  const column = (entryKind: EntryKindIndex | null, cell: number, last: number): SpanText => {
    const lo = numberIn(inside, entryKind, cell)
    return {
      lo,
      hi: numberIn(inside, entryKind, last),
      unknown: name('u', `${lo}===${blank}|0`),
      inapplicable: null,
    }
  }
  switch (node.op) {
    case 'number':
      return sure(`(${node.value})`)
    case 'policy':
      return sure(`policy[${node.index}]`)
    case 'as-of':
      return sure('asOf')
    case 'quantity':
      return column(node.place.entryKind, node.place.cell, node.place.cell)
    case 'date':
      return column(node.place.entryKind, node.place.cell, node.place.cell + 1)
    case 'recorded':
      return column(node.place.entryKind, node.place.observed as number, (node.place.observed as number) + 1)
    case 'entry-date':
      return column(node.entryKind, 0, 1)
    case 'provided': {
      const date = of(node.date)
      const [isSo, isNot] = [circuit.truth(node.when, 'yes'), circuit.truth(node.when, 'no')]
      const yes = name('y', bit(isSo, inside, writing))
      // Where it is yes or no for everybody there is nothing more to ask.
      const isSettled = isNot === complement(isSo)
      const no = name('n', isSettled ? bits.not(yes) : bit(isNot, inside, writing))
      const none = any([no, date.inapplicable === null ? null : bits.and(yes, date.inapplicable)]) as string
      const open = any([
        isSettled ? null : bits.not(bits.or(yes, no)),
        date.unknown === null ? null : bits.and(yes, date.unknown),
      ])
      return { ...date, unknown: open && name('u', open), inapplicable: name('i', none) }
    }
    case 'earliest':
    case 'latest': {
      const parts = node.of.map(of)
      const [only] = parts
      if (only && parts.length === 1) return only
      const [isPast, sign, most] = node.op === 'latest' ? ['>', '-', 2147483648] : ['<', '', 2147483647]
      const never = `${sign}${mayExceedInt32(index, writing.plan) ? 'Infinity' : most}`
      const picked = (end: 'lo' | 'hi'): string => {
        let best = `(${never})`
        for (const [at, part] of parts.entries()) {
          const none = part.inapplicable
          const one = none === null ? part[end] : name(`${end}${at}of`, `${none}&1?${never}:${part[end]}`)
          best = at === 0 ? one : name(`${end}${at}to`, `${one}${isPast}${best}?${one}:${best}`)
        }
        return best
      }
      const none = parts.map(({ inapplicable }) => inapplicable)
      const open = any(parts.map(({ unknown }) => unknown))
      return {
        lo: picked('lo'),
        hi: picked('hi'),
        unknown: open && name('u', open),
        inapplicable: none.includes(null) ? null : name('i', none.join('&') || '-1'),
      }
    }
    case 'days':
    case 'years': {
      const [from, to] = [of(node.from), of(node.to)]
      const marks = eitherMark([from, to], name)
      const isOpen = any([marks.unknown, marks.inapplicable])
      const between = (a: string, b: string): string => {
        if (node.op === 'days') return `${b}-${a}`
        return isOpen === null ? `wholeYears(${a},${b})` : `${isOpen}&1?0:wholeYears(${a},${b})`
      }
      return { lo: name('l', between(from.hi, to.lo)), hi: name('h', between(from.lo, to.hi)), ...marks }
    }
    case 'plus': {
      const parts = node.of.map(of)
      const added = (end: 'lo' | 'hi'): string => parts.map((part) => part[end]).join('+') || '0'
      return { lo: name('l', added('lo')), hi: name('h', added('hi')), ...eitherMark(parts, name) }
    }
    case 'times': {
      const [left, right] = [of(node.left), of(node.right)]
      const product = `product(${left.lo},${left.hi},${right.lo},${right.hi})`
      return { lo: name('l', product), hi: name('h', 'end.hi'), ...eitherMark([left, right], name) }
    }
    case 'latest-date':
    case 'first-date':
    case 'count':
    case 'sum':
    case 'run-length':
      return aggregateSpan(index, inside, writing)
    default:
      return node satisfies never
  }
}

const any = (parts: readonly (string | null)[]): string | null => {
  const those = parts.filter((part) => part !== null)
  return those.length === 0 ? null : `(${those.join('|')})`
}

/** None where one part is none; else not known where one is not. */
function eitherMark(
  parts: readonly SpanText[],
  name: (letter: string, text: string) => string,
): Pick<SpanText, 'unknown' | 'inapplicable'> {
  const none = any(parts.map(({ inapplicable }) => inapplicable))
  const open = any(parts.map(({ unknown }) => unknown))
  const inapplicable = none && name('i', none)
  return { inapplicable, unknown: open && name('u', inapplicable === null ? open : bits.andNot(open, inapplicable)) }
}
