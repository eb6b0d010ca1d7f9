import type { Asking, Pathway } from '@facialis/language'
import { couldBeRecorded } from '../local-search/judgements.ts'
import { fillerOf } from '../plan/fill.ts'
import { isTruth } from '../plan/is-truth.ts'
import { memoisedEvaluator } from '../plan/memoised-evaluator.ts'
import type { NodeEvaluator as AskedPlan } from '../plan/node-evaluator.ts'
import { operandsOf } from '../plan/operands.ts'
import type { EntryKindIndex, NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import { conditionOperands, decisionOperands } from '../plan/planned-body.ts'
import { decodeModel, type Witness } from './decode-model.ts'
import type { Literal } from './literal.ts'
import { type Parts, readsEntries, refinedPlan } from './refined-plan.ts'
import { dependenciesOf, type SymbolicPlan } from './symbolic-plan.ts'

/** The conditions and decisions of a query. */
export type Query = Readonly<{ nodes: readonly NodeIndex[]; decisions: readonly number[] }>

/** The day and policy, and the number of conflicts after which the solver gives up. */
export type Budget = Readonly<{ asking: Asking; patience: number }>

export type Refinement = Budget &
  Readonly<{
    pathway: Pathway
    plan: Plan
    /** What the property depends on. */
    query: Query
    encode: (all: SymbolicPlan) => Literal
    /** Whether the evaluator confirms the property of a person. */
    isConfirmed: (somebody: Witness) => boolean
    /** The kind of the entry that the query is about. */
    of?: EntryKindIndex | null
    /** Encoded entry by entry from the beginning. */
    refinedFirst: Parts
    /** Abstractions whose dependencies add least to these are refined first. */
    near: readonly NodeIndex[]
    /** Abstractions refined at a time; where it is one, each is first tried alone, which often suffices. */
    batchSize: number
    /** The number of refinement rounds. */
    rounds: number
  }>

/**
 * Counterexample-guided abstraction refinement (CEGAR): finds a person with a property, or proves that there is none. First only
 * a few nodes are encoded entry by entry, all others are free variables. A model that the evaluator rejects is spurious: the
 * abstractions whose assumed values were wrong are refined, and the search repeats. Abstraction only adds models, so an
 * unsatisfiable abstraction is a proof.
 */
export function findByRefinement(options: Refinement): Witness | 'nobody' | null {
  const { pathway, plan, asking, of = null, encode, isConfirmed, patience, batchSize, rounds } = options
  const evaluator = memoisedEvaluator(plan)
  const fill = fillerOf(plan)
  let refined = options.refinedFirst
  for (let round = 0; round < rounds; round++) {
    const all = refinedPlan(plan, refined, of)
    const is = all.isSatisfiable(encode(all), patience)
    if (is !== true) return is === false ? 'nobody' : null
    const witness = decodeModel(all, asking.asOf)
    if (couldBeRecorded(pathway, witness.chart) && isConfirmed(witness)) return witness
    evaluator.begin(fill(witness.chart, witness.asking), planParameters(plan, witness.asking))
    const near = dependenciesOf(plan, [...options.near, ...refined.nodes], [...refined.decisions]).nodes
    const spurious = nearestFirst(plan, spuriousAbstractions(all, evaluator, options.query, refined), near)
    if (round === 0 && batchSize === 1 && spurious.some((one) => isNobodyWith(refineFurther(refined, [one]))))
      return 'nobody'
    if (spurious.length === 0) return null
    refined = refineFurther(refined, spurious.slice(0, batchSize))
  }
  return null

  function isNobodyWith(parts: Parts): boolean {
    const all = refinedPlan(plan, parts, of)
    return all.isSatisfiable(encode(all), patience) === false
  }
}

/** A free variable for an aggregate over entries: a condition, a number or date, or a folded decision. */
type Abstraction = Readonly<{ kind: 'node' | 'decision'; at: number; isMeasure: boolean }>

const refineFurther = ({ nodes, decisions }: Parts, abstractions: readonly Abstraction[]): Parts => {
  const of = (kind: Abstraction['kind']): ReadonlySet<number> =>
    new Set(abstractions.flatMap((one) => (one.kind === kind ? [one.at] : [])))
  return { nodes: nodes.union(of('node')), decisions: decisions.union(of('decision')) }
}

/** Conditions before numbers, then by the number of new dependencies. */
function nearestFirst(
  plan: Plan,
  abstractions: readonly Abstraction[],
  near: ReadonlySet<NodeIndex>,
): readonly Abstraction[] {
  const far = ({ kind, at }: Abstraction): number =>
    dependenciesOf(plan, kind === 'node' ? [at] : [], kind === 'node' ? [] : [at]).nodes.difference(near).size
  return abstractions
    .map((abstraction) => ({ thought: abstraction, far: far(abstraction) }))
    .sort((a, b) => Number(a.thought.isMeasure) - Number(b.thought.isMeasure) || a.far - b.far)
    .map(({ thought: abstraction }) => abstraction)
}

/** The abstractions whose assumed values differ from those of the person who was found. */
function spuriousAbstractions(
  { plan, solver, truth, answers }: SymbolicPlan,
  evaluator: AskedPlan,
  { nodes, decisions }: Query,
  refined: Parts,
): readonly Abstraction[] {
  const found: Abstraction[] = []
  const seen = { nodes: new Set<NodeIndex>(), decisions: new Set<number>() }
  const isAsEvaluated = (index: NodeIndex): boolean => {
    const { yes, no } = truth(index)
    return evaluator.truth(index, -1) === (solver.isTrue(yes) ? 2 : solver.isTrue(no) ? 0 : 1)
  }
  const visit = (index: NodeIndex): void => {
    if (seen.nodes.has(index)) return
    seen.nodes.add(index)
    const node = plan.nodes[index] as PlanNode
    if (node.within === null && isTruth(node) && isAsEvaluated(index)) return
    if (readsEntries(node) && !refined.nodes.has(index)) {
      found.push({ kind: 'node', at: index, isMeasure: !isTruth(node) })
      return
    }
    if (node.op === 'decided') decide(node.decision)
    for (const one of operandsOf(node)) visit(one)
  }
  const decide = (index: number): void => {
    if (seen.decisions.has(index)) return
    seen.decisions.add(index)
    const { body, within } = plan.decisions[index] as Plan['decisions'][number]
    if (within === null && solver.isTrue(answers(index)[evaluator.answer(index, -1)] as Literal)) return
    if (body.kind === 'fold' && !refined.decisions.has(index)) {
      found.push({ kind: 'decision', at: index, isMeasure: false })
      return
    }
    for (const one of conditionOperands(body)) visit(one)
    for (const one of decisionOperands(body)) decide(one)
  }
  for (const one of nodes) visit(one)
  for (const one of decisions) decide(one)
  return found
}
