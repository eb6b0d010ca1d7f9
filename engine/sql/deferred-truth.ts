/**
 * An aggregate over entries may depend on one condition of the person that is known in a later stage than all its other
 * operands: "cleared, where no flag is open". It is then computed once per truth value of that condition, as soon as the
 * other operands are known, and a CASE selects among the results later: the entries are not scanned again.
 */
import { operandsOf } from '../plan/operands.ts'
import type { EntryKindIndex, NodeIndex, Plan, PlanNode, PlannedDecision } from '../plan/plan.ts'
import { conditionOperands } from '../plan/planned-body.ts'
import type { Mode } from './scope.ts'
import type { Aggregate, Assumption, SqlWriter } from './sql-writer.ts'

export type EntryOperands = Readonly<{ of: readonly NodeIndex[]; entryKind: EntryKindIndex }>

/** The person-level operands an entry-level condition depends on; `not` and `established` are looked through. */
export function personOperands({ of, entryKind }: EntryOperands, { nodes, decisions }: Plan): readonly NodeIndex[] {
  const seen = new Set<NodeIndex>()
  const found: NodeIndex[] = []
  const visit = (index: NodeIndex): void => {
    if (seen.has(index)) return
    seen.add(index)
    const node = nodes[index] as PlanNode
    if (node.within !== entryKind && isUnary(node)) visit(node.of)
    else if (node.within !== entryKind) found.push(index)
    else if (node.op === 'decided') conditionOperands((decisions[node.decision] as PlannedDecision).body).forEach(visit)
    else operandsOf(node).forEach(visit)
  }
  of.forEach(visit)
  return found
}

type UnaryNode = PlanNode & Readonly<{ op: 'not' | 'established' }>
const isUnary = (node: PlanNode): node is UnaryNode => node.op === 'not' || node.op === 'established'

/** Whether an entry-level condition depends on this condition of the person. */
export function dependsOn(index: NodeIndex, deferred: NodeIndex, plan: Plan): boolean {
  const { within } = plan.nodes[index] as PlanNode
  return within !== null && personOperands({ of: [index], entryKind: within }, plan).includes(deferred)
}

/** Its truth under the assumption, and the mode in which the assumed condition was read; null unless it is that condition under `not` and `established` alone. */
export function underAssumption(
  index: NodeIndex,
  mode: Mode,
  { assumption, plan }: Readonly<{ assumption: Assumption; plan: Plan }>,
): Readonly<{ truth: Assumption['truth']; mode: Mode }> | null {
  if (index === assumption.index) return { truth: assumption.truth, mode }
  const node = plan.nodes[index] as PlanNode
  if (node.within !== null || !isUnary(node)) return null
  const isNot = node.op === 'not'
  const opposite = mode === 'truth' ? mode : mode === 'yes' ? 'no' : 'yes'
  const of = underAssumption(node.of, isNot ? opposite : 'yes', { assumption, plan })
  if (!of) return null
  const opposed = { 0: 2, 1: 1, 2: 0 } as const
  return { truth: isNot ? opposed[of.truth] : of.truth === 2 ? 2 : 0, mode: of.mode }
}

type DeferredOperand = Readonly<{ index: NodeIndex; asked: Aggregate; modes: ReadonlySet<Mode> }>

/** Selects, once the deferred condition is known, among the aggregates computed under each assumption. */
export function deferredTruth({ index, asked, modes }: DeferredOperand, { truth, over }: SqlWriter): string {
  const assuming = (is: Assumption['truth']): string => {
    const assumption = { index, truth: is }
    const key = `${asked.key}_${assumptionName(assumption)}`
    return over({ ...asked, key, assumption, make: (ofEntry) => asked.make(ofEntry.assuming(assumption)) })
  }
  const [first] = modes
  if (first === undefined) return assuming(0)
  if (modes.size > 1 || first === 'truth')
    return `(CASE WHEN ${truth(index, 'yes')} THEN ${assuming(2)} WHEN ${truth(index, 'no')} THEN ${assuming(0)} ELSE ${assuming(1)} END)`
  const [then, otherwise] = first === 'yes' ? ([2, 0] as const) : ([0, 2] as const)
  return `(CASE WHEN ${truth(index, first)} THEN ${assuming(then)} ELSE ${assuming(otherwise)} END)`
}

/** The assumption as the ending of a name. */
export const assumptionName = ({ index, truth }: Assumption): string =>
  `${(['unless', 'not_knowing', 'if'] as const)[truth]}_${index}`
