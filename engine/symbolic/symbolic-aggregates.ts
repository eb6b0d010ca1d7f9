import type { SpanOp } from '../plan/plan.ts'
import { addSums, type BitVectors, constantSum, type Sum } from './bit-vectors.ts'
import { type Literal, negate } from './literal.ts'
import type { MatchEntries, MatchedEntry } from './match-entries.ts'
import { type Days, today } from './symbolic-days.ts'
import type { SymbolicSheet } from './symbolic-sheet.ts'
import type { Span } from './symbolic-spans.ts'
import type { Logic } from './tseitin-encoder.ts'

/** What is counted, added up or dated over all entries of a kind. */
type Aggregate = Extract<SpanOp, { op: 'latest-date' | 'first-date' | 'count' | 'sum' | 'run-length' }>

export type AggregateContext = Readonly<{
  logic: Logic
  numbers: BitVectors
  sheet: SymbolicSheet
  /** How many entries are looked at for what they come to; null: it is left open. */
  rowsOf: (of: Aggregate) => number | null
  /** Sums and counts are what the entries looked at come to; else whatever they could. */
  isExact: boolean
  matchesOf: MatchEntries
}>

/** More entries of a kind than anybody has. */
const many = 2 ** 20

/** How many there are, what they add up to and when the first and the last was, of somebody of whom nothing is settled. */
export function symbolicAggregates({
  logic,
  numbers,
  sheet,
  rowsOf,
  isExact,
  matchesOf,
}: AggregateContext): (node: Aggregate) => Span {
  const { no, all, any, free, assert } = logic
  const measure = (node: Aggregate): Span => {
    const rows = rowsOf(node)
    switch (node.op) {
      case 'latest-date':
      case 'first-date': {
        const day = (row: number): Days =>
          node.field ? sheet.date(node.field, row) : sheet.entryDate(node.entryKind, row)
        if (rows === null) return openDate(node.field === null)
        return edge(matchesOf(node.entryKind, node.where, rows), day, node.op === 'latest-date')
      }
      case 'count': {
        if (rows === null) return openCount()
        const such = matchesOf(node.entryKind, node.where, rows)
        const [yes, maybe] = [such.map((one) => one.yes), such.map((one) => one.maybe)]
        const [lo, hi] = [yes, maybe].map((of) => summed(of.map((one) => [one, constantSum(1)]))) as [Sum, Sum]
        return isExact ? ordered(lo, hi) : atLeast(openCount(), { yes, maybe, lo, hi })
      }
      case 'sum': {
        const { field } = node
        const isPositive = field.fact.type === 'quantity' && field.fact.min >= 0
        if (rows === null || !isExact || !isPositive) return openSum()
        const such = matchesOf(node.entryKind, node.where, rows).map((one) => ({
          ...one,
          ...sheet.amount(field, one.row),
        }))
        return {
          ...ordered(
            summed(such.map(({ yes, value }) => [yes, value])),
            summed(such.map(({ maybe, value }) => [maybe, value])),
          ),
          unknown: any(such.map(({ maybe, known }) => all([maybe, negate(known)]))),
        }
      }
      case 'run-length':
        return { ...openSum(), inapplicable: free() }
      default:
        return node satisfies never
    }
  }
  const ordered = (lo: Sum, hi: Sum): Span => {
    assert(numbers.isAtMost(lo, hi))
    return { inapplicable: no, unknown: no, lo, hi }
  }
  const openCount = (): Span => ordered(numbers.free(0, many), numbers.free(0, many))
  /** So many as are looked at, and more; none only where none of these is. */
  const atLeast = (
    count: Span,
    { yes, maybe, lo, hi }: Readonly<Record<'yes' | 'maybe', readonly Literal[]> & Pick<Span, 'lo' | 'hi'>>,
  ): Span => {
    assert(numbers.isAtMost(lo, count.lo))
    assert(numbers.isAtMost(hi, count.hi))
    assert(...yes, numbers.isAtMost(count.lo, constantSum(0)))
    assert(...maybe, numbers.isAtMost(count.hi, constantSum(0)))
    return count
  }
  const openDate = (isPast: boolean): Span => {
    const latest = isPast ? today : 2 * today
    const [inapplicable, unknown] = [free(), free()]
    assert(negate(inapplicable), negate(unknown))
    return { ...ordered(numbers.free(0, latest), numbers.free(0, latest)), inapplicable, unknown }
  }
  const openSum = (): Span => ({ ...ordered(numbers.free(-many, many), numbers.free(-many, many)), unknown: free() })
  const summed = (of: readonly (readonly [Literal, Sum])[]): Sum =>
    addSums(...of.map(([by, value]) => numbers.ifThenElse(by, value, constantSum(0))))

  const edge = (such: readonly MatchedEntry[], day: (row: number) => Days, latest: boolean): Span => {
    const days = such.map(({ row }) => day(row))
    const isAny = any(such.map(({ maybe }) => maybe))
    const isUndated = any(such.map(({ maybe }, i) => all([maybe, negate((days[i] as Days).known)])))
    const isSure = any(such.map(({ yes }) => yes))
    const end = (by: 'yes' | 'maybe', of: (day: Days) => Sum): Sum =>
      such.reduce<Readonly<{ has: Literal; so: Sum }>>(
        ({ has, so }, one, i) => {
          const value = of(days[i] as Days)
          const isBeyond = latest ? numbers.isLess(so, value) : numbers.isLess(value, so)
          const taken = all([one[by], any([negate(has), isBeyond])])
          return { has: any([has, one[by]]), so: numbers.ifThenElse(taken, value, so) }
        },
        { has: no, so: constantSum(0) },
      ).so
    const [sure, possible] = [latest ? 'lo' : 'hi', latest ? 'hi' : 'lo'] as const
    const ends = { [sure]: end('yes', (one) => one[sure]), [possible]: end('maybe', (one) => one[possible]) }
    return {
      inapplicable: negate(isAny),
      unknown: all([isAny, any([negate(isSure), isUndated])]),
      ...(ends as Pick<Span, 'lo' | 'hi'>),
    }
  }
  return measure
}
