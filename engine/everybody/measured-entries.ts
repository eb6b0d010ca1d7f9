import type { SpanOp } from '../plan/plan.ts'
import type { Gates } from './gates.ts'
import { type Literal, opposite } from './literal.ts'
import { added, exactly, type Numbers, type Sum } from './numbers.ts'
import { type Days, today } from './open-days.ts'
import type { Span } from './spans.ts'
import type { Such, SuchOf } from './such-entries.ts'
import type { UnknownSheet } from './unknown-sheet.ts'

/** What is counted, added up or dated over all entries of a kind. */
type Measured = Extract<SpanOp, { op: 'latest-date' | 'first-date' | 'count' | 'sum' | 'run-length' }>

export type Measuring = Readonly<{
  gates: Gates
  numbers: Numbers
  sheet: UnknownSheet
  /** How many entries are looked at for what they come to; null: it is left open. */
  rowsOf: (of: Measured) => number | null
  /** Sums and counts are what the entries looked at come to; else whatever they could. */
  isCounted: boolean
  suchOf: SuchOf
}>

/** More entries of a kind than anybody has. */
const many = 2 ** 20

/** How many there are, what they add up to and when the first and the last was, of somebody of whom nothing is settled. */
export function measuredEntries({
  gates,
  numbers,
  sheet,
  rowsOf,
  isCounted,
  suchOf,
}: Measuring): (node: Measured) => Span {
  const { no, all, any, free, hold } = gates
  const measure = (node: Measured): Span => {
    const rows = rowsOf(node)
    switch (node.op) {
      case 'latest-date':
      case 'first-date': {
        const day = (row: number): Days =>
          node.field ? sheet.date(node.field, row) : sheet.entryDate(node.entryKind, row)
        if (rows === null) return openDate(node.field === null)
        return edge(suchOf(node.entryKind, node.where, rows), day, node.op === 'latest-date')
      }
      case 'count': {
        if (rows === null) return openCount()
        const such = suchOf(node.entryKind, node.where, rows)
        const [yes, maybe] = [such.map((one) => one.yes), such.map((one) => one.maybe)]
        const [lo, hi] = [yes, maybe].map((of) => summed(of.map((one) => [one, exactly(1)]))) as [Sum, Sum]
        return isCounted ? ordered(lo, hi) : atLeast(openCount(), { yes, maybe, lo, hi })
      }
      case 'sum': {
        const { field } = node
        const isPositive = field.fact.type === 'quantity' && field.fact.min >= 0
        if (rows === null || !isCounted || !isPositive) return openSum()
        const such = suchOf(node.entryKind, node.where, rows).map((one) => ({
          ...one,
          ...sheet.amount(field, one.row),
        }))
        return {
          ...ordered(
            summed(such.map(({ yes, value }) => [yes, value])),
            summed(such.map(({ maybe, value }) => [maybe, value])),
          ),
          unknown: any(such.map(({ maybe, known }) => all([maybe, opposite(known)]))),
        }
      }
      case 'run-length':
        return { ...openSum(), inapplicable: free() }
      default:
        return node satisfies never
    }
  }
  const ordered = (lo: Sum, hi: Sum): Span => {
    hold(numbers.isAtMost(lo, hi))
    return { inapplicable: no, unknown: no, lo, hi }
  }
  const openCount = (): Span => ordered(numbers.free(0, many), numbers.free(0, many))
  /** So many as are looked at, and more; none only where none of these is. */
  const atLeast = (
    count: Span,
    { yes, maybe, lo, hi }: Readonly<Record<'yes' | 'maybe', readonly Literal[]> & Pick<Span, 'lo' | 'hi'>>,
  ): Span => {
    hold(numbers.isAtMost(lo, count.lo))
    hold(numbers.isAtMost(hi, count.hi))
    hold(...yes, numbers.isAtMost(count.lo, exactly(0)))
    hold(...maybe, numbers.isAtMost(count.hi, exactly(0)))
    return count
  }
  const openDate = (isPast: boolean): Span => {
    const latest = isPast ? today : 2 * today
    const [inapplicable, unknown] = [free(), free()]
    hold(opposite(inapplicable), opposite(unknown))
    return { ...ordered(numbers.free(0, latest), numbers.free(0, latest)), inapplicable, unknown }
  }
  const openSum = (): Span => ({ ...ordered(numbers.free(-many, many), numbers.free(-many, many)), unknown: free() })
  const summed = (of: readonly (readonly [Literal, Sum])[]): Sum =>
    added(...of.map(([by, value]) => numbers.choose(by, value, exactly(0))))

  const edge = (such: readonly Such[], day: (row: number) => Days, latest: boolean): Span => {
    const days = such.map(({ row }) => day(row))
    const isAny = any(such.map(({ maybe }) => maybe))
    const isUndated = any(such.map(({ maybe }, i) => all([maybe, opposite((days[i] as Days).known)])))
    const isSure = any(such.map(({ yes }) => yes))
    const end = (by: 'yes' | 'maybe', of: (day: Days) => Sum): Sum =>
      such.reduce<Readonly<{ has: Literal; so: Sum }>>(
        ({ has, so }, one, i) => {
          const value = of(days[i] as Days)
          const isBeyond = latest ? numbers.isLess(so, value) : numbers.isLess(value, so)
          const taken = all([one[by], any([opposite(has), isBeyond])])
          return { has: any([has, one[by]]), so: numbers.choose(taken, value, so) }
        },
        { has: no, so: exactly(0) },
      ).so
    const [sure, possible] = [latest ? 'lo' : 'hi', latest ? 'hi' : 'lo'] as const
    const ends = { [sure]: end('yes', (one) => one[sure]), [possible]: end('maybe', (one) => one[possible]) }
    return {
      inapplicable: opposite(isAny),
      unknown: all([isAny, any([opposite(isSure), isUndated])]),
      ...(ends as Pick<Span, 'lo' | 'hi'>),
    }
  }
  return measure
}
