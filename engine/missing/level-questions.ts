import { memoiseWeak } from '@facialis/language'
import { dictionaryOf } from '../ground/dictionary.ts'
import type { Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import { levelsOf } from './levels.ts'

/** The question of one level (variable) of a diagram: an unanswered fact or a screen. The same for every person. */
export type LevelQuestion = Readonly<{
  /** The id it is reported under. */
  fact: string
  cost: number
  /** Place in the order in which things are written in the pathway: lists first, then facts, then fields of entries. */
  rank: number
  /** Where the answer would stand; null for a list. */
  at: Readonly<{ place: Place; row: number }> | null
}>

/** Made once for each plan. */
export const levelQuestions: (plan: Plan) => (level: number) => LevelQuestion = memoiseWeak(buildQuestions)

function buildQuestions(plan: Plan) {
  const { layout, pathway } = plan
  const { screensOf } = dictionaryOf(pathway)
  const levels = levelsOf(plan)
  const ofPerson: LevelQuestion[] = []
  const ofEntry: LevelQuestion[][] = layout.entryKinds.map(() => [])

  const question = (place: Place, rank: number): LevelQuestion => {
    const { id, cost } = place.fact
    return { fact: id, cost, rank, at: { place, row: 0 } }
  }
  let rank = 0
  // Each list stands before the first of its facts.
  for (const fact of new Set([...pathway.screens.flatMap((screen) => screen.facts), ...pathway.facts])) {
    for (const screen of screensOf(fact))
      ofPerson[levels.screen(screen)] ??= { fact: `screen.${screen.id}`, cost: screen.cost, rank: rank++, at: null }
    const place = layout.placeOf(fact)
    ofPerson[levels.at(place, 0)] = question(place, rank++)
  }
  const fieldsFrom = rank
  for (const [entryKind, { row }] of layout.entryKinds.entries())
    for (const [position, field] of row.places.entries())
      (ofEntry[entryKind] as LevelQuestion[])[levels.at(field, 0) - levels.begin(entryKind, 0)] = question(
        field,
        position,
      )

  const known = new Map<number, LevelQuestion>(ofPerson.entries())
  return (level: number): LevelQuestion => {
    const before = known.get(level)
    if (before) return before
    const { entryKind, row } = levels.entryAt(level) as NonNullable<ReturnType<typeof levels.entryAt>>
    const begin = levels.begin(entryKind, row)
    const { fact, cost, rank, at } = (ofEntry[entryKind] as LevelQuestion[])[level - begin] as LevelQuestion
    const asked = { fact, cost, rank: fieldsFrom + begin + rank, at: at && { ...at, row } }
    known.set(level, asked)
    return asked
  }
}
