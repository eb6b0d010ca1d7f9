import type { Asking, Condition, Pathway } from '@facialis/language'
import { type Everybody, restingOn } from '../everybody/everybody.ts'
import type { Literal } from '../everybody/literal.ts'
import { somebodyIn } from '../everybody/somebody.ts'
import { couldBeRecorded } from '../people/judged.ts'
import { fillerOf } from '../plan/fill.ts'
import { isTruth } from '../plan/is-truth.ts'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { askedBy } from '../plan/planned-decision.ts'
import { besideOneAnother, differingIn, isOfEntries, lookingInto, type Parts } from './closely.ts'
import { askedAgain, numbersOf, type Somebody } from './killing.ts'

/** Conditions and decisions that are asked. */
type Asked = Readonly<{ nodes: readonly NodeIndex[]; decisions: readonly number[] }>

export type Question = Readonly<{
  pathway: Pathway
  plan: Plan
  asking: Asking
  /** The two sides that may differ. */
  sides: readonly [Asked, Asked]
  differing: (all: Everybody) => Literal
  /** They differ for this person, by the evaluator. */
  isOther: (somebody: Somebody) => boolean
}>

/** How often more is looked into, and how many contradictions are met each time before it is given up. */
const [rounds, patience] = [25, 20_000]

/**
 * Somebody for whom two sides differ, or that there is nobody. What differs between them is looked at entry by entry, and
 * what all else comes to is left open; where that leaves somebody for whom they do not differ after all, one of the things
 * that were thought otherwise of this person is looked into as well, and so on. Leaving open leaves nobody out, so that
 * nobody is nobody however little was looked into.
 */
export function somebodyOther({
  pathway,
  plan,
  asking,
  sides,
  differing,
  isOther,
}: Question): Somebody | 'nobody' | null {
  const [own, changed] = sides.map(({ nodes, decisions }) => restingOn(plan, nodes, decisions)) as [Parts, Parts]
  const nodes = own.nodes.symmetricDifference(changed.nodes)
  const decisions = own.decisions.symmetricDifference(changed.decisions)
  const ofEntries = new Set([...nodes].filter((at) => isOfEntries(plan.nodes[at] as PlanNode)))
  const asked = askedAgain(plan)
  const fill = fillerOf(plan)
  for (let round = 0; round < rounds; round++) {
    const all = lookingInto(plan, { nodes: ofEntries, decisions })
    const is = all.mayBe(differing(all), patience)
    if (is !== true) return is === false ? 'nobody' : null
    const somebody = somebodyIn(all, asking.asOf)
    if (couldBeRecorded(pathway, somebody.chart) && isOther(somebody)) return somebody
    asked.begin(fill(somebody.chart, somebody.asking), numbersOf(plan, somebody.asking))
    const near = restingOn(plan, [...nodes, ...ofEntries], [...decisions]).nodes
    const [next] = thoughtOtherwise(all, asked, sides, { nodes: ofEntries, decisions }).sort(
      (a, b) => Number(a.isMeasure) - Number(b.isMeasure) || farFrom(near, a) - farFrom(near, b),
    )
    if (!next) return null
    if (next.kind === 'node') ofEntries.add(next.at)
    else decisions.add(next.at)
  }
  return null

  /** How much it rests on that nothing looked into so far rests on. */
  function farFrom(near: ReadonlySet<NodeIndex>, { kind, at }: Thought): number {
    return restingOn(plan, kind === 'node' ? [at] : [], kind === 'node' ? [] : [at]).nodes.difference(near).size
  }
}

/** What several entries come to: a condition, or a number or date; or what a decision about each of them comes to. */
type Thought = Readonly<{ kind: 'node' | 'decision'; at: number; isMeasure: boolean }>

/** What was left open, and is not so of the person who was found. */
function thoughtOtherwise(
  { plan, solver, truth, answers }: Everybody,
  asked: ReturnType<typeof askedAgain>,
  sides: Question['sides'],
  looked: Parts,
): Thought[] {
  const found: Thought[] = []
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
    if (isOfEntries(node) && !looked.nodes.has(index)) {
      found.push({ kind: 'node', at: index, isMeasure: !isTruth(node) })
      return
    }
    if (node.op === 'decided') decide(node.decision)
    for (const one of mentionedBy(node)) visit(one)
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
    for (const one of askedBy(body)) visit(one)
    if (body.kind === 'gate' && body.behind !== null) decide(body.behind)
    if (body.kind === 'fold') decide(body.each)
  }
  for (const { nodes, decisions } of sides) {
    for (const one of nodes) visit(one)
    for (const one of decisions) decide(one)
  }
  return found
}

/** Whether two conditions about a person are found to come to the same, whoever is asked. */
export function isSameFurther(pathway: Pathway, asking: Asking, before: Condition, after: Condition): boolean {
  const both = besideOneAnother(pathway, before, after)
  if (!both) return false
  const { plan, own, changed } = both
  const asked = askedAgain(plan)
  const fill = fillerOf(plan)
  const found = somebodyOther({
    pathway,
    plan,
    asking,
    sides: [
      { nodes: [own], decisions: [] },
      { nodes: [changed], decisions: [] },
    ],
    differing: differingIn(own, changed),
    isOther: (somebody) => {
      asked.begin(fill(somebody.chart, somebody.asking), numbersOf(plan, somebody.asking))
      return asked.truth(own, -1) !== asked.truth(changed, -1)
    },
  })
  return found === 'nobody'
}
