import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'

/**
 * A small-model bound: how many entries of each kind suffice. For any chart there is one with no more entries on which all these
 * nodes and decisions have the same values, since a few witnesses decide each quantifier.
 */
export function sufficientRows(
  plan: Plan,
  asked: ReadonlySet<NodeIndex>,
  decisions: ReadonlySet<number>,
): readonly number[] {
  const enough = plan.layout.entryKinds.map(() => 0)
  const add = (entryKind: number, rows: number): void => {
    enough[entryKind] = (enough[entryKind] as number) + rows
  }
  for (const index of asked) {
    const node = plan.nodes[index] as PlanNode
    if (node.op === 'some') add(node.entryKind, 1)
    // One that surely counts and is the last, and one that may lie beyond it; or one that says it is not known.
    if (node.op === 'latest-date' || node.op === 'first-date') add(node.entryKind, 2)
    // One that surely counts, and one that may.
    if (node.op === 'count') add(node.entryKind, 2)
    // Two that say otherwise, each with as many as have to lie beyond it.
    if (node.op === 'recent') add(node.entryKind, 2 * (node.back + 1))
  }
  for (const index of decisions) {
    const body = plan.decisions[index]?.body
    if (body?.kind === 'fold') add(body.entryKind, 1)
  }
  return enough
}
