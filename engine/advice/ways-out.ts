import { type Because, type Day, formatDay } from '@facialis/language'
import { allBlockers, type Blocker, type Gate } from '../explain/blockers.ts'
import type { Diagrams } from '../missing/diagrams.ts'
import { cheapestPath } from '../missing/missing.ts'
import { firstDayWhere, isTimeDependent } from '../validity/time-dependence.ts'
import type { World } from '../world/world.ts'

type Context = Readonly<{ world: World; diagrams: Diagrams; at: (day: Day) => World }>
type WayOut = Pick<Because, 'waitsFor' | 'until'>

/** Tells of each reason that shuts a gate what could be answered to take it away and, where nothing can, until when it stands. */
export function waysOut({ world, diagrams, at }: Context) {
  // A gate and the one in front of it are shut by the same things: each is asked about once.
  const known = new Map<Blocker['condition'], WayOut>()
  const wayOut = (shut: Blocker): WayOut => {
    const before = known.get(shut.condition)
    if (before) return before
    const { condition, opensAt } = shut
    const waitsFor = cheapestPath(diagrams.ofCondition(condition), 1 << (opensAt === 'yes' ? 2 : 0), diagrams)
    const until =
      waitsFor.length === 0 && isTimeDependent(condition)
        ? firstDayWhere(world.asOf, at, (then) => then.truth(condition, null) === opensAt)
        : null
    const way = { waitsFor, ...(until !== null && { until: formatDay(until) }) }
    known.set(condition, way)
    return way
  }
  return (reasons: readonly Because[], gate: Gate): readonly Because[] => {
    const shutting = allBlockers(gate, world)
    return reasons.map((reason) => {
      const shut = shutting.find(({ rule }) => rule === reason.rule)
      return shut ? { ...reason, shuts: true, ...wayOut(shut) } : reason
    })
  }
}
