import { memoiseWeak } from '@facialis/language'
import type { DiagramTable } from './diagram-table.ts'
import type { Diagrams } from './diagrams.ts'
import { type Diagram, terminals } from './unique-table.ts'
import type { Variable } from './variables.ts'

export type SettlingVariable = Readonly<{
  variable: Variable
  /** How many of its values leave one answer that can still come out. */
  settled: number
}>

/**
 * The unknowns an open decision hangs on, as the pathway writes them, and how far each would settle it. What "can still
 * come out" are answers once everything is known, lists by a no to all of each; where that is one already, but single
 * questions of a list could make it another, by those too. Where it is one all the same, nothing is asked.
 */
export function settlingVariables(root: Diagram, { table, asked, variables }: Diagrams): readonly SettlingVariable[] {
  const known = settled(table)
  let levels = known.get(root)
  if (!levels) {
    const isList = (node: Diagram): boolean => asked(table.levelOf(node)).at === null
    const byLists = { known: (node: Diagram) => table.childrenOf(node).slice(0, -1), free: reached(table) }
    const bySingles = {
      known: (node: Diagram) => (isList(node) ? table.childrenOf(node) : byLists.known(node)),
      free: reachedBySingles(table),
    }
    const found = settlingLevels(root, table, byLists)
    levels = (found.length > 0 ? found : settlingLevels(root, table, bySingles)).toSorted(
      (a, b) => asked(a.level).rank - asked(b.level).rank,
    )
    known.set(root, levels)
  }
  return levels.map(({ level, settled }) => ({ variable: variables(level), settled }))
}

/** Cached by diagram for each table, as the result does not depend on the person. */
const settled = memoiseWeak((_: DiagramTable) => new Map<Diagram, readonly SettlingLevel[]>())
type SettlingLevel = Readonly<{ level: number; settled: number }>

/** Of a diagram, which answers can come out of it, whoever has it. */
const reached = memoiseWeak((_: DiagramTable) => new Map<Diagram, number>())
const reachedBySingles = memoiseWeak((_: DiagramTable) => new Map<Diagram, number>())

/** Which branches of a node are ways to know more, and which answers are known to come out of nodes by these. */
type Ways = Readonly<{ known: (node: Diagram) => readonly Diagram[]; free: Map<Diagram, number> }>

function settlingLevels(root: Diagram, table: DiagramTable, { known, free }: Ways): readonly SettlingLevel[] {
  /** Which answers can come out from here, as a set of bits. */
  const reachable = (node: Diagram): number => {
    if (node < terminals) return 1 << node
    const before = free.get(node)
    if (before !== undefined) return before
    const branches = known(node)
    let mask = 0
    for (let i = 0; i < branches.length; i++) mask |= reachable(branches[i] as Diagram)
    free.set(node, mask)
    return mask
  }
  // From below, so that no path is followed further than one step.
  for (const node of table.nodesOf(root, (node) => known(node).filter((to) => !free.has(to)))) reachable(node)
  if (isSingle(reachable(root))) return []
  const byKnown = table.nodesOf(root, known)

  const nodes = table.nodesOf(root)
  const levels = [...new Set(nodes.map(table.levelOf))].sort((a, b) => a - b)
  const widths = new Map(nodes.map((node) => [table.levelOf(node), table.childrenOf(node).length - 1]))
  const place = new Map(levels.map((level, i) => [level, i]))
  const placeOf = (node: Diagram): number =>
    node < terminals ? levels.length : (place.get(table.levelOf(node)) as number)
  /** What comes out when this variable has this value; and what comes out by paths that never ask it. */
  const through = levels.map((level) => new Array<number>(widths.get(level) as number).fill(0))
  /** By place and answer, how far the paths lead on which that answer comes out and nothing is asked from there on. */
  const skips = new Int32Array((levels.length + 1) * bits)
  const pass = (from: number, to: Diagram): void => {
    const mask = reachable(to)
    const end = placeOf(to)
    for (let left = mask; left !== 0; left &= left - 1) {
      const at = (from + 1) * bits + lowestBit(left)
      skips[at] = Math.max(skips[at] as number, end)
    }
  }
  pass(-1, root)
  for (const node of byKnown) {
    const at = placeOf(node)
    const masks = through[at] as number[]
    for (const [i, branch] of known(node).entries()) {
      // A list that is not done is no value of it, only a way past it.
      if (i < masks.length) masks[i] = (masks[i] as number) | reachable(branch)
      pass(at, branch)
    }
  }
  const bypassing = bypassedAnswers(levels.length, skips)
  return levels.map((level, i) => ({
    level,
    settled: (through[i] as number[]).filter((mask) => isSingle(mask | (bypassing[i] as number))).length,
  }))
}

/** As many answers as a set of bits holds. */
const bits = 32
const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask)

/** Of each place the answers of the paths that pass it by. */
function bypassedAnswers(places: number, skips: Int32Array): readonly number[] {
  const ends = new Int32Array(bits)
  return Array.from({ length: places }, (_, place) => {
    let mask = 0
    for (let bit = 0; bit < bits; bit++) {
      ends[bit] = Math.max(ends[bit] as number, skips[place * bits + bit] as number)
      if ((ends[bit] as number) > place) mask |= 1 << bit
    }
    return mask
  })
}

const isSingle = (mask: number): boolean => (mask & (mask - 1)) === 0
