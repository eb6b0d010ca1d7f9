import { dictionaryOf } from '../dictionary.ts'
import { onceFor } from '../once-for.ts'
import type { Place } from '../plan/layout.ts'
import type { Plan } from '../plan/plan.ts'
import { levelsOf, membersOf } from './levels.ts'

/** What is asked at a level of a diagram: an unanswered fact or a list. The same of everybody. */
export type Asked = Readonly<{
  /** The id it is reported under. */
  fact: string
  cost: number
  /** Place in the order in which things are written in the pathway: lists first, then facts, then fields of entries. */
  rank: number
  /** Where the answer would stand; null for a list. Of a set that is answered it is asked whether a member is in it. */
  at: Readonly<{ place: Place; row: number; member: string | null }> | null
}>

/** Made once for each plan. */
export const askedOf: (plan: Plan) => (level: number) => Asked = onceFor(askedBy)

function askedBy(plan: Plan) {
  const { layout, pathway } = plan
  const { screensOf } = dictionaryOf(pathway)
  const levels = levelsOf(plan)
  const ofPerson: Asked[] = []
  const ofEntry: Asked[][] = layout.rooms.map(() => [])

  const add = (to: Asked[], level: number, place: Place, rank: number): void => {
    const { id, cost } = place.fact
    to[level] = { fact: id, cost, rank, at: { place, row: 0, member: null } }
    // A set is one question, whose answer says of every member whether it is in: these cost nothing more.
    for (const [i, member] of membersOf(place.fact).entries())
      to[level + 1 + i] = { fact: id, cost: 0, rank, at: { place, row: 0, member } }
  }
  let rank = 0
  // Each list stands before the first of its facts.
  for (const fact of new Set([...pathway.screens.flatMap((screen) => screen.facts), ...pathway.facts])) {
    for (const screen of screensOf(fact))
      ofPerson[levels.screen(screen)] ??= { fact: `screen.${screen.id}`, cost: screen.cost, rank: rank++, at: null }
    const place = layout.placeOf(fact)
    add(ofPerson, levels.at(place, 0), place, rank++)
  }
  const fieldsFrom = rank
  for (const [room, { row }] of layout.rooms.entries())
    for (const [position, field] of row.places.entries())
      add(ofEntry[room] as Asked[], levels.at(field, 0) - levels.begin(room, 0), field, position)

  const known = new Map<number, Asked>(ofPerson.entries())
  return (level: number): Asked => {
    const before = known.get(level)
    if (before) return before
    const { room, row } = levels.entryAt(level) as NonNullable<ReturnType<typeof levels.entryAt>>
    const begin = levels.begin(room, row)
    const { fact, cost, rank, at } = (ofEntry[room] as Asked[])[level - begin] as Asked
    const asked = { fact, cost, rank: fieldsFrom + begin + rank, at: at && { ...at, row } }
    known.set(level, asked)
    return asked
  }
}
