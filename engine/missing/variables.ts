import type { Fact } from '@facialis/language'
import type { ResolvedEntry, ResolvedFact } from '../chart/resolved-chart.ts'
import type { Plan } from '../plan/plan.ts'
import type { World } from '../world/world.ts'
import { type LevelQuestion, levelQuestions } from './level-questions.ts'
import { representativeValues } from './representative-values.ts'

/** What is asked at a level, and of this person. */
export type Variable = LevelQuestion &
  Readonly<{
    level: number
    /** Null for a list. */
    unanswered: Readonly<{ fact: Fact; scope: ResolvedEntry | null }> | null
    /** What it could be; in a diagram one more branch follows, for staying unknown. */
    values: readonly ResolvedFact[]
  }>

/** Of a person, each made when it is first asked for. */
export function variablesOf(plan: Plan, world: World): (level: number) => Variable {
  const asked = levelQuestions(plan)
  const entryAt = (entryKind: number, row: number): ResolvedEntry =>
    world.entries.get((plan.layout.entryKinds[entryKind] as (typeof plan.layout.entryKinds)[number]).entry.id)?.[
      row
    ] as ResolvedEntry
  const make = (level: number): Variable => {
    const question = asked(level)
    if (question.at === null) return { ...question, level, unanswered: null, values: [saysNo] }
    const { place, row } = question.at
    const { entryKind, fact } = place
    const scope = entryKind === null ? null : entryAt(entryKind, row)
    return { ...question, level, unanswered: { fact, scope }, values: representativeValues(fact, world) }
  }
  const made = new Map<number, Variable>()
  return (level) => {
    const before = made.get(level)
    if (before) return before
    const variable = make(level)
    made.set(level, variable)
    return variable
  }
}

export const saysNo: ResolvedFact = {
  known: true,
  value: { word: 'no' },
  date: null,
  provenance: { source: 'assumed' },
}
