import type { Condition, Decision, Pathway } from '@facialis/language'
import { planOf } from '../plan/lower.ts'
import { type Diagram, TooWide } from '../prove/diagrams.ts'
import { spaceOf } from '../prove/space.ts'
import { asPromise } from './mixed.ts'
import type { Mutant } from './mutants.ts'
import { conditionOf, isDecision } from './rules.ts'

/** More nodes than any decision needs that can be looked at as a whole. */
const limit = 300_000
/** So many are looked at in one space. */
const together = 60

/**
 * Of each mutant, whether it says the same as before in every state there could be: the part that is changed or, where
 * that differs, all that mentions it, and so on up to what is told. Null where that looks at too much at once. `false`
 * says that something differs in some state, which may be one that no chart can have.
 */
export function* equivalence(
  pathway: Pathway,
  mutants: readonly Mutant[],
  levels = Number.POSITIVE_INFINITY,
): Generator<Readonly<{ mutant: Mutant; same: boolean | null }>> {
  const wide = new Set<object>(pathway.toProve.wide)
  for (let from = 0; from < mutants.length; from += together) {
    const batch = mutants.slice(from, from + together)
    const ways = batch.map((mutant) => wayUp(mutant, levels))
    const diagramOf = diagramsOver(
      pathway,
      batch.flatMap((mutant, i) => (ways[i] as readonly object[]).flatMap((node) => [node, mutant.now(node)])),
    )
    for (const mutant of batch) yield { mutant, same: isSame(mutant) }

    function isSame(mutant: Mutant): boolean | null {
      const shows = new Set<object>(mutant.shows().map(({ node }) => node))
      const seen = new Set<object>()
      let [front, isOpen]: [readonly object[], boolean] = [[mutant.part], false]
      for (let level = 0; front.length > 0; level++) {
        if (level === levels) return null
        const above: object[] = []
        for (const node of front) {
          if (seen.has(node)) continue
          seen.add(node)
          const same = wide.has(node) ? null : compared(node, mutant.now(node))
          if (same === true) continue
          if (!shows.has(node)) above.push(...mutant.above(node))
          else if (same === false) return false
          else isOpen = true
        }
        front = above
      }
      return isOpen ? null : true
    }
    /** Null where it is nothing to compare, or too wide. */
    function compared(before: object, after: object): boolean | null {
      try {
        const one = diagramOf(before)
        return one === null ? null : one === diagramOf(after)
      } catch (error) {
        if (error instanceof TooWide) return null
        throw error
      }
    }
  }
}

/** The part and whatever mentions it, up to what is told. */
function wayUp(mutant: Mutant, levels: number): readonly object[] {
  const shows = new Set<object>(mutant.shows().map(({ node }) => node))
  const seen = new Set<object>()
  let front: readonly object[] = [mutant.part]
  for (let level = 0; level < levels && front.length > 0; level++) {
    const here = front.filter((node) => !seen.has(node))
    for (const node of here) seen.add(node)
    front = here.flatMap((node) => (shows.has(node) ? [] : mutant.above(node)))
  }
  return [...seen]
}

/** The diagrams of these conditions and decisions; null for what is neither. */
function diagramsOver(pathway: Pathway, nodes: readonly object[]): (node: object) => Diagram | null {
  const asked = new Map<object, Condition>()
  const decisions = new Set<Decision>(pathway.decisions)
  for (const node of nodes) {
    const condition = conditionOf(node)
    if (condition) asked.set(node, condition)
    else if (isDecision(node)) decisions.add(node)
  }
  const plan = planOf({
    ...pathway,
    decisions: [...decisions],
    toProve: { ...pathway.toProve, invariants: [...asked.values()].map(asPromise) },
  })
  const wide = new Set(pathway.toProve.wide.map(({ id }) => id))
  const apart = plan.decisions.flatMap(({ decision }) => (wide.has(decision.id) ? [decision] : []))
  const space = spaceOf(plan, limit, new Set(apart))
  const conditionAt = new Map([...asked.keys()].map((node, i) => [node, plan.invariants[i]?.whenever as number]))
  const decisionAt = new Map<object, number>(plan.decisions.map(({ decision }, i) => [decision, i]))
  return (node) => {
    const [condition, decision] = [conditionAt.get(node), decisionAt.get(node)]
    if (condition !== undefined) return space.condition(condition)
    return decision === undefined ? null : space.decision(decision)
  }
}
