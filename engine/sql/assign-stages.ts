/**
 * Assigns each aggregate over entries to a stage. It can be computed once its operands are known and must be before it is
 * first read. Within that interval a greedy choice (earliest deadline first, then most shared subexpressions) keeps the
 * number of scans, and what is computed twice, low.
 */
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'

/** An aggregate some later stage needs. */
export type AggregateRequest = Readonly<{
  entryKind: number
  key: string
  /** The conditions it consists of. */
  of: readonly NodeIndex[]
  /** The first stage in which it can be worked out. */
  from: number
  /** The last stage in which it is early enough. */
  to: number
}>

/** The stage of each aggregate; null where it was not requested. */
export type StageAssignment = (key: string) => number | null

export function assignStages(plan: Plan, all: Iterable<AggregateRequest>): StageAssignment {
  const stages = new Map<string, number>()
  for (const wanted of Map.groupBy(all, ({ entryKind }) => entryKind).values()) {
    // Whoever cannot wait longest comes first; the others join them where they can.
    const taken: number[] = []
    for (const { from, to } of wanted.toSorted((a, b) => a.to - b.to))
      if (!taken.some((stage) => stage >= from && stage <= to)) taken.push(to)
    const placesOf = ({ from, to }: AggregateRequest): number[] => taken.filter((stage) => stage >= from && stage <= to)
    const workedOut = new Map(taken.map((stage) => [stage, new Set<NodeIndex>()]))
    for (const one of wanted.toSorted((a, b) => placesOf(a).length - placesOf(b).length)) {
      const own = [...dependencies(one, plan)]
      const already = (stage: number): number => own.filter((index) => workedOut.get(stage)?.has(index)).length
      const [first, ...others] = placesOf(one) as [number, ...number[]]
      const best = others.reduce((most, stage) => (already(stage) > already(most) ? stage : most), first)
      stages.set(one.key, best)
      for (const index of own) workedOut.get(best)?.add(index)
    }
  }
  return (key) => stages.get(key) ?? null
}

/** The entry-level nodes it depends on, transitively. */
function dependencies({ of, entryKind }: AggregateRequest, { nodes }: Plan): ReadonlySet<NodeIndex> {
  const found = new Set<NodeIndex>()
  const visit = (index: NodeIndex): void => {
    const node = nodes[index] as PlanNode
    if (node.within !== entryKind || found.has(index)) return
    found.add(index)
    for (const one of operandsOf(node)) visit(one)
  }
  for (const one of of) visit(one)
  return found
}
