import type { EntryKindIndex, Plan, PlanNode, PlannedBody } from '../plan/plan.ts'
import type { Sum } from './bit-vectors.ts'
import { sufficientRows } from './sufficient-rows.ts'
import { type dependenciesOf, type SymbolicPlan, symbolicPlan } from './symbolic-plan.ts'

/** What something rests on, itself included. */
export type Parts = ReturnType<typeof dependenciesOf>

export const readsEntries = (part: PlanNode | PlannedBody): boolean =>
  'entryKind' in part && !('op' in part && part.op === 'entry-date')

/**
 * A symbolic plan in which only these parts are encoded entry by entry; the values of all other aggregates are free.
 * @param of the kind of entry one of which is asked about
 */
export function refinedPlan(plan: Plan, { nodes, decisions }: Parts, of: EntryKindIndex | null): SymbolicPlan {
  const parts = new Set<PlanNode | PlannedBody>([
    ...[...nodes].map((at) => plan.nodes[at] as PlanNode),
    ...[...decisions].map((at) => (plan.decisions[at] as Plan['decisions'][number]).body),
  ])
  const enough = sufficientRows(plan, nodes, decisions)
  const rowsOf = (entryKind: EntryKindIndex): number => (enough[entryKind] as number) + (entryKind === of ? 1 : 0)
  const all = symbolicPlan(plan, { rowsOf, isExact: false, isExpanded: (part) => parts.has(part) })
  // Which of several entries is which makes no difference: but for the one that is asked about, the later stand first.
  for (const entryKind of enough.keys())
    for (let row = entryKind === of ? 2 : 1; row < rowsOf(entryKind); row++) {
      const [before, after] = [row - 1, row].map((one) => all.sheet.entryDate(entryKind, one).hi) as [Sum, Sum]
      all.logic.assert(all.numbers.isAtMost(after, before))
    }
  return all
}
