import type { NodeIndex, Plan } from '../plan/plan.ts'
import { mayBeInapplicable } from './applicable.ts'

/**
 * An amount (days since, an age) that is compared with several numbers: it lies between two of them, or over a
 * stretch of several, or is not applicable. Below one threshold it is then below every higher one, as it must be.
 */
export type Position = Readonly<{
  term: NodeIndex
  cuts: number
  /** The numbers it is cut at, in words. */
  marks: readonly string[]
  values: readonly PositionValue[]
}>
/** From the lowest to the highest stretch it may lie in; null: not applicable. */
export type PositionValue = readonly [from: number, to: number] | null

/** A comparison as "the amount lies below this cut", or not. */
type CutComparison = Readonly<{ position: Position; cut: number; isBelow: boolean }>

/** Numbers a cut may stand at, whatever policy is in force. */
type Cut = Readonly<{ key: string; least: number; most: number }>

export function positionsIn(plan: Plan): (compare: NodeIndex) => CutComparison | null {
  const cutsOf = new Map<NodeIndex, Map<string, Cut>>()
  for (const index of plan.nodes.keys()) {
    const one = cutIn(plan, index)
    if (!one) continue
    const cuts = cutsOf.get(one.term) ?? new Map<string, Cut>()
    cutsOf.set(one.term, cuts.set(one.cut.key, one.cut))
  }
  const positions = new Map<NodeIndex, Readonly<{ position: Position; order: readonly string[] }>>()
  for (const [term, cuts] of cutsOf) {
    const ordered = [...cuts.values()].sort((a, b) => a.least - b.least || a.most - b.most)
    // Where a site could set two numbers in either order nothing is assumed about them.
    if (ordered.some((cut, i) => i > 0 && (ordered[i - 1] as Cut).most > cut.least)) continue
    positions.set(term, { position: positionOf(plan, term, ordered.map(markOf)), order: ordered.map(({ key }) => key) })
  }
  return (index) => {
    const one = cutIn(plan, index)
    const known = one && positions.get(one.term)
    return one && known
      ? { position: known.position, cut: known.order.indexOf(one.cut.key), isBelow: one.isBelow }
      : null
  }
}

const markOf = ({ least, most }: Cut): string =>
  least === most ? String(least) : `${least} to ${most}, as the site has it`

function positionOf(plan: Plan, term: NodeIndex, marks: readonly string[]): Position {
  const cuts = marks.length
  const values: PositionValue[] = mayBeInapplicable(plan, term) ? [null] : []
  for (let from = 0; from <= cuts; from++) for (let to = from; to <= cuts; to++) values.push([from, to])
  return { term, cuts, marks, values }
}

/** The truth of "below this cut" or "not below it", for each value of the position. */
export function truthsAt({ position, cut, isBelow }: CutComparison): readonly number[] {
  return position.values.map((value) => {
    if (value === null) return 0
    const [from, to] = value
    const below = to <= cut ? 2 : from > cut ? 0 : 1
    return isBelow ? below : 2 - below
  })
}

/** A stretch may turn out to be any part of it; nothing known at all, also not applicable. */
export function positionLearnable({ values, cuts }: Position): readonly (readonly [number, number])[] {
  return values.flatMap((wide, i) =>
    values.flatMap((narrow, j) => {
      if (wide === null || i === j) return []
      const isAnything = wide[0] === 0 && wide[1] === cuts
      const isPart = narrow === null ? isAnything : narrow[0] >= wide[0] && narrow[1] <= wide[1]
      return isPart ? [[i, j] as const] : []
    }),
  )
}

/** `term < c` and `c <= term` part at c; `term <= c` and `c < term` at the next number. */
function cutIn(plan: Plan, index: NodeIndex): Readonly<{ term: NodeIndex; cut: Cut; isBelow: boolean }> | null {
  const node = plan.nodes[index]
  if (node?.op !== 'compare') return null
  const [left, right] = [thresholdOf(plan, node.left), thresholdOf(plan, node.right)]
  if ((left === null) === (right === null)) return null
  const threshold = (left ?? right) as Cut
  const isBelow = right !== null
  const step = isBelow === (node.comparison === '<') ? 0 : 1
  const cut = { key: `${threshold.key}+${step}`, least: threshold.least + step, most: threshold.most + step }
  return { term: isBelow ? node.left : node.right, cut, isBelow }
}

function thresholdOf(plan: Plan, index: NodeIndex): Cut | null {
  const node = plan.nodes[index]
  if (node?.op === 'number') return { key: `number ${node.value}`, least: node.value, most: node.value }
  if (node?.op !== 'policy') return null
  const number = plan.policy[node.index]
  return number ? { key: `policy ${number.id}`, least: number.min, most: number.max } : null
}
