import { memoiseWeak, type Screen } from '@facialis/language'
import { dictionaryOf } from '../ground/dictionary.ts'
import type { Place } from '../plan/layout.ts'
import { operandsOf } from '../plan/operands.ts'
import type { EntryKindIndex, NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { conditionOperands } from '../plan/planned-body.ts'
import { noLevel } from './unique-table.ts'

/**
 * The variable order. Variables of one rule are adjacent, in the order in which the decisions use them; variables that many
 * rules share (a screen, a scan) come above or below all of them. This keeps diagrams small.
 */
export type Levels = Readonly<{
  screen: (screen: Screen) => number
  /** Of a fact about the person, or of a field of the entry at this row. */
  at: (place: Place, row: number) => number
  /** Where the levels of an entry begin. */
  begin: (entryKind: EntryKindIndex, row: number) => number
  /** Which entry is asked about at a level; null where it is the person. */
  entryAt: (level: number) => Readonly<{ entryKind: EntryKindIndex; row: number }> | null
}>

/** Made once for each plan. */
export const levelsOf: (plan: Plan) => Levels = memoiseWeak(levelsInOrderOfUse)

function levelsInOrderOfUse(plan: Plan): Levels {
  const { screensOf } = dictionaryOf(plan.pathway)
  const screens = new Map<string, number>()
  const places = new Map<Place, number>()
  const fieldCounts = plan.layout.entryKinds.map(() => 0)
  let personCount = 0

  const add = (place: Place): void => {
    if (places.has(place)) return
    if (place.entryKind !== null) {
      const count = fieldCounts[place.entryKind] as number
      places.set(place, count)
      fieldCounts[place.entryKind] = count + 1
      return
    }
    for (const { id } of screensOf(place.fact)) if (!screens.has(id)) screens.set(id, personCount++)
    places.set(place, personCount++)
  }
  for (const place of placesInOrderOfUse(plan)) add(place)
  for (const { places: rest } of [plan.layout.person, ...plan.layout.entryKinds.map(({ row }) => row)])
    rest.forEach(add)

  // The same for everybody, however many entries of another kind somebody has: so diagrams of one are those of many.
  const perEntryKind = Math.floor((noLevel - personCount) / (fieldCounts.length + 1))
  const begin: Levels['begin'] = (entryKind, row) =>
    personCount + entryKind * perEntryKind + row * (fieldCounts[entryKind] as number)
  return {
    screen: ({ id }) => screens.get(id) as number,
    at: (place, row) => (places.get(place) as number) + (place.entryKind === null ? 0 : begin(place.entryKind, row)),
    begin,
    entryAt: (level) => {
      if (level < personCount) return null
      const entryKind = Math.floor((level - personCount) / perEntryKind)
      return { entryKind, row: Math.floor((level - begin(entryKind, 0)) / (fieldCounts[entryKind] as number)) }
    },
  }
}

/** A decision that another one asks stands before it, so that what it asks has its turn. */
function placesInOrderOfUse({ nodes, decisions }: Plan): readonly Place[] {
  const found = new Set<Place>()
  const seen = new Set<NodeIndex>()
  const visit = (index: NodeIndex): void => {
    if (seen.has(index)) return
    seen.add(index)
    const node = nodes[index] as PlanNode
    if ('place' in node) found.add(node.place)
    if ('field' in node && node.field) found.add(node.field)
    for (const mentioned of operandsOf(node)) visit(mentioned)
  }
  for (const { body } of decisions) for (const index of conditionOperands(body)) visit(index)
  return [...found]
}
