import {
  type Condition,
  childrenOf,
  conditionsOf,
  type DateTerm,
  type Day,
  type Decision,
  memoiseWeak,
  type NumberTerm,
} from '@facialis/language'
import { never, type ResolvedChart } from '../chart/resolved-chart.ts'
import { shuttingOf } from '../told/shutting.ts'
import { openWorld, standsAs } from '../world/open-world.ts'
import type { World } from '../world/world.ts'

type Node = Condition | DateTerm | NumberTerm

/** Whether the passing of time alone can turn a condition, itself or through a decision it asks. */
export const turnsWithTime: (node: Node) => boolean = memoiseWeak(
  (node) => turnsItself(node) || childrenOf(node).some(turnsWithTime),
)

function turnsItself(node: Node): boolean {
  switch (node.kind) {
    case 'compare':
    case 'years-between':
    case 'days-between':
      return mentionsToday(node)
    case 'is':
    case 'has':
    case 'unanswered':
      // What grows too old is one day not known any more.
      return node.fact.goodFor !== null || node.fact.askedAt === 'session'
    case 'decided':
      return decisionTurns(node.decision)
    default:
      return false
  }
}

/** The same of a decision. */
function decisionTurns(decision: Decision): boolean {
  const behind = decision.body.kind === 'gate' ? decision.body.behind : null
  return conditionsOf(decision).some(turnsWithTime) || (behind !== null && decisionTurns(behind))
}

/** The same of what is measured: a date may be counted from the day itself. */
export const movesWithTime = memoiseWeak(
  (term: DateTerm | NumberTerm): boolean => mentionsToday(term) || turnsWithTime(term),
)

const mentionsToday = (node: Node): boolean => node.kind === 'as-of' || childrenOf(node).some(mentionsToday)

/**
 * The same person on other days. A chart stands the same until something in it ages or a date that reached past the
 * day comes to its end; until then only the day is changed.
 */
export function daysFrom(resolved: ResolvedChart, again: (day: Day) => ResolvedChart): (day: Day) => World {
  const standsUntil = resolved.horizon.next
  const stands = standsAs(resolved)
  return (day) =>
    day < standsUntil
      ? openWorld({ ...resolved, asOf: day, horizon: { next: standsUntil } }, stands)
      : openWorld(again(day))
}

/** How many days on which something might change are looked at. */
const mostDaysLookedAt = 120

type Search = (from: Day, at: (day: Day) => World, isSo: (world: World) => boolean) => Day | null

type Looked = Readonly<{
  isFound: boolean
  /** Where it was not found: the first day that was not looked at; `never` where there is none. */
  day: Day
}>

export const lookedFor = (...[from, at, isSo]: Parameters<Search>): Looked => {
  let day = from
  for (let many = 0; many < mostDaysLookedAt && day !== never; many++) {
    const world = at(day)
    if (isSo(world)) return { isFound: true, day }
    day = world.horizon.next
  }
  return { isFound: false, day }
}

/** The first day, from this one on, on which something is so with no new fact; null when none was found. */
export const firstDay: Search = (...asked) => {
  const { isFound, day } = lookedFor(...asked)
  return isFound ? day : null
}

/** Whether waiting could make a shut gate bolder: everything that shuts it turns with time. */
export function canOpenByItself(decision: Decision, world: World): boolean {
  const { body } = decision
  if (body.kind !== 'gate') return false
  if (body.behind && world.answer(body.behind, null) === 'blocked' && !canOpenByItself(body.behind, world)) return false
  return shuttingOf(body, world).every(({ condition }) => turnsWithTime(condition))
}
