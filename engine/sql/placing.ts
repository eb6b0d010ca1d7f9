/**
 * When entries are gone through. What is asked of them can be worked out as soon as what it rests on is known, and has to
 * be before somebody asks for it; between the two it goes where most of it is worked out anyway, so that as little as
 * possible is gone through and worked out twice.
 */
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'

/** What is asked of the entries of a kind. */
export type Wanted = Readonly<{
  entryKind: number
  key: string
  /** The conditions it consists of. */
  of: readonly NodeIndex[]
  /** The first stage in which it can be worked out. */
  from: number
  /** The last stage in which it is early enough. */
  to: number
}>

/** The stage in which each is worked out; null for what was not wanted. */
export type Placing = (key: string) => number | null

export function placed(plan: Plan, all: Iterable<Wanted>): Placing {
  const stages = new Map<string, number>()
  for (const wanted of Map.groupBy(all, ({ entryKind }) => entryKind).values()) {
    // Whoever cannot wait longest comes first; the others join them where they can.
    const taken: number[] = []
    for (const { from, to } of wanted.toSorted((a, b) => a.to - b.to))
      if (!taken.some((stage) => stage >= from && stage <= to)) taken.push(to)
    const placesOf = ({ from, to }: Wanted): number[] => taken.filter((stage) => stage >= from && stage <= to)
    const workedOut = new Map(taken.map((stage) => [stage, new Set<NodeIndex>()]))
    for (const one of wanted.toSorted((a, b) => placesOf(a).length - placesOf(b).length)) {
      const own = [...restsOn(one, plan)]
      const already = (stage: number): number => own.filter((index) => workedOut.get(stage)?.has(index)).length
      const [first, ...others] = placesOf(one) as [number, ...number[]]
      const best = others.reduce((most, stage) => (already(stage) > already(most) ? stage : most), first)
      stages.set(one.key, best)
      for (const index of own) workedOut.get(best)?.add(index)
    }
  }
  return (key) => stages.get(key) ?? null
}

/** What has to be worked out of each entry for its sake. */
function restsOn({ of, entryKind }: Wanted, { nodes }: Plan): ReadonlySet<NodeIndex> {
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
