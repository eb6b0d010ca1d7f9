import type { Decision, Entry, Pathway, PolicyNumber } from '@facialis/language'
import { internTable } from './intern-table.ts'
import type { Layout } from './layout.ts'
import { loweringConditions } from './lower-conditions.ts'
import type { PlannedDecision } from './plan.ts'
import { plannedBody } from './planned-body.ts'

/**
 * Puts conditions, terms and decisions into one table, each when it is first asked for.
 * `proposed`: whether there may be a proposed entry; where answers are asked for there is none.
 */
export function lowering(pathway: Pathway, layout: Layout, proposed: boolean) {
  const policy: PolicyNumber[] = []
  const decisions: PlannedDecision[] = []
  const positions = new Map<Decision, number>()
  const table = internTable()
  const entryKindOf = (entry: Entry): number =>
    layout.entryKinds.findIndex((entryKind) => entryKind.entry.id === entry.id)
  const { condition, date, number } = loweringConditions({ layout, table, entryKindOf, policy, decisionOf, proposed })

  function decisionOf(decision: Decision): number {
    const before = positions.get(decision)
    if (before !== undefined) return before
    const body = plannedBody(decision, { condition, decisionOf, entryKindOf })
    const within =
      decision.scope === 'patient' ? null : layout.entryKinds.findIndex(({ entry }) => entry.id === decision.scope)
    decisions.push({ decision, within, body })
    positions.set(decision, decisions.length - 1)
    return decisions.length - 1
  }
  return { pathway, table, policy, decisions, decisionOf, condition, date, number }
}
