import type { Day } from '@facialis/language'
import { never } from '../chart/resolved-chart.ts'
import type { World } from '../world/world.ts'
import { type Bearing, bearsOtherwise } from './bearing.ts'
import type { Heard } from './heard.ts'
import { lookedFor } from './time.ts'
import { itemsFrom, restingOf, tellingFrom } from './told-from.ts'

type Asked = Readonly<{
  now: World
  heard: Heard
  bearing: Bearing
  at: (day: Day) => World
  /** Somebody like this one, of whom all that advice says has been asked, and nothing else. */
  allAsked: () => World
}>

/**
 * The first day on which advice would bear otherwise on a person; where too many days might, the first that was not
 * looked at; null when it never will.
 */
export function holdingUntil({ now, heard, bearing, at, allAsked }: Asked): Day | null {
  // What is measured is heard of before other days are asked whether it comes out the same.
  bearing.steps()
  for (const { decision, telling } of bearing.decisions) if (tellingFrom(decision).measures) telling()
  for (const { of, made } of bearing.collections) if (itemsFrom(of.items).measures) made()
  // Of every comparison the clock hears when it could turn, also of those that no answer rests on as it is.
  restingOf(now.pathway)
  now.comparedToday()
  const from = (day: Day) =>
    lookedFor(day, at, (then) => {
      const turned = heard.turnedBy(then)
      return turned !== 'nothing' && bearsOtherwise(bearing, then, turned)
    })
  const { isFound, day } = from(now.horizon.next)
  // Only so many days are looked at: they are counted from the first on which something that is said could turn.
  const last = isFound || day === never ? day : from(allAsked().horizon.next).day
  return last === never ? null : last
}
