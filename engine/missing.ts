import { boldnessOf, type Decision } from '@facialis/language'
import type { Diagrams } from './open/diagrams.ts'
import { type Diagram, terminals } from './open/table.ts'
import type { Variable } from './open/variables.ts'
import type { World } from './world.ts'

/** What it takes to ask: the cost, and what is asked, in the order in which the pathway writes it. */
type Way = Readonly<{ cost: number; asks: readonly Variable[] }>
const noWay: Way = { cost: Number.POSITIVE_INFINITY, asks: [] }
const nothing: Way = { cost: 0, asks: [] }

/** Of a decision: the cheapest unknown facts for which some values would make the answer bolder (or, where answers are unordered, settle it). */
export type MissingOf = (decision: Decision) => readonly string[]

/** The same of one person, each worked out when it is first asked about. */
export function missingIn(world: World, diagrams: Diagrams): MissingOf {
  const known = new Map<Decision, readonly string[]>()
  return (decision) => {
    const before = known.get(decision)
    if (before) return before
    const missing = missingFor(decision, world.answer(decision, null), diagrams)
    known.set(decision, missing)
    return missing
  }
}

function missingFor(decision: Decision, answer: string, diagrams: Diagrams): readonly string[] {
  const wanted = wantedAnswer(decision, answer)
  return wanted
    ? cheapest(diagrams.ofDecision(decision), (value) => wanted(decision.answers[value] as string), diagrams)
    : []
}

/**
 * The facts on the cheapest path to what is wanted, where leaving a fact unknown costs nothing; none when there is no
 * way, or nothing to do. Of equally cheap ways the one that asks less counts, then the one that asks what is written first.
 */
export function cheapest(
  root: Diagram,
  wanted: (value: number) => boolean,
  { table, variables }: Diagrams,
): readonly string[] {
  const known = new Map<Diagram, Way>()
  const from = (node: Diagram): Way => {
    if (node < terminals) return wanted(node) ? nothing : noWay
    const before = known.get(node)
    if (before) return before
    const branches = table.branchesOf(node)
    const variable = variables.at(table.levelOf(node))
    let best = from(branches[branches.length - 1] as Diagram)
    for (let i = 0; i < branches.length - 1; i++) {
      const way = from(branches[i] as Diagram)
      if (way.cost + variable.cost > best.cost || way === noWay) continue
      const through = { cost: way.cost + variable.cost, asks: withOne(variable, way.asks) }
      if (isBetter(through, best)) best = through
    }
    known.set(node, best)
    return best
  }
  // From below, so that no way is followed further than one step.
  for (const node of table.nodesOf(root)) from(node)
  return [...new Set(from(root).asks.map(({ fact }) => fact))]
}

function withOne(variable: Variable, asks: readonly Variable[]): readonly Variable[] {
  const at = asks.findIndex(({ rank }) => rank > variable.rank)
  return at < 0 ? [...asks, variable] : asks.toSpliced(at, 0, variable)
}

function isBetter(one: Way, other: Way): boolean {
  if (one.cost !== other.cost) return one.cost < other.cost
  if (one.asks.length !== other.asks.length) return one.asks.length < other.asks.length
  const at = one.asks.findIndex((variable, i) => variable !== other.asks[i])
  return at >= 0 && (one.asks[at] as Variable).rank < (other.asks[at] as Variable).rank
}

function wantedAnswer(decision: Decision, answer: string): ((value: string) => boolean) | null {
  if (decision.boldness) {
    const level = boldnessOf(decision, answer)
    return level === decision.boldness.length - 1 ? null : (value) => boldnessOf(decision, value) > level
  }
  return decision.undetermined !== null && answer === decision.undetermined ? (value) => value !== answer : null
}
