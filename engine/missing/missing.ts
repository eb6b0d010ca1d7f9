import { boldnessOf, type Decision, memoiseWeak } from '@facialis/language'
import type { World } from '../world/world.ts'
import type { DiagramTable } from './diagram-table.ts'
import type { Diagrams } from './diagrams.ts'
import type { LevelQuestion } from './level-questions.ts'
import { type Diagram, terminals } from './unique-table.ts'

type Ask = Pick<LevelQuestion, 'fact' | 'rank'>
/** What it takes to ask: the cost, and what is asked, in the order in which the pathway writes it. */
type Path = Readonly<{ cost: number; asks: readonly Ask[] }>
const noPath: Path = { cost: Number.POSITIVE_INFINITY, asks: [] }
const emptyPath: Path = { cost: 0, asks: [] }

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
  const wanted = wantedAnswers(decision, answer)
  return wanted === 0 ? [] : cheapestPath(diagrams.ofDecision(decision), wanted, diagrams)
}

/**
 * The facts on the cheapest path to what is wanted, where leaving a fact unknown costs nothing; none when there is no
 * way, or nothing to do. Of equally cheap ways the one that asks less counts, then the one that asks what is written first.
 * `wanted`: a bit for each value.
 */
export function cheapestPath(root: Diagram, wanted: number, { table, asked }: Diagrams): readonly string[] {
  const known = pathCache(table, wanted)
  const from = (node: Diagram): Path => {
    if (node < terminals) return (wanted >>> node) & 1 ? emptyPath : noPath
    const before = known.get(node)
    if (before) return before
    const branches = table.childrenOf(node)
    const { cost, ...one } = asked(table.levelOf(node))
    let best = from(branches[branches.length - 1] as Diagram)
    for (let i = 0; i < branches.length - 1; i++) {
      const way = from(branches[i] as Diagram)
      if (way.cost + cost > best.cost || way === noPath) continue
      const through = { cost: way.cost + cost, asks: withOne(one, way.asks) }
      if (isCheaper(through, best)) best = through
    }
    known.set(node, best)
    return best
  }
  // From below, so that no way is followed further than one step.
  if (root >= terminals && !known.has(root))
    for (const node of table.nodesOf(root, (node) => table.childrenOf(node).filter((to) => !known.has(to)))) from(node)
  return factsOf(from(root))
}

/** The same diagram of somebody else has the same ways out: each is looked for once, as long as there is the table. */
const pathCaches = memoiseWeak((_: DiagramTable) => new Map<number, Map<Diagram, Path>>())
function pathCache(table: DiagramTable, wanted: number): Map<Diagram, Path> {
  const ways = pathCaches(table)
  const known = ways.get(wanted) ?? new Map<Diagram, Path>()
  ways.set(wanted, known)
  return known
}

const factsOf = memoiseWeak(({ asks }: Path): readonly string[] => [...new Set(asks.map(({ fact }) => fact))])

function withOne(one: Ask, asks: readonly Ask[]): readonly Ask[] {
  const at = asks.findIndex(({ rank }) => rank > one.rank)
  return at < 0 ? [...asks, one] : asks.toSpliced(at, 0, one)
}

function isCheaper(one: Path, other: Path): boolean {
  if (one.cost !== other.cost) return one.cost < other.cost
  if (one.asks.length !== other.asks.length) return one.asks.length < other.asks.length
  const at = one.asks.findIndex(({ rank }, i) => rank !== other.asks[i]?.rank)
  return at >= 0 && (one.asks[at] as Ask).rank < (other.asks[at] as Ask).rank
}

/** Answers that would be bolder or, where answers are unordered, any at all; a bit for each. */
function wantedAnswers(decision: Decision, answer: string): number {
  const { boldness, answers, undetermined } = decision
  const bitsOf = (isWanted: (value: string) => boolean): number =>
    answers.reduce((bits, value, i) => (isWanted(value) ? bits | (1 << i) : bits), 0)
  if (boldness) {
    const level = boldnessOf(decision, answer)
    return bitsOf((value) => boldnessOf(decision, value) > level)
  }
  return undetermined !== null && answer === undetermined ? bitsOf((value) => value !== answer) : 0
}
