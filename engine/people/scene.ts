import type { Asking, Chart, Day } from '@facialis/language'
import { sortDay } from '../chart/statements.ts'
import { type Asked, askedOf } from '../plan/asked.ts'
import { numbersOf } from '../plan/asking-numbers.ts'
import { fillerOf } from '../plan/fill.ts'
import type { Plan } from '../plan/plan.ts'
import type { Chance } from './chance.ts'

/** Somebody made up, looked at through a plan: what it says of the chart that was looked at last. */
export type Scene = Readonly<{
  plan: Plan
  asOf: Day
  chance: Chance
  asked: Asked
  look: (chart: Chart) => void
  chart: () => Chart
  /** The entries of a kind as they stand in the sheet, latest first. */
  entriesOf: (room: number) => readonly string[]
  /** The position of an entry among those of its kind; -1 for none, or where it does not count. */
  positionOf: (entry: string | null) => number
  /** What has been worked out about the chart looked at. */
  distances: Map<number, number>
}>

export const sceneOf = (plan: Plan, asking: Asking, chance: Chance): Scene =>
  scenesOf(plan, askedOf(plan))(asking, chance)

/** People of one plan on whatever day, one after the other: whoever is looked at last is asked. */
function scenesOf(plan: Plan, asked: Asked): (asking: Asking, chance: Chance) => Scene {
  const fill = fillerOf(plan)
  return (asking, chance) => scene(plan, { asking, chance, fill, asked })
}

type Around = Readonly<{ asking: Asking; chance: Chance; fill: ReturnType<typeof fillerOf>; asked: Asked }>

function scene(plan: Plan, { asking, chance, fill, asked }: Around): Scene {
  const { asOf } = asking
  const numbers = numbersOf(plan, asking)
  const rooms = new Map(plan.layout.rooms.map(({ entry }, room) => [entry.id, room]))
  const distances = new Map<number, number>()
  let chart: Chart
  let byRoom: string[][] = []
  let positions = new Map<string, number>()

  const look = (at: Chart): void => {
    chart = at
    asked.begin(fill(at, asking), numbers)
    distances.clear()
    byRoom = plan.layout.rooms.map(() => [])
    positions = new Map()
    const latestFirst = at.entries
      .map((record, place) => ({ record, place }))
      .sort((a, b) => sortDay(b.record.date) - sortDay(a.record.date) || b.place - a.place)
    for (const { record } of latestFirst) {
      const room = byRoom[rooms.get(record.kind) ?? -1]
      if (room) positions.set(record.id, room.push(record.id) - 1)
    }
  }
  return {
    plan,
    asOf,
    chance,
    asked,
    look,
    chart: () => chart,
    entriesOf: (room) => byRoom[room] as readonly string[],
    positionOf: (entry) => (entry === null ? -1 : (positions.get(entry) ?? -1)),
    distances,
  }
}
