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
  /** Whether more days were looked at than advice that is compared as a whole calls for. */
  let isFiner = false
  const search = (from: Day, changesIn: TrackedWorld['changesIn']) =>
    searchDays(from, at, (then) => {
      const stands = then.horizon.next
      const turned = changesIn(then)
      if (then.facts !== now.facts && then.horizon.next < stands) isFiner = true
      return turned !== 'nothing' && advicePartsDiffer(bearing, then, turned)
    })
  // Only so many days are looked at: where they are used up, those are counted on which something that is said could turn.
  const from = (day: Day) => {
    const looked = search(day, heard.changesIn)
    return isUsedUp(looked) && isFiner ? search(day, heard.changesInWhole) : looked
  }
  let looked = from(now.horizon.next)
  if (isUsedUp(looked)) {
    const first = allAsked().horizon.next
    if (first !== now.horizon.next) looked = from(first)
  }
  return looked.day === never ? null : looked.day
}

const isUsedUp = ({ isFound, day }: ReturnType<typeof searchDays>): boolean => !isFound && day !== never
