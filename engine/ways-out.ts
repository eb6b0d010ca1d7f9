import { type Because, type Condition, type Day, formatDay, type Truth } from '@facialis/language'
import type { Diagrams } from './diagram.ts'
import { cheapest } from './missing.ts'
import { type Gate, shuttingOf } from './shutting.ts'
import { turnsWithTime } from './time.ts'
import { mostDaysLookedAt, never, type World } from './world.ts'

type Asked = Readonly<{ world: World; diagrams: Diagrams; at: (day: Day) => World }>

/** The reasons for a gate's answer; each that shuts it says so, what could be answered to take it away, and until when it stands. */
export function withWaysOut(reasons: readonly Because[], gate: Gate, asked: Asked): readonly Because[] {
  const { world, diagrams } = asked
  const behind = gate.behind?.body.kind === 'gate' ? shuttingOf(gate.behind.body, world) : []
  const shutting = [...behind, ...shuttingOf(gate, world)]
  return reasons.map((reason) => {
    const shut = shutting.find(({ rule }) => rule === reason.rule)
    if (!shut) return reason
    const waitsFor = cheapest(diagrams.ofCondition(shut.condition), (value) => value === shut.opensAt, diagrams)
    const until = waitsFor.length === 0 ? goneOn(shut.condition, shut.opensAt, asked) : null
    return { ...reason, shuts: true, waitsFor, ...(until !== null && { until: formatDay(until) }) }
  })
}

/** The first day on which time alone has taken it away; null when it never does. */
function goneOn(condition: Condition, opensAt: Truth, { world, at }: Asked): Day | null {
  if (!turnsWithTime(condition)) return null
  let day = world.asOf
  for (let looked = 0; looked < mostDaysLookedAt; looked++) {
    const then = at(day)
    if (then.truth(condition, null) === opensAt) return day
    if (then.clock.next === never) return null
    day = then.clock.next
  }
  return null
}
