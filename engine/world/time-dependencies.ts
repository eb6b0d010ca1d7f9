import type { PlanShape } from '../plan/cell-reader.ts'
import type { LoweredNode } from '../plan/intern-table.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../plan/planned-body.ts'

type Nodes = ReadonlySet<NodeIndex>
const none: Nodes = new Set()

/**
 * The time-dependent comparisons that a node or decision transitively depends on. If the resolved chart and the outcomes of
 * these comparisons are the same on another day, so is the value of the node.
 */
export function timeDependencies(
  nodes: readonly LoweredNode[],
  decisions: PlanShape['decisions'],
  steady: Readonly<{ node: (index: NodeIndex) => boolean }>,
) {
  const ofNodes: Nodes[] = []
  const ofDecisions: Nodes[] = []

  const node = (index: NodeIndex): Nodes => {
    ofNodes[index] ??= steady.node(index) ? none : under(nodes[index] as LoweredNode, index)
    return ofNodes[index] as Nodes
  }
  const under = (one: LoweredNode, index: NodeIndex): Nodes => {
    const within = one.op === 'decided' ? decision(one.decision) : all(operandsOf(one).map(node))
    return one.op === 'compare' ? new Set([...within, index]) : within
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
