import { planOf } from '@facialis/engine'
import { couldBeRecorded } from '@facialis/engine/local-search/judgements.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { memoisedEvaluator } from '@facialis/engine/plan/memoised-evaluator.ts'
import type { PlanNode } from '@facialis/engine/plan/plan.ts'
import { planParameters } from '@facialis/engine/plan/plan-parameters.ts'
import { type Literal, negate } from '@facialis/engine/symbolic/literal.ts'
import { dependenciesOf } from '@facialis/engine/symbolic/symbolic-plan.ts'
import type { Truth } from '@facialis/engine/symbolic/symbolic-spans.ts'
import type { Case } from '../naive/on-the-day.ts'
import type { Encoding } from './encoding.ts'
import { pinned } from './pinned.ts'
import { leftOpen } from './told-otherwise.ts'

const outcomes = ['no', 'unknown', 'yes'] as const
const isSo = ({ yes, no }: Truth, outcome: number): readonly Literal[] => [
  outcome === 2 ? yes : negate(yes),
  outcome === 0 ? no : negate(no),
]

/** Every so-many-th of the questions a pathway asks, from another one on each time. */
const someOf = ({ pathway, chart }: Case, many: number): readonly number[] => {
  const { length } = pathway.toProve.invariants
  const [first, step] = [chart.observations.length, Math.max(1, Math.floor(length / many))]
  return Array.from({ length: Math.min(many, length) }, (_, i) => (first + i * step) % length)
}

/** Looks for somebody of each outcome of some questions; gives who was told otherwise, and how many were found. */
export function foundOtherwise(
  encoding: Encoding,
  one: Case,
  many = 10,
): Readonly<{ otherwise: readonly string[]; found: number }> {
  const { pathway, asking } = one
  const plan = planOf(pathway)
  const all = encoding.symbolicPlan(plan, { rowsOf: () => 2, isExact: true })
  const asked = memoisedEvaluator(plan)
  const fill = fillerOf(plan)
  const otherwise: string[] = []
  let found = 0
  for (const question of someOf(one, many)) {
    const node = plan.invariants[question]?.whenever as number
    if ([...dependenciesOf(plan, [node], []).nodes].some((at) => leftOpen.has(plan.nodes[at]?.op as string))) continue
    for (const [outcome, word] of outcomes.entries()) {
      if (all.solver.solve(isSo(all.truth(node), outcome)) !== true) continue
      found++
      const somebody = encoding.decodeModel(all, asking.asOf)
      asked.begin(fill(somebody.chart, somebody.asking), planParameters(plan, somebody.asking))
      const told = outcomes[asked.truth(node, -1)] as string
      if (!couldBeRecorded(pathway, somebody.chart))
        otherwise.push(`${plan.nodes[node]?.op} ${word}: nobody could record it`)
      else if (told !== word) otherwise.push(`${plan.nodes[node]?.op} ${word}: told ${told}`)
    }
  }
  return { otherwise, found }
}

/**
 * Whoever is on a chart is among everybody with no more entries than are enough for one question alone; gives the
 * questions of which that is not so, and how many were about more entries than that.
 */
export function notEnough(
  encoding: Encoding,
  one: Case,
  many = 12,
): Readonly<{ otherwise: readonly string[]; fewer: number }> {
  const { pathway, chart, asking } = one
  const plan = planOf(pathway)
  const sheet = fillerOf(plan)(chart, asking)
  const asked = memoisedEvaluator(plan)
  asked.begin(sheet, planParameters(plan, asking))
  const otherwise: string[] = []
  let fewer = 0
  for (const question of someOf(one, pathway.toProve.invariants.length)) {
    if (fewer === many) break
    const node = plan.invariants[question]?.whenever as number
    const { nodes, decisions } = dependenciesOf(plan, [node], [])
    const enough = encoding.sufficientRows(plan, nodes, decisions)
    const entryKinds = new Set(
      [...nodes].map((at) => plan.nodes[at] as PlanNode).flatMap((one) => ('entryKind' in one ? one.entryKind : [])),
    )
    if ([...entryKinds].every((entryKind) => (enough[entryKind] as number) >= (sheet.counts[entryKind] as number)))
      continue
    fewer++
    const truth = asked.truth(node, -1)
    // Whatever is not looked into may come to anything: that leaves nobody out.
    for (const isExpanded of [() => true, (part: object) => plan.nodes.indexOf(part as PlanNode) % 2 === 0]) {
      const all = encoding.symbolicPlan(plan, {
        rowsOf: (entryKind) => enough[entryKind] as number,
        isExact: false,
        isExpanded,
      })
      const is = isSo(all.truth(node), truth)
      if (!all.solver.solve([...is, ...pinned(all, sheet, { asking, withEntries: false })]))
        otherwise.push(`${plan.nodes[node]?.op} ${outcomes[truth]} with ${enough} of ${sheet.counts}`)
    }
  }
  return { otherwise, fewer }
}
