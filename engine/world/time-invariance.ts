import type { PlanShape } from '../plan/cell-reader.ts'
import type { LoweredNode } from '../plan/intern-table.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../plan/planned-body.ts'

/** Which nodes and decisions do not depend on the day asked for, but on the resolved chart alone. */
export function timeInvariance(nodes: readonly LoweredNode[], { decisions }: Pick<PlanShape, 'decisions'>) {
  const ofNodes: boolean[] = []
  const ofDecisions: boolean[] = []

  const node = (index: NodeIndex): boolean => {
    ofNodes[index] ??= isInvariant(nodes[index] as LoweredNode)
    return ofNodes[index] as boolean
  }
  const isInvariant = (one: LoweredNode): boolean => {
    // Which entry is proposed is no part of how the chart stands.
    if (one.op === 'as-of' || one.op === 'proposed') return false
    return one.op === 'decided' ? decision(one.decision) : operandsOf(one).every(node)
  }
  const decision = (index: number): boolean => {
    ofDecisions[index] ??= decides((decisions[index] as PlanShape['decisions'][number]).body)
    return ofDecisions[index] as boolean
  }
  const decides = (body: PlanShape['decisions'][number]['body']): boolean =>
    conditionOperands(body).every(node) && decisionOperands(body).every(decision)
  return { node, decision }
}
