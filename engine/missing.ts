import { boldnessOf, type Decision } from '@facialis/language'
import type { Diagrams } from './diagram.ts'
import type { Branching, Diagram, Terminal, Variable } from './diagram-nodes.ts'

type Way = Readonly<{ cost: number; variables: readonly number[] }>
const noWay: Way = { cost: Number.POSITIVE_INFINITY, variables: [] }

/**
 * The cheapest unknown facts for which some values would make the answer bolder (or, where answers are unordered,
 * settle it): the shortest path through the decision's diagram, where leaving a fact unknown costs nothing.
 */
export function missingFor(decision: Decision, answer: string, diagrams: Diagrams): readonly string[] {
  const wanted = wantedAnswer(decision, answer)
  if (!wanted) return []
  const known = new Map<number, Way>()
  const cheapest = (node: Diagram): Way => {
    const before = known.get(node.id)
    if (before) return before
    const way =
      node.variable < 0
        ? wanted((node as Terminal).value)
          ? { cost: 0, variables: [] }
          : noWay
        : throughBranches(node as Branching)
    known.set(node.id, way)
    return way
  }
  const throughBranches = (node: Branching): Way => {
    const { cost } = diagrams.variables[node.variable] as Variable
    // Staying unknown comes first, so that of equally cheap ways the one with fewer facts wins.
    let best = cheapest(node.branches[node.branches.length - 1] as Diagram)
    for (const branch of node.branches.slice(0, -1)) {
      const way = cheapest(branch)
      if (way.cost + cost < best.cost) best = { cost: way.cost + cost, variables: [node.variable, ...way.variables] }
    }
    return best
  }
  const way = cheapest(diagrams.ofDecision(decision))
  return [...new Set(way.variables.map((index) => (diagrams.variables[index] as Variable).fact))]
}

function wantedAnswer(decision: Decision, answer: string): ((value: string) => boolean) | null {
  if (decision.boldness) {
    const level = boldnessOf(decision, answer)
    return level === decision.boldness.length - 1 ? null : (value) => boldnessOf(decision, value) > level
  }
  return decision.undetermined !== null && answer === decision.undetermined ? (value) => value !== answer : null
}
