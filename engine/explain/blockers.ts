import type { Condition, Decision } from '@facialis/language'
import { memoiseInWorld } from '../world/memoise-in-world.ts'
import type { World } from '../world/world.ts'

export type Gate = Extract<Decision['body'], { kind: 'gate' }>

/** One need or limit that shuts a gate: its name as exceptions cover it, its rule, and the truth at which it opens. */
export type Blocker = Readonly<{ id: string; rule: string; condition: Condition; opensAt: 'yes' | 'no' }>

/**
 * What shuts a gate by itself: needs that are not yes, blocking limits that are not ruled out, and at the session
 * whatever of the list at the chair is unanswered. What shuts the gate behind it is asked of that one.
 */
export const blockersOf = (gate: Gate, world: World): readonly Blocker[] => shuttingIn(world, gate)

// Answers, exceptions and reasons all ask for it.
const shuttingIn = memoiseInWorld((world: World, gate: Gate): readonly Blocker[] => {
  const needs = gate.needs
    .filter((need) => world.truth(need.needs, null) !== 'yes')
    .map((need) => ({ id: need.id, rule: need.id, condition: need.needs, opensAt: 'yes' as const }))
  const limits = gate.limits.flatMap(({ id, when, effect, atChair }) => {
    const truth = world.truth(when, null)
    const shut = { rule: id, condition: when, opensAt: 'no' as const }
    if (truth === 'unknown' && atChair) return gate.behind === null ? [] : [{ id: `unanswered ${id}`, ...shut }]
    return truth !== 'no' && effect === 'block' ? [{ id, ...shut }] : []
  })
  return [...needs, ...limits]
})

/** All that shuts a gate, what shuts the gate behind it first. */
export function allBlockers(gate: Gate, world: World): readonly Blocker[] {
  const behind = gate.behind?.body.kind === 'gate' ? allBlockers(gate.behind.body, world) : []
  return [...behind, ...blockersOf(gate, world)]
}
