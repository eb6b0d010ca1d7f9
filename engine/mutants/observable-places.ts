import { type Condition, type Decision, memoiseWeak, type Pathway } from '@facialis/language'
import { planOf } from '../plan/lower.ts'
import { asInvariant } from '../symbolic/as-invariant.ts'
import { type Literal, negate } from '../symbolic/literal.ts'
import { dependenciesOf, type SymbolicPlan, symbolicPlan } from '../symbolic/symbolic-plan.ts'
import type { Mutant } from './mutants.ts'
import { conditionOf, everythingShown, isDecision, rulesOf, type Shown } from './rules.ts'

/** Where it may show that a mutant says something else. */
export type ObservablePlaces = Readonly<{ mutant: Mutant; at: readonly Shown[] }>

/** So many are lowered together. */
const together = 150
/** What rests on more than this is not looked at here: what is the same is so mostly near by. */
const widest = 800
/** How many contradictions are met before a part counts as different. */
const patience = 300

/**
 * The places where each mutant may be observable. A place is pruned when the changed part, or everything that refers to it, is
 * equivalent to the original with the aggregates over entries left free.
 */
export function* observablePlaces(pathway: Pathway, mutants: readonly Mutant[]): Generator<ObservablePlaces> {
  const isNarrow = narrowIn(pathway)
  for (let from = 0; from < mutants.length; from += together) {
    const batch = mutants.slice(from, from + together)
    const sameFor = sameIn(pathway, batch, isNarrow)
    for (const mutant of batch) yield { mutant, at: observableFrom(mutant, sameFor(mutant)) }
  }
}

/** From the changed part up to what is told, past nothing that is the same: what of that may show the change. */
export function observableFrom(mutant: Mutant, isSame: (node: object) => boolean): readonly Shown[] {
  const shows = new Map<object, Shown>(mutant.shows().map((shown) => [shown.node, shown]))
  const [seen, found] = [new Set<object>(), new Set<Shown>()]
  let front: readonly object[] = [mutant.part]
  while (front.length > 0) {
    const different = front.filter((node) => !seen.has(node) && !isSame(node))
    for (const node of front) seen.add(node)
    const told = different.flatMap((node) => shows.get(node) ?? [])
    for (const shown of told) found.add(shown)
    front = [...new Set(different.filter((node) => !shows.has(node)).flatMap(mutant.above))]
  }
  return mutant.shows().filter((shown) => found.has(shown))
}

type Compared = Condition | Decision
const comparable = (node: object): Compared | null => conditionOf(node) ?? (isDecision(node) ? node : null)

/** Of the rules as they are, whether a part rests on little. */
const narrowIn = memoiseWeak(narrowOf)
function narrowOf(pathway: Pathway): (part: Compared) => boolean {
  const asked = [...everythingShown(rulesOf(pathway)).values()].flatMap((one) =>
    one.claim === 'answers' ? [] : [asInvariant(one.node.when)],
  )
  const plan = planOf({ ...pathway, toProve: { ...pathway.toProve, invariants: asked } })
  const decisionAt = new Map<Decision, number>(plan.decisions.map(({ decision }, at) => [decision, at]))
  return memoiseWeak((part) => {
    const [node, decision] = isDecision(part) ? [undefined, decisionAt.get(part)] : [plan.nodeOf.get(part), undefined]
    const { nodes } = dependenciesOf(plan, node === undefined ? [] : [node], decision === undefined ? [] : [decision])
    return nodes.size > 0 && nodes.size <= widest
  })
}

function sameIn(
  pathway: Pathway,
  mutants: readonly Mutant[],
  isNarrow: (part: Compared) => boolean,
): (mutant: Mutant) => (node: object) => boolean {
  const conditions = new Map<Condition, number>()
  const decisions = new Set<Decision>(pathway.decisions)
  const pairOf = (mutant: Mutant, node: object): readonly [Compared, Compared] | null => {
    const before = comparable(node)
    const after = before && isNarrow(before) ? comparable(mutant.now(node)) : null
    return before && after ? [before, after] : null
  }
  for (const mutant of mutants)
    observableFrom(mutant, (node) => {
      for (const one of pairOf(mutant, node) ?? [])
        if (isDecision(one)) decisions.add(one)
        else if (!conditions.has(one)) conditions.set(one, conditions.size)
      return false
    })
  const toProve = { ...pathway.toProve, invariants: [...conditions.keys()].map(asInvariant) }
  const plan = planOf({ ...pathway, decisions: [...decisions], toProve })
  const decisionAt = new Map<Decision, number>(plan.decisions.map(({ decision }, at) => [decision, at]))
  const all = symbolicPlan(plan, { rowsOf: () => null, isExact: false })
  const outcomes = (one: Compared): readonly Literal[] => {
    if (isDecision(one)) return all.answers(decisionAt.get(one) as number)
    const { yes, no } = all.truth(plan.invariants[conditions.get(one) as number]?.whenever as number)
    return [yes, no]
  }
  return (mutant) => (node) => {
    const pair = pairOf(mutant, node)
    if (!pair) return false
    return all.isSatisfiable(differing(all, outcomes(pair[0]), outcomes(pair[1])), patience) === false
  }
}

const differing = ({ logic }: SymbolicPlan, before: readonly Literal[], after: readonly Literal[]): Literal =>
  logic.any(before.map((so, at) => logic.xor(so, after[at] ?? negate(logic.yes))))
