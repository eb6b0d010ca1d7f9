import type { Day } from '@facialis/language'
import { never } from '../chart/resolved-chart.ts'
import type { World } from '../world/world.ts'
import { decisionDependencies, dependencyIndexOf, itemDependencies } from './advice-dependencies.ts'
import { type AdviceParts, advicePartsDiffer } from './advice-parts.ts'
import { searchDays } from './time-dependence.ts'
import type { TrackedWorld } from './track-reads.ts'

type Asked = Readonly<{
  now: World
  heard: TrackedWorld
  bearing: AdviceParts
  at: (day: Day) => World
  /** Somebody like this one, of whom all that advice says has been asked, and nothing else. */
  allAsked: () => World
}>

/** The first day on which advice differs; where too many days might, the first that was not tried; null when it never does. */
export function holdsUntil({ now, heard, bearing, at, allAsked }: Asked): Day | null {
  // What is measured is heard of before other days are asked whether it comes out the same.
  bearing.steps()
  for (const { decision, content } of bearing.decisions) if (decisionDependencies(decision).readsTerms) content()
  for (const { of, made } of bearing.collections) if (itemDependencies(of.items).readsTerms) made()
  // Of every comparison the clock hears when it could turn, also of those that no answer rests on as it is.
  dependencyIndexOf(now.pathway)
  now.timeDependentComparisons()
  const from = (day: Day) =>
    searchDays(day, at, (then) => {
      const turned = heard.changesIn(then)
      return turned !== 'nothing' && advicePartsDiffer(bearing, then, turned)
    })
  const { isFound, day } = from(now.horizon.next)
  // Only so many days are looked at: they are counted from the first on which something that is said could turn.
  const last = isFound || day === never ? day : from(allAsked().horizon.next).day
  return last === never ? null : last
}
