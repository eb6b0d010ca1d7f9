import { memoiseWeak } from '@facialis/language'
import { dictionaryOf } from '../ground/dictionary.ts'
import type { Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import { levelsOf } from './levels.ts'

/** What is asked at a level of a diagram: an unanswered fact or a list. The same of everybody. */
export type Asked = Readonly<{
  /** The id it is reported under. */
  fact: string
  cost: number
  /** Place in the order in which things are written in the pathway: lists first, then facts, then fields of entries. */
  rank: number
  /** Where the answer would stand; null for a list. */
  at: Readonly<{ place: Place; row: number }> | null
}>

/** Made once for each plan. */
export const askedOf: (plan: Plan) => (level: number) => Asked = memoiseWeak(askedBy)

function askedBy(plan: Plan) {
  const { layout, pathway } = plan
  const { screensOf } = dictionaryOf(pathway)
  const levels = levelsOf(plan)
  const ofPerson: Asked[] = []
  const ofEntry: Asked[][] = layout.entryKinds.map(() => [])

  const question = (place: Place, rank: number): Asked => {
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
      (ofEntry[entryKind] as Asked[])[levels.at(field, 0) - levels.begin(entryKind, 0)] = question(field, position)

  const known = new Map<number, Asked>(ofPerson.entries())
  return (level: number): Asked => {
    const before = known.get(level)
    if (before) return before
    const { entryKind, row } = levels.entryAt(level) as NonNullable<ReturnType<typeof levels.entryAt>>
    const begin = levels.begin(entryKind, row)
    const { fact, cost, rank, at } = (ofEntry[entryKind] as Asked[])[level - begin] as Asked
    const asked = { fact, cost, rank: fieldsFrom + begin + rank, at: at && { ...at, row } }
    known.set(level, asked)
    return asked
  }
}
