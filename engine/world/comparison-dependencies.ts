import type { PlanShape } from '../plan/cell-reader.ts'
import type { LoweredNode } from '../plan/intern-table.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../plan/planned-body.ts'

type Nodes = ReadonlySet<NodeIndex>

/** Whether something hangs on when things were, and not only on what is said of them. */
export const isDated = ({ op }: LoweredNode): boolean => op === 'compare' || op === 'recent'

/**
 * The comparisons, and conditions on the order of entries, that a node or decision transitively depends on. If facts and
 * entries say the same on another day and these have the same outcome, so has the node.
 */
export function comparisonDependencies(nodes: readonly LoweredNode[], decisions: PlanShape['decisions']) {
  const ofNodes: Nodes[] = []
  const ofDecisions: Nodes[] = []

  const node = (index: NodeIndex): Nodes => {
    ofNodes[index] ??= under(nodes[index] as LoweredNode, index)
    return ofNodes[index] as Nodes
  }
  const under = (one: LoweredNode, index: NodeIndex): Nodes => {
    const within = one.op === 'decided' ? decision(one.decision) : all(operandsOf(one).map(node))
    return isDated(one) ? new Set([...within, index]) : within
  }
  const decision = (index: number): Nodes => {
    ofDecisions[index] ??= decides((decisions[index] as PlanShape['decisions'][number]).body)
    return ofDecisions[index] as Nodes
  }
  const decides = (body: PlanShape['decisions'][number]['body']): Nodes =>
    all([...conditionOperands(body).map(node), ...decisionOperands(body).map(decision)])
  return { node, decision }
}

const all = (sets: readonly Nodes[]): Nodes =>
  sets.length === 1 ? (sets[0] as Nodes) : new Set(sets.flatMap((one) => [...one]))
