import type { DateTerm, Day, NumberTerm } from '@facialis/language'
import type { ResolvedEntry } from '../chart/resolved-chart.ts'
import { lazy } from '../ground/lazy-properties.ts'
import type { Measured } from '../plan/measured.ts'
import type { NodeIndex } from '../plan/plan.ts'
import type { ComparisonOutcomes, World } from '../world/world.ts'
import { isToldAlike } from './is-told-alike.ts'
import { isTermTimeDependent } from './time-dependence.ts'

/**
 * Dependency tracking: a world that records every read of a number or date. Whatever was computed from it is the same on any
 * other day on which the chart is told alike, and all recorded reads and all comparisons have the same outcome; where the
 * resolved chart is the same, those that time can change.
 */
export type TrackedWorld = Readonly<{
  world: World
  changesIn: (then: World) => Changes
  /** The same, where another resolved chart may always differ in anything. */
  changesInWhole: (then: World) => Changes
}>

/** What may differ on another day on which the chart is told alike. */
export type Turned = Readonly<{
  /** The comparisons that come out otherwise. Where none does, dates and numbers that are told may differ alone. */
  turned: ReadonlySet<NodeIndex>
  isSameChart: boolean
}>
export type Changes = 'nothing' | 'anything' | Turned

type Asked = DateTerm | NumberTerm | Day

export function trackReads(now: World): TrackedWorld {
  const checks: Check[] = []
  const recorded = new Map<ResolvedEntry | null, Set<Asked>>()
  const record = (asked: Asked, scope: ResolvedEntry | null, check: Check): void => {
    let inScope = recorded.get(scope)
    if (inScope === undefined) {
      inScope = new Set()
      recorded.set(scope, inScope)
    }
    if (inScope.has(asked)) return
    inScope.add(asked)
    checks.push(check)
  }
  const recordTerm = (term: DateTerm | NumberTerm, scope: ResolvedEntry | null, isSame: Check['isSame']): void =>
    record(term, scope, { isTimeDependent: isTermTimeDependent(term), isSame })
  const world: World = {
    ...now,
    measured: (term, scope) => {
      const value = now.measured(term, scope)
      recordTerm(term, scope, (then) => isSameMeasure(then.measured(term, scope), value))
      return value
    },
    written: (term, scope) => {
      const value = now.written(term, scope)
      recordTerm(term, scope, (then) => isSameMeasure(then.written(term, scope), value))
      return value
    },
    isAfter: (day) => {
      const isPast = now.isAfter(day)
      record(day, null, { isTimeDependent: true, isSame: (then) => then.isAfter(day) === isPast })
      return isPast
    },
  }
  const mentioningTheDay = lazy(() => now.timeDependentComparisons())
  const every = lazy(() => now.comparisons())
  // Facts and entries are resolved together, so that one tells of both.
  const isSameChart = (then: World): boolean => then.facts === now.facts
  /** Entries of another resolution are others, so that what was measured of one cannot be asked of it again. */
  const isOfPersonOnly = (): boolean => recorded.keys().every((scope) => scope === null)
  const inTheSame = (then: World): Changes => {
    const turned = turnedAmong(mentioningTheDay(), then.timeDependentComparisons())
    const isSame = turned.size === 0 && checks.every((one) => !one.isTimeDependent || one.isSame(then))
    return isSame ? 'nothing' : { turned, isSameChart: true }
  }
  const inAnother = (then: World): Changes => {
    if (!isOfPersonOnly() || !isToldAlike(now, then)) return 'anything'
    const turned = turnedAmong(every(), then.comparisons())
    return turned.size === 0 && checks.every((one) => one.isSame(then)) ? 'nothing' : { turned, isSameChart: false }
  }
  return {
    world,
    changesIn: (then) => (isSameChart(then) ? inTheSame(then) : inAnother(then)),
    changesInWhole: (then) => (isSameChart(then) ? inTheSame(then) : 'anything'),
  }
}

const turnedAmong = ({ nodes, truths }: ComparisonOutcomes, then: ComparisonOutcomes): ReadonlySet<NodeIndex> =>
  new Set(nodes.filter((_, i) => truths[i] !== then.truths[i]))

type Check = Readonly<{ isTimeDependent: boolean; isSame: (then: World) => boolean }>

const isSameMeasure = (one: Measured, other: Measured): boolean =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.lo === other.lo && one.hi === other.hi
