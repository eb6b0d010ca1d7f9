import { memoiseWeak, type Pathway } from '@facialis/language'
import { layoutOf } from '../plan/layout.ts'
import { withUses } from '../plan/lower.ts'
import { lowering } from '../plan/lowering.ts'
import type { Plan } from '../plan/plan.ts'

/** A plan of everything that a person can be told: the decisions, and also steps with their dates, and alerts. Made once. */
export const advicePlanOf: (pathway: Pathway) => Plan = memoiseWeak((pathway) => {
  const facts = [...pathway.facts, ...pathway.entries.flatMap(({ fields }) => Object.values(fields))]
  const layout = layoutOf(pathway, new Set(facts))
  const { table, policy, decisions, decisionOf, condition, date, number } = lowering(pathway, layout, false)
  for (const decision of pathway.decisions) decisionOf(decision)
  for (const step of pathway.steps) {
    condition(step.when)
    for (const urgency of step.urgency) condition(urgency.when)
    for (const anchor of step.anchors) date(anchor.date)
    for (const days of Object.values(step.window)) number(days)
  }
  for (const alert of pathway.alerts) condition(alert.when)
  return {
    pathway,
    layout,
    // Steps ask in turn for much that the decisions have asked.
    nodes: withUses(
      table.nodes,
      table.nodes.map(() => 2),
    ),
    decisions,
    policy,
    sourceOf: table.sourceOf,
    nodeOf: table.nodeOf,
    invariants: [],
    assumptions: [],
  }
})
