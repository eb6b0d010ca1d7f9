import { memoiseWeak } from '@facialis/language'
import { isTruth } from '../plan/is-truth.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode, SpanOp, TruthOp } from '../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../plan/planned-body.ts'
import { type EntryOperands, personOperands } from './deferred-truth.ts'
import { sinceOf } from './since.ts'

/** What looks at all entries of one kind. */
type OverEntries = Extract<
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
const isOverEntries = (node: TruthOp | SpanOp): node is OverEntries => looking.has(node.op)

export type Stages = Readonly<{
  ofNode: (index: NodeIndex) => number
  ofDecision: (decision: number) => number
  /** What is known later of the person than all else that is asked of entries; null where that is no one condition. */
  deferredOf: (asked: EntryOperands) => DeferredOperand | null
}>

/** A condition of the person that is known later than all else that is asked of entries. */
export type DeferredOperand = Readonly<{
  index: NodeIndex
  /** The stage in which all else is known. */
  others: number
}>

/**
 * How many times entries have to be gone through before something can be said: what asks about entries that are
 * themselves compared with what other entries said comes later than those.
 */
export const stagesOf: (plan: Plan) => Stages = memoiseWeak(computeStages)

function computeStages(plan: Plan): Stages {
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
        return latest([
          afterEntries({ of: since.rest, entryKind: node.entryKind }),
          ofNode(since.date),
          ofNode(since.number),
        ])
    }
    if (node.op === 'decided') return ofDecision(node.decision)
    const mentioned = operandsOf(node)
    if (!isOverEntries(node)) return latest(mentioned.map(ofNode))
    return node.op === 'run-length'
      ? latest(mentioned.map(ofNode)) + 1
      : afterEntries({ of: mentioned, entryKind: node.entryKind })
  }
  const ofDecision = (decision: number): number => {
    const { body } = plan.decisions[decision] as Plan['decisions'][number]
    const each = body.kind === 'fold' ? plan.decisions[body.each] : undefined
    decisions[decision] ??=
      body.kind === 'fold' && each
        ? afterEntries({ of: conditionOperands(each.body), entryKind: body.entryKind })
        : latest([...conditionOperands(body).map(ofNode), ...decisionOperands(body).map(ofDecision)])
    return decisions[decision]
  }
  const deferredOf = (asked: EntryOperands): DeferredOperand | null => {
    const [last, ...others] = personOperands(asked, plan)
      .map((index) => ({ index, stage: ofNode(index) }))
      .sort((a, b) => b.stage - a.stage)
    const before = others[0]?.stage ?? 0
    return last && last.stage > before && isTruth(plan.nodes[last.index] as PlanNode)
      ? { index: last.index, others: before }
      : null
  }
  const afterEntries = (asked: EntryOperands): number => {
    const deferred = deferredOf(asked)
    return deferred ? Math.max(deferred.others + 1, ofNode(deferred.index)) : latest(asked.of.map(ofNode)) + 1
  }
  return { ofNode, ofDecision, deferredOf }
}

/** More than so much is said once of each person, and not beside each of their entries. */
const cheapNodes = 12

/** Whether it is as soon said of a person beside each entry, of what was worked out over others before. */
export function isCheapPerEntry(index: NodeIndex, plan: Plan): boolean {
  const { ofNode } = stagesOf(plan)
  const seen = new Set<NodeIndex>()
  const visit = (one: NodeIndex): boolean => {
    if (ofNode(one) === 0 || seen.has(one)) return true
    seen.add(one)
    const node = plan.nodes[one] as PlanNode
    if (node.op === 'decided' || seen.size > cheapNodes) return false
    return isOverEntries(node) || operandsOf(node).every(visit)
  }
  return visit(index)
}
