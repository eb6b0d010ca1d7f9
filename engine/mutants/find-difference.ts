import type { Pathway } from '@facialis/language'
import { fillerOf } from '../plan/fill.ts'
import { memoisedEvaluator } from '../plan/memoised-evaluator.ts'
import type { EntryKindIndex, Plan, PlanNode } from '../plan/plan.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import type { Witness } from '../symbolic/decode-model.ts'
import { type Budget, findByRefinement, type Query } from '../symbolic/find-by-refinement.ts'
import type { Literal } from '../symbolic/literal.ts'
import { type Parts, readsEntries } from '../symbolic/refined-plan.ts'
import { dependenciesOf, type SymbolicPlan } from '../symbolic/symbolic-plan.ts'
import { difference, entryKindOf, pairedPlan, type Two } from './is-equivalent.ts'

type Question = Budget &
  Readonly<{
    pathway: Pathway
    plan: Plan
    /** The two sides that may differ. */
    sides: readonly [Query, Query]
    differing: (all: SymbolicPlan) => Literal
    /** The kind of entry one of which is asked about. */
    of?: EntryKindIndex | null
    /** They differ for this person, by the evaluator. */
    isOther: (somebody: Witness) => boolean
  }>

/** Finds a person for whom two sides differ, or proves that there is none, by refinement starting from what differs. */
export function findDifference({ sides, differing, isOther, ...question }: Question): Witness | 'nobody' | null {
  const { plan } = question
  const [own, changed] = sides.map(({ nodes, decisions }) => dependenciesOf(plan, nodes, decisions)) as [Parts, Parts]
  const nodes = own.nodes.symmetricDifference(changed.nodes)
  const ofEntries = [...nodes].filter((at) => readsEntries(plan.nodes[at] as PlanNode))
  return findByRefinement({
    ...question,
    query: { nodes: sides.flatMap(({ nodes }) => nodes), decisions: sides.flatMap(({ decisions }) => decisions) },
    encode: differing,
    isConfirmed: isOther,
    refinedFirst: { nodes: new Set(ofEntries), decisions: own.decisions.symmetricDifference(changed.decisions) },
    near: [...nodes],
    batchSize: 1,
    rounds: 25,
  })
}

/** Whether two conditions are found to come to the same as far as it matters, whoever is asked. */
export function isEquivalentByRefinement(pathway: Pathway, two: Two, { asking, patience }: Budget): boolean {
  const { plan, own, changed } = pairedPlan(pathway, two)
  const of = entryKindOf(plan, [own, changed])
  const asked = memoisedEvaluator(plan)
  const fill = fillerOf(plan)
  const isOtherAt = (row: number): boolean => {
    const [one, other] = [asked.truth(own, row), asked.truth(changed, row)]
    return (two.matters.yes && (one === 2) !== (other === 2)) || (two.matters.no && (one === 0) !== (other === 0))
  }
  const found = findDifference({
    pathway,
    plan,
    asking,
    sides: [
      { nodes: [own], decisions: [] },
      { nodes: [changed], decisions: [] },
    ],
    differing: difference([own, changed], two.matters),
    of,
    patience,
    isOther: (somebody) => {
      const sheet = fill(somebody.chart, somebody.asking)
      asked.begin(sheet, planParameters(plan, somebody.asking))
      if (of === null) return isOtherAt(-1)
      return Array.from({ length: sheet.counts[of] as number }, (_, row) => row).some(isOtherAt)
    },
  })
  return found === 'nobody'
}
