import type { Fact, Screen } from '@facialis/language'
import { dictionaryOf } from '../dictionary.ts'
import { valuesWorthTrying } from '../domain.ts'
import { onceFor } from '../once-for.ts'
import type { Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import type { Counted, Standing, World } from '../world.ts'
import { levelsOf } from './levels.ts'

/** An unanswered fact, a member of an unanswered set, or a list not yet asked. */
export type Variable = Readonly<{
  level: number
  /** The id it is reported under. */
  fact: string
  /** Null for a list. */
  unanswered: Readonly<{ fact: Fact; scope: Counted | null }> | null
  cost: number
  /** What it could be; in a diagram one more branch follows, for staying unknown. */
  values: readonly Standing[]
  /** Place in the order in which things are written in the pathway: lists first, then facts, then fields of entries. */
  rank: number
}>

export type Variables = Readonly<{
  at: (level: number) => Variable
  /** Of a fact about the person, or of a field of the entry at this row. */
  ofPlace: (place: Place, row: number) => Variable
  ofMember: (set: Variable, member: number) => Variable
  ofScreen: (screen: Screen) => Variable
}>

export function variablesOf(plan: Plan, world: World): Variables {
  const levels = levelsOf(plan)
  const ranks = ranksOf(plan)
  const byLevel = new Map<number, Variable>()
  const begins: number[] = []
  let next = levels.personCount
  for (const [room, { entry }] of plan.layout.rooms.entries()) {
    begins.push(next)
    next += (world.entries.get(entry.id)?.length ?? 0) * (levels.fieldCounts[room] as number)
  }
  const once = (level: number, make: () => Omit<Variable, 'level'>): Variable => {
    const known = byLevel.get(level)
    if (known) return known
    const variable = { level, ...make() }
    byLevel.set(level, variable)
    return variable
  }
  const entryAt = (room: number, row: number): Counted =>
    world.entries.get((plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).entry.id)?.[row] as Counted

  const positionIn = (place: Place, room: number): number =>
    (plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).row.places.indexOf(place)

  return {
    at: (level) => byLevel.get(level) as Variable,
    ofPlace: (place, row) => {
      const { room, fact } = place
      const begin = room === null ? 0 : (begins[room] as number) + row * (levels.fieldCounts[room] as number)
      return once(begin + levels.at(place), () => ({
        fact: fact.id,
        unanswered: { fact, scope: room === null ? null : entryAt(room, row) },
        cost: fact.cost,
        values: valuesWorthTrying(fact, world),
        rank: room === null ? ranks.person(place) : ranks.size + begin + positionIn(place, room),
      }))
    },
    ofMember: (set, member) =>
      // A set is one question whose answer says of every member whether it is in: the members cost nothing more.
      once(set.level + 1 + member, () => ({
        ...set,
        cost: 0,
        values: [isIn, isOut],
        rank: set.rank + (1 + member) / 1000,
      })),
    ofScreen: (screen) =>
      once(levels.screen(screen), () => ({
        fact: `screen.${screen.id}`,
        unanswered: null,
        cost: screen.cost,
        values: [saysNo],
        rank: ranks.screen(screen),
      })),
  }
}

export const saysNo: Standing = { known: true, value: { word: 'no' }, date: null, provenance: { source: 'assumed' } }
const isIn: Standing = { ...saysNo, value: { word: 'yes' } }
const isOut: Standing = saysNo

type Ranks = Readonly<{ person: (place: Place) => number; screen: (screen: Screen) => number; size: number }>

/** Each list stands before the first of its facts. */
const ranksOf = onceFor(({ pathway, layout }: Plan): Ranks => {
  const { screensOf } = dictionaryOf(pathway)
  const places = new Map<Place, number>()
  const screens = new Map<string, number>()
  let size = 0
  for (const fact of new Set([...pathway.screens.flatMap((screen) => screen.facts), ...pathway.facts])) {
    for (const { id } of screensOf(fact)) if (!screens.has(id)) screens.set(id, size++)
    places.set(layout.placeOf(fact), size++)
  }
  return {
    person: (place) => places.get(place) as number,
    screen: ({ id }) => screens.get(id) as number,
    size,
  }
})
