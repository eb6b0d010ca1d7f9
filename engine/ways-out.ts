import type { Because } from '@facialis/language'
import type { Diagrams } from './diagram.ts'
import { cheapest } from './missing.ts'
import { type Gate, shuttingOf } from './shutting.ts'
import type { World } from './world.ts'

/** The reasons for a gate's answer; each that shuts it says so, and what could be answered to take it away. */
export function withWaysOut(
  reasons: readonly Because[],
  gate: Gate,
  world: World,
  diagrams: Diagrams,
): readonly Because[] {
  const behind = gate.behind?.body.kind === 'gate' ? shuttingOf(gate.behind.body, world) : []
  const shutting = [...behind, ...shuttingOf(gate, world)]
  return reasons.map((reason) => {
    const shut = shutting.find(({ rule }) => rule === reason.rule)
    if (!shut) return reason
    const waitsFor = cheapest(diagrams.ofCondition(shut.condition), (value) => value === shut.opensAt, diagrams)
    return { ...reason, shuts: true, waitsFor }
  })
}
