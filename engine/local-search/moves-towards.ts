import { type Chart, exactly } from '@facialis/language'
import type { PlanNode, TruthOp } from '../plan/plan.ts'
import { answerMoves } from './answer-moves.ts'
import { comparisonMoves } from './comparison-moves.ts'
import { onDay, withEntry, without } from './edits.ts'
import type { SearchState } from './search-state.ts'
import { isMet, optionsOf, type Subgoal } from './subgoals.ts'

/** How much is still to be changed, roughly; 0 when it is so. */
export function distanceTo(subgoal: Subgoal, state: SearchState): number {
  if (isMet(subgoal, state)) return 0
  const key = keyOf(subgoal)
  const known = key === null ? undefined : state.distances.get(key)
  if (known !== undefined) return known
  const options = optionsOf(subgoal, state)
  const so = options === null ? effort(subgoal, state) : Math.min(...options.map((all) => together(all, state)))
  if (key !== null) state.distances.set(key, so)
  return so
}

export const together = (all: readonly Subgoal[], state: SearchState): number =>
  all.reduce((sum, one) => sum + distanceTo(one, state), 0)

/** Another entry has fields to fill, and the more there are the less it is worth. */
const effort = (subgoal: Subgoal, { entriesOf }: SearchState): number =>
  subgoal.kind === 'add' ? 4 * (1 + entriesOf(subgoal.entryKind).length) : 1

const keyOf = (subgoal: Subgoal): number | null =>
  subgoal.kind === 'truth'
    ? (subgoal.node * 8 + subgoal.as) * 128 + (subgoal.at + 1) * 2
    : subgoal.kind === 'answer'
      ? (subgoal.decision * 65536 + subgoal.as) * 128 + (subgoal.at + 1) * 2 + 1
      : null

const deepest = 2

/** Charts in which one thing is changed so that what is aimed at comes nearer. */
export function movesTowards(subgoal: Subgoal, state: SearchState, depth = 0): readonly Chart[] {
  if (isMet(subgoal, state)) return []
  const options = optionsOf(subgoal, state)
  if (options === null) return changes(subgoal, state, depth)
  const possible = options
    .map((all) => ({ all, far: together(all, state) }))
    .filter(({ far }) => far !== Number.POSITIVE_INFINITY)
  if (possible.length === 0) return []
  const nearest = Math.min(...possible.map(({ far }) => far))
  const taken = state.random.intBelow(8) === 0 ? possible : possible.filter(({ far }) => far === nearest)
  const open = state.random.oneOf(taken).all.filter((one) => !isMet(one, state))
  return open.length === 0 ? [] : movesTowards(state.random.oneOf(open), state, depth)
}

function changes(subgoal: Subgoal, state: SearchState, depth: number): readonly Chart[] {
  const { random, asOf } = state
  const chart = state.chart()
  switch (subgoal.kind) {
    case 'truth': {
      const node = state.plan.nodes[subgoal.node] as PlanNode & TruthOp
      return node.op === 'compare'
        ? comparisonMoves(
            node,
            subgoal,
            state,
            depth < deepest ? (one) => movesTowards(one, state, depth + 1) : () => [],
          )
        : answerMoves(node, subgoal, state)
    }
    case 'drop':
      return [without(chart, state.entriesOf(subgoal.entryKind)[subgoal.at] as string)]
    case 'move':
      return [0, 30, 100, 400, 1000].map((back) =>
        onDay(
          chart,
          state.entriesOf(subgoal.entryKind)[subgoal.at] as string,
          exactly(asOf - back - random.intBelow(14)),
        ),
      )
    case 'add':
      return depth < deepest ? [added(subgoal, state, depth)] : []
    default:
      return []
  }
}

/** One more entry, filled in until it is as wished or nothing more can be done. */
function added({ entryKind, such }: Extract<Subgoal, { kind: 'add' }>, state: SearchState, depth: number): Chart {
  const here = state.chart()
  const { entry } = state.plan.layout.entryKinds[entryKind] as (typeof state.plan.layout.entryKinds)[number]
  const back = state.random.oneOf([0, 20, 100, 200, 500])
  const { chart, id } = withEntry(here, entry, exactly(state.asOf - back))
  let now = chart
  for (let tries = 0; tries < 60; tries++) {
    state.look(now)
    const open = such.map((one): Subgoal => ({ ...one, at: state.positionOf(id) })).filter((one) => !isMet(one, state))
    if (open.length === 0) break
    const ways = movesTowards(state.random.oneOf(open), state, depth + 1)
    if (ways.length > 0) now = state.random.oneOf(ways)
  }
  state.look(here)
  return now
}
