import type { Screen } from '@facialis/language'
import { dictionaryOf } from '../dictionary.ts'
import { onceFor } from '../once-for.ts'
import type { Place } from '../plan/layout.ts'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex, Plan, PlanNode, PlannedBody } from '../plan/plan.ts'
import { askedBy } from '../plan/planned-decision.ts'

/**
 * The order in which diagrams ask. What a rule has for itself stands together, in the order in which the decisions come
 * upon it, and what many rules share (a list, a scan) above or below all of that: so diagrams stay small.
 */
export type Levels = Readonly<{
  screen: (screen: Screen) => number
  /** Of a fact about the person, or of a field, counted from where the levels of its entry begin. Members of a set follow it. */
  at: (place: Place) => number
  personCount: number
  /** For each kind of entry how many levels one entry takes. */
  fieldCounts: readonly number[]
}>

/** Made once for each plan. */
export const levelsOf: (plan: Plan) => Levels = onceFor(levelsInOrderOfUse)

function levelsInOrderOfUse(plan: Plan): Levels {
  const { screensOf } = dictionaryOf(plan.pathway)
  const screens = new Map<string, number>()
  const places = new Map<Place, number>()
  const fieldCounts = plan.layout.rooms.map(() => 0)
  let personCount = 0

  const add = (place: Place): void => {
    if (places.has(place)) return
    const size = place.fact.type === 'set' ? 1 + place.fact.values.length : 1
    if (place.room !== null) {
      places.set(place, fieldCounts[place.room] as number)
      fieldCounts[place.room] = (fieldCounts[place.room] as number) + size
      return
    }
    for (const { id } of screensOf(place.fact)) if (!screens.has(id)) screens.set(id, personCount++)
    places.set(place, personCount)
    personCount += size
  }
  for (const place of placesInOrderOfUse(plan)) add(place)
  for (const { places: rest } of [plan.layout.person, ...plan.layout.rooms.map(({ row }) => row)]) rest.forEach(add)

  return {
    screen: ({ id }) => screens.get(id) as number,
    at: (place) => places.get(place) as number,
    personCount,
    fieldCounts,
  }
}

function placesInOrderOfUse({ nodes, decisions }: Plan): readonly Place[] {
  const found = new Set<Place>()
  const seen = new Set<NodeIndex>()
  const begun = new Set<number>()
  const decision = (index: number): void => {
    if (begun.has(index)) return
    begun.add(index)
    const { body } = decisions[index] as Plan['decisions'][number]
    for (const node of askedBy(body)) visit(node)
    for (const other of decidedFirst(body)) decision(other)
  }
  const visit = (index: NodeIndex): void => {
    if (seen.has(index)) return
    seen.add(index)
    const node = nodes[index] as PlanNode
    if ('place' in node) found.add(node.place)
    if ('field' in node && node.field) found.add(node.field)
    if (node.op === 'decided') decision(node.decision)
    for (const mentioned of mentionedBy(node)) visit(mentioned)
  }
  for (const index of decisions.keys()) decision(index)
  return [...found]
}

const decidedFirst = (body: PlannedBody): readonly number[] =>
  body.kind === 'fold' ? [body.each] : body.kind === 'gate' && body.behind !== null ? [body.behind] : []
