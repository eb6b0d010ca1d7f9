import { boldnessOf } from '@facialis/language'
import type { Diagram } from './diagrams.ts'
import type { Move } from './learning.ts'
import type { Space } from './space.ts'
import { type State, smallestState } from './states.ts'

/** One thing changes, all else stays: what the answer was and what it becomes. */
export type Change = Readonly<{ variable: number; from: number; to: number; before: string; after: string }>
export type Fall = Readonly<{ state: State; change: Change }>

/** How bold each answer of a decision is. */
export function boldnessIn({ plan }: Space, decision: number): readonly number[] {
  const planned = plan.decisions[decision]
  if (!planned?.decision.boldness) throw new Error(`The answers of ${planned?.decision.id} have no order.`)
  const { decision: asked } = planned
  return asked.answers.map((answer) => boldnessOf(asked, answer))
}

/**
 * The first state in which one of these moves makes the answer less bold; null when there is none.
 * @param among diagram that is 1 where both ends of the move may lie
 */
export function firstFall(
  space: Space,
  decision: number,
  variable: number,
  moves: readonly Move[],
  among: Diagram,
): Fall | null {
  const { d, plan } = space
  const root = space.decision(decision)
  const bold = boldnessIn(space, decision)
  for (const [from, to] of moves) {
    const [before, after] = [d.given(root, variable, from), d.given(root, variable, to)]
    if (before === after) continue
    const falls = d.join(before, after, {
      name: `falls ${decision}`,
      of: (a, b) => ((bold[a] as number) > (bold[b] as number) ? 1 : 0),
    })
    const possible = d.join(d.given(among, variable, from), d.given(among, variable, to), both)
    const state = smallestState(space, d.join(falls, possible, both), (outcome) => outcome === 1)
    if (!state) continue
    const answers = (plan.decisions[decision] as (typeof plan.decisions)[number]).decision.answers
    const answerAt = (diagram: Diagram): string => answers[outcomeIn(space, diagram, state)] as string
    return { state, change: { variable, from, to, before: answerAt(before), after: answerAt(after) } }
  }
  return null
}

export const both = { name: 'both', of: (a: number, b: number) => a & b }

/** Where a diagram leads in a state; what the state leaves open makes no difference. */
function outcomeIn({ d }: Space, root: Diagram, state: State): number {
  let at = root
  for (const { coordinate, value } of state) at = d.given(at, coordinate.variable, value)
  while (d.valueOf(at) === null) at = d.branchesOf(at)[0] as Diagram
  return d.valueOf(at) as number
}
