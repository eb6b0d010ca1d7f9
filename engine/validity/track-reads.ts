import type { DateTerm, Day, NumberTerm } from '@facialis/language'
import type { ResolvedEntry } from '../chart/resolved-chart.ts'
import type { Measured } from '../plan/measured.ts'
import type { NodeIndex } from '../plan/plan.ts'
import type { ComparisonOutcomes, World } from '../world/world.ts'
import { isTermTimeDependent } from './time-dependence.ts'

/**
 * Dependency tracking: a world that records every time-dependent read. Whatever was computed from it is the same on any other
 * day with the same resolved chart on which all recorded reads and all comparisons have the same outcome.
 */
export type TrackedWorld = Readonly<{ world: World; changesIn: (then: World) => Changes }>

/**
 * What may differ on another day: nothing, anything, or, where the resolved chart is the same, what depends on these
 * comparisons (an empty set where only values counted from the day itself may differ).
 */
export type Changes = 'nothing' | 'anything' | ReadonlySet<NodeIndex>

type Asked = DateTerm | NumberTerm | Day

export function trackReads(now: World): TrackedWorld {
  const checks: ((then: World) => boolean)[] = []
  const recorded = new Map<ResolvedEntry | null, Set<Asked>>()
  const record = (asked: Asked, scope: ResolvedEntry | null, isSame: (then: World) => boolean): void => {
    let inScope = recorded.get(scope)
    if (inScope === undefined) {
      inScope = new Set()
      recorded.set(scope, inScope)
    }
    if (inScope.has(asked)) return
    inScope.add(asked)
    checks.push(isSame)
  }
  const world: World = {
    ...now,
    measured: (term, scope) => {
      const value = now.measured(term, scope)
      if (isTermTimeDependent(term)) record(term, scope, (then) => isSameMeasure(then.measured(term, scope), value))
      return value
    },
    written: (term, scope) => {
      const value = now.written(term, scope)
      if (isTermTimeDependent(term)) record(term, scope, (then) => isSameMeasure(then.written(term, scope), value))
      return value
    },
    isAfter: (day) => {
      const isPast = now.isAfter(day)
      record(day, null, (then) => then.isAfter(day) === isPast)
      return isPast
    },
  }
  let compared: ComparisonOutcomes | null = null
  const changedComparisons = (then: World): ReadonlySet<NodeIndex> => {
    compared ??= now.timeDependentComparisons()
    const { nodes, truths } = compared
    const others = then.timeDependentComparisons()
    return new Set(nodes.filter((_, i) => truths[i] !== others.truths[i]))
  }
  return {
    world,
    changesIn: (then) => {
      // Facts and entries are resolved together, so that one tells of both.
      if (then.facts !== now.facts) return 'anything'
      const turned = changedComparisons(then)
      return turned.size === 0 && checks.every((isSame) => isSame(then)) ? 'nothing' : turned
    },
  }
}

const isSameMeasure = (one: Measured, other: Measured): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.lo === other.lo && one.hi === other.hi
