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
import { blockersOf } from '../explain/blockers.ts'
import { chartSnapshot, createWorld } from '../world/create-world.ts'
import type { World } from '../world/world.ts'

type Node = Condition | DateTerm | NumberTerm

/** Whether time alone can change a condition, directly or through a decision it refers to. */
export const isTimeDependent: (node: Node) => boolean = memoiseWeak(
  (node) => isTimeDependentItself(node) || childrenOf(node).some(isTimeDependent),
)

function isTimeDependentItself(node: Node): boolean {
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
      return isDecisionTimeDependent(node.decision)
    default:
      return false
  }
}

/** The same of a decision. */
function isDecisionTimeDependent(decision: Decision): boolean {
  const behind = decision.body.kind === 'gate' ? decision.body.behind : null
  return conditionsOf(decision).some(isTimeDependent) || (behind !== null && isDecisionTimeDependent(behind))
}

/** The same for a number or date, which may also be counted from the day asked for. */
export const isTermTimeDependent = memoiseWeak(
  (term: DateTerm | NumberTerm): boolean => mentionsToday(term) || isTimeDependent(term),
)

const mentionsToday = (node: Node): boolean => node.kind === 'as-of' || childrenOf(node).some(mentionsToday)

/**
 * The same chart on other days. It is resolved again only from its change horizon on, and once: the same days are asked for by
 * each gate that may open, by each reason that may pass and by how long all of it holds.
 */
export function worldsByDay(resolved: ResolvedChart, again: (day: Day) => ResolvedChart): (day: Day) => World {
  const standing = (chart: ResolvedChart) => ({ chart, until: chart.horizon.next, snapshot: chartSnapshot(chart) })
  const charts = [standing(resolved)]
  const standingOn = (day: Day) => {
    const known = charts.findLast(({ chart, until }) => chart.asOf <= day && day < until)
    if (known) return known
    const made = standing(again(day))
    charts.push(made)
    return made
  }
  return (day) => {
    const { chart, until, snapshot } = standingOn(day)
    return createWorld({ ...chart, asOf: day, horizon: { next: until } }, snapshot)
  }
}

/** How many candidate days are tried. */
const maxDaysSearched = 120

type Search = (from: Day, at: (day: Day) => World, isSo: (world: World) => boolean) => Day | null

type Looked = Readonly<{
  isFound: boolean
  /** Where it was not found: the first day that was not looked at; `never` where there is none. */
  day: Day
}>

export const searchDays = (...[from, at, isSo]: Parameters<Search>): Looked => {
  let day = from
  for (let many = 0; many < maxDaysSearched && day !== never; many++) {
    const world = at(day)
    if (isSo(world)) return { isFound: true, day }
    day = world.horizon.next
  }
  return { isFound: false, day }
}

/** The first day, from this one on, on which something is so with no new fact; null when none was found. */
export const firstDayWhere: Search = (...asked) => {
  const { isFound, day } = searchDays(...asked)
  return isFound ? day : null
}

/** Whether waiting could make a shut gate bolder: everything that shuts it turns with time. */
export function canOpenByItself(decision: Decision, world: World): boolean {
  const { body } = decision
  if (body.kind !== 'gate') return false
  if (body.behind && world.answer(body.behind, null) === 'blocked' && !canOpenByItself(body.behind, world)) return false
  return blockersOf(body, world).every(({ condition }) => isTimeDependent(condition))
}
