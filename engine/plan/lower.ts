import { conditionsOf, type Fact, memoiseWeak, nodesOf, type Pathway } from '@facialis/language'
import type { LoweredNode } from './intern-table.ts'
import { layoutOf } from './layout.ts'
import { lowering } from './lowering.ts'
import { operandsOf } from './operands.ts'
import type { NodeIndex, Plan, PlanNode, PlannedDecision } from './plan.ts'
import { conditionOperands } from './planned-body.ts'

/** Facts of which some decision asks when they were observed. */
function observedIn(pathway: Pathway): ReadonlySet<Fact> {
  const { invariants, assumptions } = pathway.toProve
  const asked = nodesOf(
    ...pathway.decisions.flatMap(conditionsOf),
    ...invariants.flatMap(({ whenever, holds }) => [whenever, holds]),
    ...assumptions.map(({ holds }) => holds),
  )
  return new Set([...asked].flatMap((node) => (node.kind === 'recorded' ? [node.fact] : [])))
}

/** Made once for each pathway. */
export const planOf: (pathway: Pathway) => Plan = memoiseWeak(lowered)

function lowered(pathway: Pathway): Plan {
  const { layout, table, policy, decisions, condition } = loweringDecisions(pathway)
  const { invariants, assumptions } = pathway.toProve
  const proved = {
    invariants: invariants.map(({ whenever, holds }) => ({
      whenever: condition(whenever),
      holds: condition(holds),
    })),
    assumptions: assumptions.map(({ holds }) => condition(holds)),
  }
  return {
    pathway,
    layout,
    nodes: counted(table.nodes, decisions),
    decisions,
    policy,
    sourceOf: table.sourceOf,
    nodeOf: table.nodeOf,
    ...proved,
  }
}

/** Every decision lowered, and the way to lower whatever else is said of the same person. */
export function loweringDecisions(pathway: Pathway) {
  const layout = layoutOf(pathway, observedIn(pathway))
  const { table, policy, decisions, decisionOf, condition } = lowering(pathway, layout, false)
  for (const decision of pathway.decisions) decisionOf(decision)
  return { layout, table, policy, decisions, condition }
}

/** How often each node is mentioned by a node or decision that is itself asked for. */
function counted(made: readonly LoweredNode[], decisions: readonly PlannedDecision[]): readonly PlanNode[] {
  const uses = new Array<number>(made.length).fill(0)
  const mention = (index: NodeIndex): void => {
    uses[index] = (uses[index] as number) + 1
    if (uses[index] === 1) for (const child of operandsOf(made[index] as LoweredNode)) mention(child)
  }
  for (const { body } of decisions) for (const index of conditionOperands(body)) mention(index)
  return withUses(made, uses)
}

export const withUses = (made: readonly LoweredNode[], uses: readonly number[]): readonly PlanNode[] =>
  made.map((node, index) => {
    if (node.op === 'proposed') throw new Error('A decision asks for what is proposed.')
    return { ...node, uses: uses[index] as number }
  })
