import { boldnessOf, type Fact } from '@facialis/language'
import type { Diagram } from './diagram-manager.ts'
import type { Move } from './outcome-changes.ts'
import type { StateSpace } from './state-space.ts'
import { type State, smallestState } from './states.ts'

/** One thing changes, all else stays: what the answer was and what it becomes. */
export type Change = Readonly<{ variable: number; from: number; to: number; before: string; after: string }>
export type Violation = Readonly<{ state: State; change: Change }>

/** How bold each answer of a decision is. */
function boldnessIn({ plan }: StateSpace, decision: number): readonly number[] {
  const planned = plan.decisions[decision]
  if (!planned?.decision.boldness) throw new Error(`The answers of ${planned?.decision.id} have no order.`)
  const { decision: asked } = planned
  return asked.answers.map((answer) => boldnessOf(asked, answer))
}

/**
 * Checks monotonicity by comparing cofactors. For each move that makes the answer less bold somewhere, the smallest such state.
 * @param among diagram that is 1 where both ends of the move may lie
 */
export function* monotonicityViolations(
  space: StateSpace,
  decision: number,
  variable: number,
  moves: readonly Move[],
  among: Diagram,
): Generator<Violation> {
  const { d, plan } = space
  const root = space.decision(decision)
  const bold = boldnessIn(space, decision)
  for (const [from, to] of moves) {
    const [before, after] = [d.restrict(root, variable, from), d.restrict(root, variable, to)]
    if (before === after) continue
    const falls = d.apply(before, after, {
      name: `falls ${decision}`,
      of: (a, b) => ((bold[a] as number) > (bold[b] as number) ? 1 : 0),
    })
    const possible = d.apply(d.restrict(among, variable, from), d.restrict(among, variable, to), both)
    const state = smallestState(space, d.apply(falls, possible, both), (outcome) => outcome === 1)
    if (!state) continue
    const answers = (plan.decisions[decision] as (typeof plan.decisions)[number]).decision.answers
    const answerAt = (diagram: Diagram): string => answers[outcomeIn(space, diagram, state)] as string
    yield { state, change: { variable, from, to, before: answerAt(before), after: answerAt(after) } }
  }
}

/** What is asked at the chair leaves the standing gate as it is until it is answered. */
export function isAskedLater({ plan }: StateSpace, decision: number): (fact: Fact) => boolean {
  const body = plan.decisions[decision]?.body
  const isStanding = body?.kind === 'gate' && body.behind === null
  return (fact) => isStanding && fact.askedAt === 'session'
}

export const both = { name: 'both', of: (a: number, b: number) => a & b }

/** Where a diagram leads in a state; what the state leaves open makes no difference. */
function outcomeIn({ d }: StateSpace, root: Diagram, state: State): number {
  let at = root
  for (const { coordinate, value } of state) at = d.restrict(at, coordinate.variable, value)
  while (d.valueOf(at) === null) at = d.childrenOf(at)[0] as Diagram
  return d.valueOf(at) as number
}
