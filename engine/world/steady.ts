import type { Placed } from '../plan/interning.ts'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { askedBy, decisionsAskedBy } from '../plan/planned-decision.ts'
import type { Made } from '../plan/reading.ts'

/** Which nodes and decisions come to the same on every day on which a chart stands the same: those that never mention the day. */
export function steadiness(nodes: readonly Placed[], { decisions }: Pick<Made, 'decisions'>) {
  const ofNodes: boolean[] = []
  const ofDecisions: boolean[] = []

  const node = (index: NodeIndex): boolean => {
    ofNodes[index] ??= isSteady(nodes[index] as Placed)
    return ofNodes[index] as boolean
  }
  const isSteady = (one: Placed): boolean => {
    // Which entry is proposed is no part of how the chart stands.
    if (one.op === 'as-of' || one.op === 'proposed') return false
    return one.op === 'decided' ? decision(one.decision) : mentionedBy(one).every(node)
  }
  const decision = (index: number): boolean => {
    ofDecisions[index] ??= decides((decisions[index] as Made['decisions'][number]).body)
    return ofDecisions[index] as boolean
  }
  const decides = (body: Made['decisions'][number]['body']): boolean =>
    askedBy(body).every(node) && decisionsAskedBy(body).every(decision)
  return { node, decision }
}
