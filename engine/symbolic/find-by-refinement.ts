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
import type { Literal } from './literal.ts'
import { type Parts, readsEntries, refinedPlan } from './refined-plan.ts'
import { decodeModel, type Somebody } from './somebody.ts'
import { dependenciesOf, type SymbolicPlan } from './symbolic-plan.ts'

/** Conditions and decisions that are asked. */
export type Asked = Readonly<{ nodes: readonly NodeIndex[]; decisions: readonly number[] }>

/** Of people on this day, meeting so many contradictions each time before it is given up. */
export type Budget = Readonly<{ asking: Asking; patience: number }>

export type Refinement = Budget &
  Readonly<{
    pathway: Pathway
    plan: Plan
    /** What tells whether somebody is such. */
    asked: Asked
    isSuch: (all: SymbolicPlan) => Literal
    /** The same of a person by the evaluator. */
    isSuchThere: (somebody: Somebody) => boolean
    /** The kind of entry one of which is asked about. */
    of?: EntryKindIndex | null
    /** Looked at entry by entry from the beginning. */
    first: Parts
    /** What all that is looked into lies near to; what adds least to it comes next. */
    near: readonly NodeIndex[]
    /** So many things at a time; where it is one, each is first looked into alone, for that is often enough. */
    atATime: number
    /** How often more is looked into. */
    rounds: number
  }>

/**
 * Counterexample-guided abstraction refinement (CEGAR): finds a person with a property, or proves that there is none. First only
 * a few nodes are encoded entry by entry, all others are free variables. A model that the evaluator rejects is spurious: the
 * abstractions whose assumed values were wrong are refined, and the search repeats. Abstraction only adds models, so an
 * unsatisfiable abstraction is a proof.
 */
export function findByRefinement(sought: Refinement): Somebody | 'nobody' | null {
  const { pathway, plan, asking, of = null, isSuch, isSuchThere, patience, atATime, rounds } = sought
  const asked = memoisedEvaluator(plan)
  const fill = fillerOf(plan)
  let looked = sought.first
  for (let round = 0; round < rounds; round++) {
    const all = refinedPlan(plan, looked, of)
    const is = all.isSatisfiable(isSuch(all), patience)
    if (is !== true) return is === false ? 'nobody' : null
    const somebody = decodeModel(all, asking.asOf)
    if (couldBeRecorded(pathway, somebody.chart) && isSuchThere(somebody)) return somebody
    asked.begin(fill(somebody.chart, somebody.asking), planParameters(plan, somebody.asking))
    const near = dependenciesOf(plan, [...sought.near, ...looked.nodes], [...looked.decisions]).nodes
    const thoughts = nearestFirst(plan, spuriousAbstractions(all, asked, sought.asked, looked), near)
    if (round === 0 && atATime === 1 && thoughts.some((one) => isNobodyWith(withThese(looked, [one])))) return 'nobody'
    if (thoughts.length === 0) return null
    looked = withThese(looked, thoughts.slice(0, atATime))
  }
  return null

  function isNobodyWith(parts: Parts): boolean {
    const all = refinedPlan(plan, parts, of)
    return all.isSatisfiable(isSuch(all), patience) === false
  }
}

/** What several entries come to: a condition, or a number or date; or what a decision about each of them comes to. */
type Abstraction = Readonly<{ kind: 'node' | 'decision'; at: number; isMeasure: boolean }>

const withThese = ({ nodes, decisions }: Parts, thoughts: readonly Abstraction[]): Parts => {
  const of = (kind: Abstraction['kind']): ReadonlySet<number> =>
    new Set(thoughts.flatMap((one) => (one.kind === kind ? [one.at] : [])))
  return { nodes: nodes.union(of('node')), decisions: decisions.union(of('decision')) }
}

/** Conditions before numbers, and first what rests on least that nothing looked into so far rests on. */
function nearestFirst(
  plan: Plan,
  thoughts: readonly Abstraction[],
  near: ReadonlySet<NodeIndex>,
): readonly Abstraction[] {
  const far = ({ kind, at }: Abstraction): number =>
    dependenciesOf(plan, kind === 'node' ? [at] : [], kind === 'node' ? [] : [at]).nodes.difference(near).size
  return thoughts
    .map((thought) => ({ thought, far: far(thought) }))
    .sort((a, b) => Number(a.thought.isMeasure) - Number(b.thought.isMeasure) || a.far - b.far)
    .map(({ thought }) => thought)
}

/** What was left open, and is not so of the person who was found. */
function spuriousAbstractions(
  { plan, solver, truth, answers }: SymbolicPlan,
  asked: AskedPlan,
  { nodes, decisions }: Asked,
  looked: Parts,
): readonly Abstraction[] {
  const found: Abstraction[] = []
  const seen = { nodes: new Set<NodeIndex>(), decisions: new Set<number>() }
  const isSo = (index: NodeIndex): boolean => {
    const { yes, no } = truth(index)
    return asked.truth(index, -1) === (solver.isTrue(yes) ? 2 : solver.isTrue(no) ? 0 : 1)
  }
  const visit = (index: NodeIndex): void => {
    if (seen.nodes.has(index)) return
    seen.nodes.add(index)
    const node = plan.nodes[index] as PlanNode
    if (node.within === null && isTruth(node) && isSo(index)) return
    if (readsEntries(node) && !looked.nodes.has(index)) {
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
    if (within === null && solver.isTrue(answers(index)[asked.answer(index, -1)] as Literal)) return
    if (body.kind === 'fold' && !looked.decisions.has(index)) {
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
