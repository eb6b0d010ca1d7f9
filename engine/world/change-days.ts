import { civil, type Day, dayOf } from '@facialis/language'
import type { LoweredNode } from '../plan/intern-table.ts'
import { isTruth } from '../plan/is-truth.ts'
import { type EntryFunction, end, inapplicable, isUnknown } from '../plan/kernel.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, PlanNode, SpanOp, TruthOp } from '../plan/plan.ts'

type Compare = Extract<TruthOp, { op: 'compare' }>
type Context = Readonly<{
  nodes: readonly LoweredNode[]
  asks: readonly EntryFunction[]
  asOf: () => Day
  /** Hears of each day on which the comparison could come out differently. */
  mayChangeOn: (day: Day) => void
}>

/** Reports the days on which time alone could change a comparison, each time it is made; null where time cannot. */
export function changeDaysOf(
  { left, right }: Compare,
  { nodes, asks, asOf, mayChangeOn }: Context,
): EntryFunction | null {
  const slope = sumOf([slopeOf(left, nodes), negated(slopeOf(right, nodes))])
  const years = [...yearsIn(left, right, nodes), ...yearsIn(right, left, nodes)]
  if (slope === 0 && years.length === 0) return null
  const ask = (index: NodeIndex): EntryFunction => asks[index] as EntryFunction
  const [ofLeft, ofRight] = [ask(left), ask(right)]

  /** The two sides come together, or part, as far ahead as they are apart now. */
  const meet = (distances: readonly number[], today: Day): void => {
    if (slope === 1 || slope === -1)
      for (const distance of distances) for (const step of [0, 1]) mayChangeOn(today - slope * distance + step)
    // Nobody counts here how fast it goes: each day may be the one.
    else mayChangeOn(today + 1)
  }
  /** Years are more or less, which may come to the bounds: the ends of the other side. */
  const turn = ({ from, to, turns }: Years, entry: number, bounds: readonly number[], today: Day): void => {
    const lo = ask(from)(entry)
    const hi = end.hi
    const toLo = ask(to)(entry)
    const toHi = end.hi
    if (hasNoSpan(lo) || hasNoSpan(toLo)) return
    if (turns === 'any day') mayChangeOn(today + 1)
    else
      for (const measured of [toLo, toHi])
        for (const begun of [lo, hi]) {
          const days =
            turns === 'next year'
              ? [nextAnniversary(begun, measured)]
              : bounds.flatMap((edge) => [anniversary(begun, edge), anniversary(begun, edge + 1)])
          for (const day of days) mayChangeOn(today + day - measured)
        }
  }

  return (entry) => {
    const leftLo = ofLeft(entry)
    const leftHi = end.hi
    const rightLo = ofRight(entry)
    const rightHi = end.hi
    if (hasNoSpan(leftLo) || hasNoSpan(rightLo)) return 0
    const today = asOf()
    if (slope !== 0) meet([leftLo - rightHi, leftHi - rightLo], today)
    for (const one of years) turn(one, entry, one.side === left ? [rightLo, rightHi] : [leftLo, leftHi], today)
    return 0
  }
}

const hasNoSpan = (lo: number): boolean => isUnknown(lo) || lo === inapplicable

/** The slope of a number or date in units per day; null where it is not linear. */
type Slope = number | null

function slopeOf(index: NodeIndex, nodes: readonly LoweredNode[]): Slope {
  const node = nodes[index] as PlanNode & SpanOp
  const slope = (one: NodeIndex): Slope => slopeOf(one, nodes)
  switch (node.op) {
    case 'as-of':
      return 1
    case 'days':
      return sumOf([slope(node.to), negated(slope(node.from))])
    case 'provided':
      return slope(node.date)
    case 'plus':
      return sumOf(node.of.map(slope))
    case 'times': {
      if (slope(node.left) === 0 && slope(node.right) === 0) return 0
      const steady = (factor: NodeIndex, other: Slope): Slope => {
        const known = nodes[factor] as LoweredNode
        return known.op === 'number' && other !== null ? known.value * other : null
      }
      return steady(node.left, slope(node.right)) ?? steady(node.right, slope(node.left))
    }
    case 'earliest':
    case 'latest': {
      const [first = 0, ...others] = node.of.map(slope)
      // Which of them it is may be another one tomorrow.
      return others.every((one) => one === first) ? first : null
    }
    default:
      return 0
  }
}

const sumOf = (slopes: readonly Slope[]): Slope =>
  slopes.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
const negated = (slope: Slope): Slope => (slope === null ? null : -slope)

type Years = Readonly<{
  from: NodeIndex
  to: NodeIndex
  side: NodeIndex
  /**
   * Where they are measured from a day that stands to one that goes with today: when they come to the bound, if that is
   * all that is asked and the bound stands too, and otherwise with the next year. Else nobody counts it.
   */
  turns: 'at the bound' | 'next year' | 'any day'
}>

/** The whole years inside one side of a comparison that time alone makes more or less. */
function yearsIn(side: NodeIndex, against: NodeIndex, nodes: readonly LoweredNode[]): readonly Years[] {
  return timeDependentYearsIn(side, nodes).map((index) => {
    const { from, to } = nodes[index] as Extract<LoweredNode, { op: 'years' }>
    const goesWithToday = slopeOf(to, nodes) === 1 && timeDependentYearsIn(to, nodes).length === 0
    if (!goesWithToday || isTimeDependent(from, nodes)) return { from, to, side, turns: 'any day' }
    return { from, to, side, turns: index === side && !isTimeDependent(against, nodes) ? 'at the bound' : 'next year' }
  })
}

function timeDependentYearsIn(index: NodeIndex, nodes: readonly LoweredNode[]): readonly NodeIndex[] {
  const node = nodes[index] as LoweredNode
  const measured = operandsOf(node).filter((part) => !isTruth(nodes[part] as PlanNode))
  const inside = measured.flatMap((part) => timeDependentYearsIn(part, nodes))
  return node.op === 'years' && measured.some((part) => isTimeDependent(part, nodes)) ? [...inside, index] : inside
}

const isTimeDependent = (index: NodeIndex, nodes: readonly LoweredNode[]): boolean =>
  slopeOf(index, nodes) !== 0 || timeDependentYearsIn(index, nodes).length > 0

function anniversary(of: Day, years: number): Day {
  const { year, month, day } = civil(of)
  return dayOf(year + years, month, day)
}

function nextAnniversary(of: Day, after: Day): Day {
  const years = civil(after).year - civil(of).year
  const thisYear = anniversary(of, years)
  return thisYear > after ? thisYear : anniversary(of, years + 1)
}
