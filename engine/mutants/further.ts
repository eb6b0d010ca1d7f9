import type { Asking, Pathway } from '@facialis/language'
import { type Everybody, restingOn } from '../everybody/everybody.ts'
import type { Literal } from '../everybody/literal.ts'
import { somebodyIn } from '../everybody/somebody.ts'
import { couldBeRecorded } from '../people/judged.ts'
import { fillerOf } from '../plan/fill.ts'
import { isTruth } from '../plan/is-truth.ts'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex, Plan, PlanNode, RoomIndex } from '../plan/plan.ts'
import { askedBy } from '../plan/planned-decision.ts'
import { besideOneAnother, differingIn, isOfEntries, lookingInto, type Parts, roomOf, type Two } from './closely.ts'
import { askedAgain, numbersOf, type Somebody } from './killing.ts'

/** Conditions and decisions that are asked. */
type Asked = Readonly<{ nodes: readonly NodeIndex[]; decisions: readonly number[] }>

/** Of people on this day, meeting so many contradictions each time before it is given up. */
export type Patiently = Readonly<{ asking: Asking; patience: number }>

type Question = Patiently &
  Readonly<{
    pathway: Pathway
    plan: Plan
    /** The two sides that may differ. */
    sides: readonly [Asked, Asked]
    differing: (all: Everybody) => Literal
    /** The kind of entry one of which is asked about. */
    of?: RoomIndex | null
    /** They differ for this person, by the evaluator. */
    isOther: (somebody: Somebody) => boolean
  }>

/** How often more is looked into. */
const rounds = 25

/**
 * Somebody for whom two sides differ, or that there is nobody. What differs between them is looked at entry by entry, and
 * what all else comes to is left open; where that leaves somebody for whom they do not differ after all, one of the things
 * that were thought otherwise of this person is looked into as well, and so on: first each of them alone, for one is often
 * enough. Leaving open leaves nobody out, so that nobody is nobody however little was looked into.
 */
export function somebodyOther(question: Question): Somebody | 'nobody' | null {
  const { pathway, plan, asking, sides, differing, of = null, isOther, patience } = question
  const [own, changed] = sides.map(({ nodes, decisions }) => restingOn(plan, nodes, decisions)) as [Parts, Parts]
  const nodes = own.nodes.symmetricDifference(changed.nodes)
  const ofEntries = [...nodes].filter((at) => isOfEntries(plan.nodes[at] as PlanNode))
  let looked: Parts = { nodes: new Set(ofEntries), decisions: own.decisions.symmetricDifference(changed.decisions) }
  const asked = askedAgain(plan)
  const fill = fillerOf(plan)
  for (let round = 0; round < rounds; round++) {
    const all = lookingInto(plan, looked, of)
    const is = all.mayBe(differing(all), patience)
    if (is !== true) return is === false ? 'nobody' : null
    const somebody = somebodyIn(all, asking.asOf)
    if (couldBeRecorded(pathway, somebody.chart) && isOther(somebody)) return somebody
    asked.begin(fill(somebody.chart, somebody.asking), numbersOf(plan, somebody.asking))
    const near = restingOn(plan, [...nodes, ...looked.nodes], [...looked.decisions]).nodes
    const thoughts = thoughtOtherwise(all, asked, sides, looked).sort(
      (a, b) => Number(a.isMeasure) - Number(b.isMeasure) || farFrom(near, a) - farFrom(near, b),
    )
    if (round === 0 && thoughts.some((one) => isNobodyWith(adding(one)))) return 'nobody'
    const [next] = thoughts
    if (!next) return null
    looked = adding(next)
  }
  return null

  function adding({ kind, at }: Thought): Parts {
    const { nodes, decisions } = looked
    return kind === 'node'
      ? { nodes: new Set(nodes).add(at), decisions }
      : { nodes, decisions: new Set(decisions).add(at) }
  }
  function isNobodyWith(parts: Parts): boolean {
    const all = lookingInto(plan, parts, of)
    return all.mayBe(differing(all), patience) === false
  }
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

/** Whether two conditions are found to come to the same as far as it matters, whoever is asked. */
export function isSameFurther(pathway: Pathway, two: Two, { asking, patience }: Patiently): boolean {
  const { plan, own, changed } = besideOneAnother(pathway, two)
  const of = roomOf(plan, [own, changed])
  const asked = askedAgain(plan)
  const fill = fillerOf(plan)
  const isOtherAt = (row: number): boolean => {
    const [one, other] = [asked.truth(own, row), asked.truth(changed, row)]
    return (two.matters.yes && (one === 2) !== (other === 2)) || (two.matters.no && (one === 0) !== (other === 0))
  }
  const found = somebodyOther({
    pathway,
    plan,
    asking,
    sides: [
      { nodes: [own], decisions: [] },
      { nodes: [changed], decisions: [] },
    ],
    differing: differingIn([own, changed], two.matters),
    of,
    patience,
    isOther: (somebody) => {
      const sheet = fill(somebody.chart, somebody.asking)
      asked.begin(sheet, numbersOf(plan, somebody.asking))
      if (of === null) return isOtherAt(-1)
      return Array.from({ length: sheet.counts[of] as number }, (_, row) => row).some(isOtherAt)
    },
  })
  return found === 'nobody'
}
