import { type Asking, type Chart, emptyChart } from '@facialis/language'
import type { Plan } from '../plan/plan.ts'
import type { Goal } from './goal.ts'
import { movesTowards, together } from './moves-towards.ts'
import { propagateGoals } from './propagate-goals.ts'
import { randomFrom } from './random.ts'
import { type SearchState, searchState } from './search-state.ts'
import type { Subgoal } from './subgoals.ts'

export type Search = Readonly<{
  asking: Asking
  /** Somebody to begin with. */
  from?: Chart
  /** How often it begins anew, and how many changes each time. */
  beginnings?: number
  changes?: number
  seed?: number
}>

/**
 * Stochastic local search for a chart that meets all goals. Null when none was found, which does not prove that there is none.
 * Deterministic: the same goals and seed give the same chart.
 */
export function seek(plan: Plan, goals: readonly Goal[], search: Search): Chart | null {
  const { asking, from = emptyChart, beginnings = 4, changes = 400, seed = 1 } = search
  const state = searchState(plan, asking, randomFrom(seed))
  state.look(from)
  const apart = propagateGoals(goals, state)
  if (apart === null) return null
  for (let begun = 0; begun < beginnings; begun++) {
    const found = walk(state, apart, from, changes)
    if (found) return found
  }
  return null
}

const subgoalsOf = (goals: readonly Goal[], state: SearchState): readonly Subgoal[] =>
  goals.flatMap((goal): readonly Subgoal[] => {
    switch (goal.kind) {
      case 'some':
        return [goal]
      case 'every':
        return [...state.entriesOf(goal.entryKind).keys()].map((at) => ({
          kind: 'truth',
          node: goal.node,
          as: goal.as,
          at,
        }))
      case 'truth':
        return [{ kind: 'truth', node: goal.node, as: goal.as, at: state.positionOf(goal.entry) }]
      case 'answer':
        return [{ kind: 'answer', decision: goal.decision, as: goal.as, at: state.positionOf(goal.entry) }]
      default:
        return goal satisfies never
    }
  })

/** Takes the change that leaves least to do; now and then any, so as not to walk in circles. */
function walk(state: SearchState, goals: readonly Goal[], from: Chart, changes: number): Chart | null {
  const { random } = state
  const far = (chart: Chart): number => {
    state.look(chart)
    return together(subgoalsOf(goals, state), state)
  }
  let now = from
  for (let change = 0; change < changes; change++) {
    if (far(now) === 0) return now
    const open = subgoalsOf(goals, state).filter((subgoal) => together([subgoal], state) > 0)
    const ways: Chart[] = []
    for (let tries = 0; tries < 3; tries++) {
      ways.push(...movesTowards(random.oneOf(open), state))
      state.look(now)
    }
    if (ways.length === 0) continue
    if (random.intBelow(12) === 0) now = random.oneOf(ways)
    else {
      const ranked = ways.map((chart) => ({ chart, far: far(chart) }))
      const least = Math.min(...ranked.map((one) => one.far))
      now = random.oneOf(ranked.filter((one) => one.far === least)).chart
    }
  }
  return null
}
