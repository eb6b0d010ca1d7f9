import type { Placed } from '../plan/interning.ts'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex } from '../plan/plan.ts'
import { askedBy, decisionsAskedBy } from '../plan/planned-decision.ts'
import type { Made } from '../plan/reading.ts'

type Nodes = ReadonlySet<NodeIndex>
const none: Nodes = new Set()

/**
 * The comparisons that mention the day and on which a node or a decision rests. Where all of these come out the same on
 * another day, and the chart stands the same, so does the node.
 */
export function comparedWithDay(
  nodes: readonly Placed[],
  decisions: Made['decisions'],
  steady: Readonly<{ node: (index: NodeIndex) => boolean }>,
) {
  const ofNodes: Nodes[] = []
  const ofDecisions: Nodes[] = []

  const node = (index: NodeIndex): Nodes => {
    ofNodes[index] ??= steady.node(index) ? none : under(nodes[index] as Placed, index)
    return ofNodes[index] as Nodes
  }
  const under = (one: Placed, index: NodeIndex): Nodes => {
    const within = one.op === 'decided' ? decision(one.decision) : all(mentionedBy(one).map(node))
    return one.op === 'compare' ? new Set([...within, index]) : within
  }
  const decision = (index: number): Nodes => {
    ofDecisions[index] ??= decides((decisions[index] as Made['decisions'][number]).body)
    return ofDecisions[index] as Nodes
  }
  const decides = (body: Made['decisions'][number]['body']): Nodes =>
    all([...askedBy(body).map(node), ...decisionsAskedBy(body).map(decision)])
  return { node, decision }
}

const all = (sets: readonly Nodes[]): Nodes =>
  sets.length === 1 ? (sets[0] as Nodes) : new Set(sets.flatMap((one) => [...one]))
