import type { Chart } from '@facialis/language'
import type { NodeIndex, TruthOp } from '../plan/plan.ts'
import { type Adjustable, adjustablesOf } from './adjustables.ts'
import { truths } from './goal.ts'
import type { SearchState } from './search-state.ts'
import { isMet, type Subgoal } from './subgoals.ts'

type Compare = Extract<TruthOp, { op: 'compare' }>

/** How many charts are worth looking at for one comparison. */
const enough = 6

/** Moves that set a date or amount to either side of the point at which the comparison flips. */
export function comparisonMoves(
  { left, right }: Compare,
  subgoal: Extract<Subgoal, { kind: 'truth' }>,
  state: SearchState,
  ways: (subgoal: Subgoal) => readonly Chart[],
): readonly Chart[] {
  const here = state.chart()
  const found = [adjustablesOf(left, subgoal.at, state), adjustablesOf(right, subgoal.at, state)]
  const entry = subgoal.at < 0 ? null : entryAt(subgoal, state)
  const lacks = found.flatMap((one) => one.lacks)
  const others = lacks.length === 0 ? [] : ways(state.random.oneOf(lacks))
  const handles = found.flatMap((one) => one.handles)
  if (handles.length === 0) return others
  const handle = state.random.oneOf(handles)
  const tried = as(subgoal, truths.unknown)
    ? [...handle.open, ...valuesNear(handle, { left, right }, entry, state, true)]
    : []
  if (subgoal.as & (truths.no | truths.yes)) tried.push(...valuesNear(handle, { left, right }, entry, state, false))
  const good = tried.filter((chart) => {
    state.look(chart)
    return isMet({ ...subgoal, at: state.positionOf(entry) }, state)
  })
  state.look(here)
  return [...good.slice(0, enough), ...others]
}

const as = (subgoal: Extract<Subgoal, { kind: 'truth' }>, truth: number): boolean => (subgoal.as & truth) !== 0

const entryAt = (
  { node, at }: Extract<Subgoal, { kind: 'truth' }>,
  { plan, entriesOf }: SearchState,
): string | null => {
  const within = plan.nodes[node]?.within ?? null
  return within === null ? null : (entriesOf(within)[at] ?? null)
}

type Sides = Readonly<{ left: NodeIndex; right: NodeIndex }>

/** Values of the handle near the one at which both sides are equal, and some further off. */
function valuesNear(
  handle: Adjustable,
  sides: Sides,
  entry: string | null,
  state: SearchState,
  vaguely: boolean,
): readonly Chart[] {
  const difference = (value: number): number | null => {
    state.look(handle.set(value))
    const at = state.positionOf(entry)
    const [a, b] = [state.asked.measure(sides.left, at), state.asked.measure(sides.right, at)]
    return typeof a === 'string' || typeof b === 'string' ? null : a.lo - b.lo
  }
  const within = (value: number): number => Math.min(handle.most, Math.max(handle.least, Math.round(value)))
  const from = within(handle.now)
  const step = handle.vague === null ? 1 : 400
  const other = from + step <= handle.most ? from + step : from - step
  const [one, two] = [difference(from), difference(other)]
  if (one === null || two === null) return [handle.set(from)]
  const slope = (two - one) / (other - from)
  if (slope === 0) return [handle.least, handle.most].map((value) => handle.set(value))
  const guess = within(from - one / slope)
  // A year is no fixed number of days: the first guess is set right by how far it is off.
  const turn = guess - (difference(guess) ?? 0) / slope
  if (vaguely) {
    const { vague } = handle
    return vague ? [20, 200, 800].map((wide) => vague({ lo: within(turn - wide), hi: within(turn + wide) })) : []
  }
  const near = [0, 1, -1, 2, -2, 3, -3, 30, -30, 400, -400].map((by) => turn + by)
  const values = [...near, from, (from + turn) / 2, other].map(within)
  return [...new Set(values)].map((value) => handle.set(value))
}
