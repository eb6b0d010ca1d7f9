import type { EntryKindIndex, Plan, PlanNode, PlannedBody } from '../plan/plan.ts'
import { enoughRows } from './enough-rows.ts'
import { type Everybody, everybody, type restingOn } from './everybody.ts'
import type { Sum } from './numbers.ts'

/** What something rests on, itself included. */
export type Parts = ReturnType<typeof restingOn>

export const isOfEntries = (part: PlanNode | PlannedBody): boolean =>
  'entryKind' in part && !('op' in part && part.op === 'entry-date')

/**
 * Everybody, with only these looked at entry by entry: of all else it is left open what its entries come to.
 * @param of the kind of entry one of which is asked about
 */
export function lookingInto(plan: Plan, { nodes, decisions }: Parts, of: EntryKindIndex | null): Everybody {
  const parts = new Set<PlanNode | PlannedBody>([
    ...[...nodes].map((at) => plan.nodes[at] as PlanNode),
    ...[...decisions].map((at) => (plan.decisions[at] as Plan['decisions'][number]).body),
  ])
  const enough = enoughRows(plan, nodes, decisions)
  const rowsOf = (entryKind: EntryKindIndex): number => (enough[entryKind] as number) + (entryKind === of ? 1 : 0)
  const all = everybody(plan, { rowsOf, isCounted: false, isLookedInto: (part) => parts.has(part) })
  // Which of several entries is which makes no difference: but for the one that is asked about, the later stand first.
  for (const entryKind of enough.keys())
    for (let row = entryKind === of ? 2 : 1; row < rowsOf(entryKind); row++) {
      const [before, after] = [row - 1, row].map((one) => all.sheet.entryDate(entryKind, one).hi) as [Sum, Sum]
      all.gates.hold(all.numbers.isAtMost(after, before))
    }
  return all
}
