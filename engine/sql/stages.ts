import { onceFor } from '@facialis/language'
import { mentionedBy } from '../plan/mentioned.ts'
import type { NodeIndex, Plan, PlanNode, SpanOp, TruthOp } from '../plan/plan.ts'
import { askedBy, decisionsAskedBy } from '../plan/planned-decision.ts'
import { sinceOf } from './since.ts'

/** What looks at all entries of one kind. */
export type OverEntries = Extract<
  TruthOp | SpanOp,
  { op: 'some' | 'recent' | 'count' | 'sum' | 'latest-date' | 'first-date' | 'run-length' }
>

const looking: ReadonlySet<string> = new Set<OverEntries['op']>([
  'some',
  'recent',
  'count',
  'sum',
  'latest-date',
  'first-date',
  'run-length',
])
export const isOverEntries = (node: TruthOp | SpanOp): node is OverEntries => looking.has(node.op)

export type Stages = Readonly<{ ofNode: (index: NodeIndex) => number; ofDecision: (decision: number) => number }>

/**
 * How many times entries have to be gone through before something can be said: what asks about entries that are
 * themselves compared with what other entries said comes later than those.
 */
export const stagesOf: (plan: Plan) => Stages = onceFor(staged)

function staged(plan: Plan): Stages {
  const nodes: number[] = []
  const decisions: number[] = []
  const latest = (stages: readonly number[]): number => Math.max(0, ...stages)

  const ofNode = (index: NodeIndex): number => {
    nodes[index] ??= stageOf(plan.nodes[index] as PlanNode)
    return nodes[index]
  }
  const stageOf = (node: PlanNode): number => {
    if (node.op === 'some') {
      const since = sinceOf(node, plan)
      if (since)
        return latest([...since.rest.map((one) => ofNode(one) + 1), 1, ofNode(since.date), ofNode(since.number)])
    }
    const before = latest(mentionedBy(node).map(ofNode))
    if (node.op === 'decided') return ofDecision(node.decision)
    return isOverEntries(node) ? before + 1 : before
  }
  const ofDecision = (decision: number): number => {
    const { body } = plan.decisions[decision] as Plan['decisions'][number]
    decisions[decision] ??=
      latest([...askedBy(body).map(ofNode), ...decisionsAskedBy(body).map(ofDecision)]) + (body.kind === 'fold' ? 1 : 0)
    return decisions[decision]
  }
  return { ofNode, ofDecision }
}
