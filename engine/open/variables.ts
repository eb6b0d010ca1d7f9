import type { Fact, Screen } from '@facialis/language'
import { valuesWorthTrying } from '../domain.ts'
import type { Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import type { Counted, Standing, World } from '../world.ts'
import { type Asked, askedOf } from './asked.ts'
import { levelsOf } from './levels.ts'

/** What is asked at a level, and of this person. */
export type Variable = Asked &
  Readonly<{
    level: number
    /** Null for a list. */
    unanswered: Readonly<{ fact: Fact; scope: Counted | null }> | null
    /** What it could be; in a diagram one more branch follows, for staying unknown. */
    values: readonly Standing[]
  }>

export type Variables = Readonly<{
  at: (level: number) => Variable
  /** Of a fact about the person, or of a field of the entry at this row. */
  ofPlace: (place: Place, row: number) => Variable
  ofScreen: (screen: Screen) => Variable
}>

export function variablesOf(plan: Plan, world: World): Variables {
  const levels = levelsOf(plan)
  const asked = askedOf(plan)
  const byLevel = new Map<number, Variable>()
  const once = (level: number, make: () => Pick<Variable, 'unanswered' | 'values'>): Variable => {
    const known = byLevel.get(level)
    if (known) return known
    const variable = { level, ...asked(level), ...make() }
    byLevel.set(level, variable)
    return variable
  }
  const entryAt = (room: number, row: number): Counted =>
    world.entries.get((plan.layout.rooms[room] as (typeof plan.layout.rooms)[number]).entry.id)?.[row] as Counted

  return {
    at: (level) => byLevel.get(level) as Variable,
    ofPlace: (place, row) => {
      const { room, fact } = place
      return once(levels.at(place, row), () => ({
        unanswered: { fact, scope: room === null ? null : entryAt(room, row) },
        values: valuesWorthTrying(fact, world),
      }))
    },
    ofScreen: (screen) => once(levels.screen(screen), () => ({ unanswered: null, values: onlyNo })),
  }
}

export const saysNo: Standing = { known: true, value: { word: 'no' }, date: null, provenance: { source: 'assumed' } }
const onlyNo: readonly Standing[] = [saysNo]
