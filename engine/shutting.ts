import type { Condition, Decision } from '@facialis/language'
import type { World } from './world.ts'

export type Gate = Extract<Decision['body'], { kind: 'gate' }>

/**
 * What shuts a gate by itself: needs that are not yes, blocking limits that are not ruled out, and at the session
 * whatever of the list at the chair is unanswered. What shuts the gate behind it is asked of that one.
 */
export function shuttingOf(gate: Gate, world: World): readonly Readonly<{ id: string; condition: Condition }>[] {
  const needs = gate.needs
    .filter((need) => world.truth(need.needs, null) !== 'yes')
    .map((need) => ({ id: need.id, condition: need.needs }))
  const limits = gate.limits.flatMap(({ id, when, effect, atChair }) => {
    const truth = world.truth(when, null)
    if (truth === 'unknown' && atChair) return gate.behind === null ? [] : [{ id: `unanswered ${id}`, condition: when }]
    return truth !== 'no' && effect === 'block' ? [{ id, condition: when }] : []
  })
  return [...needs, ...limits]
}
