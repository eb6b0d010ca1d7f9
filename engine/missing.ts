import { boldnessOf, type Decision } from '@facialis/language'
import type { Diagrams } from './diagram.ts'
import type { Branching, Diagram, Terminal, Variable } from './diagram-nodes.ts'

type Way = Readonly<{ cost: number; variables: readonly number[] }>
const noWay: Way = { cost: Number.POSITIVE_INFINITY, variables: [] }

/** The cheapest unknown facts for which some values would make the answer bolder (or, where answers are unordered, settle it). */
export function missingFor(decision: Decision, answer: string, diagrams: Diagrams): readonly string[] {
  const wanted = wantedAnswer(decision, answer)
  return wanted ? cheapest(diagrams.ofDecision(decision), wanted, diagrams) : []
}

/**
 * The facts on the shortest path to what is wanted, where leaving a fact unknown costs nothing; none when there is no
 * way, or nothing to do.
 */
export function cheapest(root: Diagram, wanted: (value: string) => boolean, diagrams: Diagrams): readonly string[] {
  const known = new Map<number, Way>()
  const from = (node: Diagram): Way => {
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
    let best = from(node.branches[node.branches.length - 1] as Diagram)
    for (const branch of node.branches.slice(0, -1)) {
      const way = from(branch)
      if (way.cost + cost < best.cost) best = { cost: way.cost + cost, variables: [node.variable, ...way.variables] }
    }
    return best
  }
  return [...new Set(from(root).variables.map((index) => (diagrams.variables[index] as Variable).fact))]
}

function wantedAnswer(decision: Decision, answer: string): ((value: string) => boolean) | null {
  if (decision.boldness) {
    const level = boldnessOf(decision, answer)
    return level === decision.boldness.length - 1 ? null : (value) => boldnessOf(decision, value) > level
  }
  return decision.undetermined !== null && answer === decision.undetermined ? (value) => value !== answer : null
}
