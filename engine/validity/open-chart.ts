import type { Asking, Chart, Day, Pathway, Span } from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import type { ResolvedChart } from '../chart/resolved-chart.ts'
import { internPolicy } from '../ground/intern-policy.ts'
import type { World } from '../world/world.ts'
import { worldsByDay } from './time-dependence.ts'

/** A chart resolved for the day asked for, and the same facts evaluated on other days. */
export type OpenChart = Readonly<{
  pathway: Pathway
  chart: Chart
  asking: Asking
  resolved: ResolvedChart
  now: World
  /** Nothing has been asked of it yet. */
  at: (day: Day) => World
}>

export function openChart(pathway: Pathway, chart: Chart, asked: Asking): OpenChart {
  // Parts are read later: by the numbers as they are now.
  const asking = { ...asked, policy: internPolicy(asked.policy) }
  // Later days are asked with what is known today: a statement dated ahead is a new fact when its day comes.
  const today = knownOn(chart, asking.asOf)
  const resolved = resolve(pathway, chart, asking)
  const at = worldsByDay(today === chart ? resolved : resolve(pathway, today, asking), (day) =>
    resolve(pathway, today, { ...asking, asOf: day }),
  )
  return { pathway, chart, asking, resolved, now: at(asking.asOf), at }
}

/** The chart without what is dated wholly after the day; the chart itself when nothing is. */
function knownOn(chart: Chart, day: Day): Chart {
  const known = ({ date }: Readonly<{ date: Span | null }>): boolean => date === null || date.lo <= day
  if ([chart.observations, chart.screens, chart.entries].every((list) => list.every(known))) return chart
  return {
    observations: chart.observations.filter(known),
    screens: chart.screens.filter(known),
    entries: chart.entries.filter(known),
  }
}
