import type { Asking, Chart, Day } from '@facialis/language'
import { sortDay } from '../chart/statements.ts'
import { fillerOf } from '../plan/fill.ts'
import { type NodeEvaluator, nodeEvaluator } from '../plan/node-evaluator.ts'
import type { Plan } from '../plan/plan.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import type { Random } from './random.ts'

/** The state of a search: the current chart, and a plan's evaluation of it. */
export type SearchState = Readonly<{
  plan: Plan
  asOf: Day
  random: Random
  asked: NodeEvaluator
  look: (chart: Chart) => void
  chart: () => Chart
  /** The entries of a kind as they stand in the sheet, latest first. */
  entriesOf: (entryKind: number) => readonly string[]
  /** The position of an entry among those of its kind; -1 for none, or where it does not count. */
  positionOf: (entry: string | null) => number
  /** What has been worked out about the chart looked at. */
  distances: Map<number, number>
}>

export const searchState = (plan: Plan, asking: Asking, random: Random): SearchState =>
  searchStates(plan, nodeEvaluator(plan))(asking, random)

/** People of one plan on whatever day, one after the other: whoever is looked at last is asked. */
function searchStates(plan: Plan, asked: NodeEvaluator): (asking: Asking, random: Random) => SearchState {
  const fill = fillerOf(plan)
  return (asking, random) => createState(plan, { asking, random, fill, asked })
}

type Context = Readonly<{ asking: Asking; random: Random; fill: ReturnType<typeof fillerOf>; asked: NodeEvaluator }>

function createState(plan: Plan, { asking, random, fill, asked }: Context): SearchState {
  const { asOf } = asking
  const numbers = planParameters(plan, asking)
  const entryKinds = new Map(plan.layout.entryKinds.map(({ entry }, entryKind) => [entry.id, entryKind]))
  const distances = new Map<number, number>()
  let chart: Chart
  let byEntryKind: string[][] = []
  let positions = new Map<string, number>()

  const look = (at: Chart): void => {
    chart = at
    asked.begin(fill(at, asking), numbers)
    distances.clear()
    byEntryKind = plan.layout.entryKinds.map(() => [])
    positions = new Map()
    const latestFirst = at.entries
      .map((record, place) => ({ record, place }))
      .sort((a, b) => sortDay(b.record.date) - sortDay(a.record.date) || b.place - a.place)
    for (const { record } of latestFirst) {
      const ids = byEntryKind[entryKinds.get(record.kind) ?? -1]
      if (ids) positions.set(record.id, ids.push(record.id) - 1)
    }
  }
  return {
    plan,
    asOf,
    random,
    asked,
    look,
    chart: () => chart,
    entriesOf: (entryKind) => byEntryKind[entryKind] as readonly string[],
    positionOf: (entry) => (entry === null ? -1 : (positions.get(entry) ?? -1)),
    distances,
  }
}
