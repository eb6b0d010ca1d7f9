import type { Asking, Chart, Day } from '@facialis/language'
import { sortDay } from '../chart/statements.ts'
import { fillerOf } from '../plan/fill.ts'
import { type NodeEvaluator, nodeEvaluator } from '../plan/node-evaluator.ts'
import type { Plan } from '../plan/plan.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import type { Chance } from './chance.ts'

/** Somebody made up, looked at through a plan: what it says of the chart that was looked at last. */
export type Scene = Readonly<{
  plan: Plan
  asOf: Day
  chance: Chance
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

export const sceneOf = (plan: Plan, asking: Asking, chance: Chance): Scene =>
  scenesOf(plan, nodeEvaluator(plan))(asking, chance)

/** People of one plan on whatever day, one after the other: whoever is looked at last is asked. */
function scenesOf(plan: Plan, asked: NodeEvaluator): (asking: Asking, chance: Chance) => Scene {
  const fill = fillerOf(plan)
  return (asking, chance) => scene(plan, { asking, chance, fill, asked })
}

type Context = Readonly<{ asking: Asking; chance: Chance; fill: ReturnType<typeof fillerOf>; asked: NodeEvaluator }>

function scene(plan: Plan, { asking, chance, fill, asked }: Context): Scene {
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
      const entryKind = byEntryKind[entryKinds.get(record.kind) ?? -1]
      if (entryKind) positions.set(record.id, entryKind.push(record.id) - 1)
    }
  }
  return {
    plan,
    asOf,
    chance,
    asked,
    look,
    chart: () => chart,
    entriesOf: (entryKind) => byEntryKind[entryKind] as readonly string[],
    positionOf: (entry) => (entry === null ? -1 : (positions.get(entry) ?? -1)),
    distances,
  }
}
