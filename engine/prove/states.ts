import type { Coordinate } from './coordinates.ts'
import type { Diagram } from './diagram-manager.ts'
import type { StateSpace } from './state-space.ts'

/** A value for each coordinate a diagram looks at on the way to an outcome. */
export type State = readonly Readonly<{ coordinate: Coordinate; value: number }>[]

/** The state that says least on the way to an outcome; null when there is none. */
export function smallestState(
  { d, coordinates }: StateSpace,
  root: Diagram,
  wanted: (outcome: number) => boolean,
): State | null {
  const steps = new Map<Diagram, number>()
  const distance = (diagram: Diagram): number => {
    const known = steps.get(diagram)
    if (known !== undefined) return known
    const value = d.valueOf(diagram)
    const so =
      value === null
        ? 1 + Math.min(...d.childrenOf(diagram).map(distance))
        : wanted(value)
          ? 0
          : Number.POSITIVE_INFINITY
    steps.set(diagram, so)
    return so
  }
  if (distance(root) === Number.POSITIVE_INFINITY) return null
  const byVariable = new Map(coordinates.all.map((coordinate) => [coordinate.variable, coordinate]))
  const state: { coordinate: Coordinate; value: number }[] = []
  for (let at = root; d.valueOf(at) === null; ) {
    const branches = d.childrenOf(at)
    const value = branches.findIndex((branch) => distance(branch) === distance(at) - 1)
    state.push({ coordinate: byVariable.get(d.variableOf(at)) as Coordinate, value })
    at = branches[value] as Diagram
  }
  return state
}

/** How many states there are over these variables. */
export function statesOver({ d }: StateSpace, variables: readonly number[]): bigint {
  return variables.reduce((product, variable) => product * BigInt(d.sizeOf(variable)), 1n)
}

/** The coordinates a diagram looks at. */
export function coordinatesIn(space: StateSpace, root: Diagram): readonly Coordinate[] {
  const asked = new Set(variablesOf(space, [root]))
  return space.coordinates.all.filter(({ variable }) => asked.has(variable))
}

/** The variables some of these diagrams look at. */
export function variablesOf(space: StateSpace, roots: readonly Diagram[]): readonly number[] {
  const looking = [...subdiagrams(space, roots)].filter((diagram) => space.d.valueOf(diagram) === null)
  return [...new Set(looking.map(space.d.variableOf))].sort((a, b) => a - b)
}

/** Everything that can come out. */
export const outcomesOf = (space: StateSpace, root: Diagram): ReadonlySet<number> =>
  new Set([...subdiagrams(space, [root])].flatMap((diagram) => space.d.valueOf(diagram) ?? []))

/** These diagrams and all their parts, each once. */
function subdiagrams({ d }: StateSpace, roots: readonly Diagram[]): ReadonlySet<Diagram> {
  const seen = new Set<Diagram>()
  const visit = (diagram: Diagram): void => {
    if (seen.has(diagram)) return
    seen.add(diagram)
    for (const branch of d.childrenOf(diagram)) visit(branch)
  }
  for (const root of roots) visit(root)
  return seen
}
