import type { Fact } from '@facialis/language'
import type { Place } from '../plan/layout.ts'
import type { NodeIndex, Plan } from '../plan/plan.ts'
import type { Diagram, DiagramManager } from './diagram-manager.ts'
import type { PositionValue } from './positions.ts'

/** A dimension in which states can differ, as far as decisions can tell. */
export type CoordinateSubject =
  /** A fact, by equivalence classes of its values; the last value is unknown. */
  | Readonly<{ kind: 'fact'; fact: Fact; classes: readonly (readonly string[])[] }>
  | Readonly<{ kind: 'member'; fact: Fact; member: string }>
  /** A condition about entries or dates: no, unknown, yes. */
  | Readonly<{ kind: 'node'; node: NodeIndex }>
  /** Whether some entry of a kind fulfils all of these conditions: no, unknown, yes. */
  | Readonly<{ kind: 'some'; entryKind: number; where: readonly NodeIndex[]; condition: Diagram }>
  /** Where an amount lies among what it is compared with; see positions.ts. */
  | Readonly<{ kind: 'position'; term: NodeIndex; marks: readonly string[]; values: readonly PositionValue[] }>
  /** The folded answer over all entries. */
  | Readonly<{ kind: 'fold'; decision: number }>

export type Coordinate = Readonly<{
  variable: number
  subject: CoordinateSubject
  /** From each value to the values that learning more could turn it into. */
  learnable: readonly (readonly [from: number, to: number])[]
}>

export type Coordinates = Readonly<{
  all: readonly Coordinate[]
  getOrCreate: (key: string, make: () => Omit<Coordinate, 'variable'> & Readonly<{ size: number }>) => Coordinate
}>

export function coordinatesOver(d: DiagramManager): Coordinates {
  const all: Coordinate[] = []
  const byKey = new Map<string, Coordinate>()
  return {
    all,
    getOrCreate: (key, make) => {
      const known = byKey.get(key)
      if (known) return known
      const { size, subject, learnable } = make()
      const made = { variable: d.variable(size), subject, learnable }
      byKey.set(key, made)
      all.push(made)
      return made
    },
  }
}

/** A fact by the values that no condition of the plan tells apart. */
export function factCoordinate(place: Place, classes: readonly (readonly string[])[]) {
  const unknown = classes.length
  const subject = { kind: 'fact' as const, fact: place.fact, classes }
  return { size: unknown + 1, subject, learnable: classes.map((_, value) => [unknown, value] as const) }
}

export const factKey = ({ scope, id }: Fact): string => `fact ${scope} ${id}`

/** The values of a fact that no condition of the plan tells apart, together; of any other fact, that it is known. */
export function classesIn(plan: Plan): (place: Place) => readonly (readonly string[])[] {
  const masks = new Map<string, Set<number>>()
  for (const node of plan.nodes)
    if (node.op === 'word') {
      const key = factKey(node.place.fact)
      masks.set(key, (masks.get(key) ?? new Set<number>()).add(node.mask))
    }
  return ({ fact }) => {
    if (fact.type !== 'choice' && fact.type !== 'yes-no') return [['known']]
    const sets = [...(masks.get(factKey(fact)) ?? [])]
    const kindOf = (value: string): string => sets.map((mask) => (mask >>> fact.values.indexOf(value)) & 1).join('')
    return [...Map.groupBy(fact.values, kindOf).values()]
  }
}
