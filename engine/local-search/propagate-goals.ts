import type { Goal } from './goal.ts'
import type { SearchState } from './search-state.ts'
import { optionsOf, type Subgoal } from './subgoals.ts'

type About = Extract<Goal, { kind: 'truth' | 'answer' }>
const isAbout = (goal: Goal): goal is About => goal.kind === 'truth' || goal.kind === 'answer'

/**
 * Unit propagation: replaces a goal by its subgoals as long as only one alternative is consistent with the others. Without it
 * "signed" and "not (signed and open)" would undo each other's moves for ever. Null when two goals contradict.
 *
 * The person looked at has the entries that are named in the wishes.
 */
export function propagateGoals(goals: readonly Goal[], state: SearchState): readonly Goal[] | null {
  const settled = new Map<string, About>()
  const apart = new Set<string>()
  const waiting = goals.filter(isAbout)
  do {
    for (let goal = waiting.pop(); goal; goal = waiting.pop()) {
      const key = keyOf(goal)
      const before = settled.get(key)
      const as = before ? before.as & goal.as : goal.as
      if (as === 0) return null
      if (before?.as === as) continue
      settled.set(key, { ...goal, as })
      apart.delete(key)
    }
    for (const [key, goal] of settled) {
      if (apart.has(key)) continue
      const ways = waysOf(goal, settled, state)
      if (ways?.length === 0) return null
      if (ways?.length !== 1) continue
      apart.add(key)
      waiting.push(...(ways[0] as readonly About[]))
    }
  } while (waiting.length > 0)
  const left = [...settled].flatMap(([key, goal]) => (apart.has(key) ? [] : [goal]))
  return [...left, ...goals.filter((goal) => !isAbout(goal))]
}

const keyOf = (goal: About): string => `${goal.kind} ${goal.kind === 'truth' ? goal.node : goal.decision} ${goal.entry}`

/** How far a way is followed to see whether it contradicts something. */
const deepest = 5

/** The alternatives of a goal that do not contradict a settled goal; null where it depends on entries or is changed in one step. */
function waysOf(
  goal: About,
  settled: ReadonlyMap<string, About>,
  state: SearchState,
  depth = 0,
): readonly (readonly About[])[] | null {
  if (depth > deepest || dependsOnEntries(goal, state)) return null
  const options = optionsOf({ ...goal, at: state.positionOf(goal.entry) } as Subgoal, state)
  if (options === null) return null
  const isPossible = (one: About): boolean => {
    const before = settled.get(keyOf(one))
    if (before && (before.as & one.as) === 0) return false
    return (before && (before.as & ~one.as) === 0) || waysOf(one, settled, state, depth + 1)?.length !== 0
  }
  return options.map((all) => all.map((subgoal) => asGoal(subgoal, goal.entry))).filter((all) => all.every(isPossible))
}

function dependsOnEntries(goal: About, { plan }: SearchState): boolean {
  if (goal.kind === 'answer') return plan.decisions[goal.decision]?.body.kind === 'fold'
  const { op } = plan.nodes[goal.node] as (typeof plan.nodes)[number]
  return op === 'some' || op === 'recent'
}

function asGoal(subgoal: Subgoal, entry: string | null): About {
  if (subgoal.kind !== 'truth' && subgoal.kind !== 'answer') throw new Error(`${subgoal.kind} depends on entries.`)
  const { at, ...goal } = subgoal
  return { ...goal, entry: at < 0 ? null : entry }
}
