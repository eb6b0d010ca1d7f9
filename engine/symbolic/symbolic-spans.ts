import type { NodeIndex, Plan, PlanNode, SpanOp } from '../plan/plan.ts'
import { addSums, type BitVectors, constantSum, type Sum, scaleSum, subtractSums } from './bit-vectors.ts'
import { type Literal, negate } from './literal.ts'
import { type Days, today } from './symbolic-days.ts'
import type { SymbolicSheet } from './symbolic-sheet.ts'
import type { Logic } from './tseitin-encoder.ts'

/** A number or date, from the least to the greatest it may be, or neither of both. */
export type Span = Readonly<{ inapplicable: Literal; unknown: Literal; lo: Sum; hi: Sum }>
export type Truth = Readonly<{ no: Literal; yes: Literal }>

type Context = Readonly<{
  plan: Plan
  logic: Logic
  numbers: BitVectors
  sheet: SymbolicSheet
  truth: (node: NodeIndex, row: number) => Truth
  /** What several entries come to. */
  ofEntries: (node: NodeIndex) => Span
}>

/** More than any number in a chart. */
const huge = 2 ** 36

/** Numbers and dates of somebody of whom nothing is settled; the meaning is that of `spanClosure`. */
export function symbolicSpans({ plan, logic, numbers, sheet, truth, ofEntries }: Context) {
  const { yes, no, all, any, assert } = logic
  const made = new Map<string, Span>()
  const span = (node: NodeIndex, at: number): Span => {
    const row = (plan.nodes[node] as PlanNode).within === null ? -1 : at
    const key = `${node} ${row}`
    const known = made.get(key) ?? spanOf(node, plan.nodes[node] as PlanNode & SpanOp, row)
    made.set(key, known)
    return known
  }
  const known = (lo: Sum, hi = lo): Span => ({ inapplicable: no, unknown: no, lo, hi })
  const none: Span = { inapplicable: yes, unknown: no, lo: constantSum(0), hi: constantSum(0) }
  const ofDays = ({ known, lo, hi }: Days): Span => ({ inapplicable: no, unknown: negate(known), lo, hi })

  const spanOf = (index: NodeIndex, node: SpanOp, row: number): Span => {
    switch (node.op) {
      case 'number':
        return known(constantSum(node.value))
      case 'policy':
        return known(sheet.policy(plan.policy[node.index] as Plan['policy'][number]))
      case 'as-of':
        return known(constantSum(today))
      case 'quantity': {
        const { known, value } = sheet.amount(node.place, row)
        return { inapplicable: no, unknown: negate(known), lo: value, hi: value }
      }
      case 'date':
        return ofDays(sheet.date(node.place, row))
      case 'recorded':
        return ofDays(sheet.observed(node.place, row))
      case 'entry-date':
        return ofDays(sheet.entryDate(node.entryKind, row))
      case 'latest-date':
      case 'first-date':
      case 'count':
      case 'sum':
      case 'run-length':
        return ofEntries(index)
      case 'earliest':
      case 'latest':
        return node.of.map((one) => span(one, row)).reduce((a, b) => picked(a, b, node.op === 'earliest'), none)
      case 'provided': {
        const [when, date] = [truth(node.when, row), span(node.date, row)]
        const inapplicable = any([when.no, all([when.yes, date.inapplicable])])
        return {
          ...date,
          inapplicable,
          unknown: all([negate(inapplicable), any([negate(when.yes), date.unknown])]),
        }
      }
      case 'days': {
        const [from, to] = [span(node.from, row), span(node.to, row)]
        return { ...either([from, to]), lo: subtractSums(to.lo, from.hi), hi: subtractSums(to.hi, from.lo) }
      }
      case 'years': {
        const [from, to] = [span(node.from, row), span(node.to, row)]
        const made = { ...either([from, to]), lo: wholeYears(from.hi, to.lo), hi: wholeYears(from.lo, to.hi) }
        // However the days leap: fewest and most are known together, and in this order.
        assert(made.inapplicable, made.unknown, numbers.isAtMost(made.lo, made.hi))
        return made
      }
      case 'plus': {
        const of = node.of.map((one) => span(one, row))
        return { ...either(of), lo: addSums(...of.map(({ lo }) => lo)), hi: addSums(...of.map(({ hi }) => hi)) }
      }
      case 'times': {
        const of = [span(node.left, row), span(node.right, row)]
        return { ...either(of), ...anything() }
      }
      default:
        return node satisfies never
    }
  }
  /** Not applicable where one of them is, else not known where one of them is. */
  const either = (of: readonly Span[]): Pick<Span, 'inapplicable' | 'unknown'> => {
    const inapplicable = any(of.map((one) => one.inapplicable))
    return { inapplicable, unknown: all([negate(inapplicable), any(of.map(({ unknown }) => unknown))]) }
  }
  const picked = (a: Span, b: Span, least: boolean): Span => {
    if (a === none) return b
    const end = (x: Sum, y: Sum): Sum => {
      const isX = least ? numbers.isAtMost(x, y) : numbers.isAtMost(y, x)
      return numbers.ifThenElse(any([b.inapplicable, all([negate(a.inapplicable), isX])]), x, y)
    }
    return {
      inapplicable: all([a.inapplicable, b.inapplicable]),
      unknown: any([a.unknown, b.unknown]),
      lo: end(a.lo, b.lo),
      hi: end(a.hi, b.hi),
    }
  }
  /** Any two numbers in order. What is proved so is proved. */
  const anything = (least = -huge, most = huge): Pick<Span, 'lo' | 'hi'> => {
    const [lo, hi] = [numbers.free(least, most), numbers.free(least, most)]
    assert(numbers.isAtMost(lo, hi))
    return { lo, hi }
  }
  const years = new Map<string, Sum>()
  /** As far as days tell: so many years are a few days more or less. Which days leap is left open. */
  const wholeYears = (from: Sum, to: Sum): Sum => {
    const key = JSON.stringify([from, to])
    const known = years.get(key)
    if (known) return known
    const between = times4(subtractSums(to, from))
    const made = subtractSums(numbers.free(0, maxYears), numbers.free(0, maxYears))
    const inDays = scaleSum(made, daysOfFourYears)
    assert(numbers.isAtMost(addSums(inDays, constantSum(-12)), between))
    assert(numbers.isLess(between, addSums(inDays, constantSum(daysOfFourYears + 12))))
    years.set(key, made)
    return made
  }
  return { span, anything }
}

const [daysOfFourYears, maxYears] = [1461, 400]
const times4 = (sum: Sum): Sum => scaleSum(sum, 4)
