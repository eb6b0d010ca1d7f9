/**
 * What is asked of entries may hang on one condition of the person that is known later than all else: "cleared, where no
 * flag is open". Then it is asked as if that were so, and as if it were not, as soon as all else is known; which of these
 * counts is told later, and nobody goes through the entries again for it.
 */
import { operandsOf } from '../plan/operands.ts'
import type { EntryKindIndex, NodeIndex, Plan, PlanNode, PlannedDecision } from '../plan/plan.ts'
import { conditionOperands } from '../plan/planned-body.ts'
import type { Mode } from './scope.ts'
import type { OverAsked, Supposed, Writing } from './writing.ts'

export type AskedOfEntries = Readonly<{ of: readonly NodeIndex[]; entryKind: EntryKindIndex }>

/** What has to be known of the person before it can be said of an entry; that something is not so hangs on the same. */
export function askedOfPerson({ of, entryKind }: AskedOfEntries, { nodes, decisions }: Plan): readonly NodeIndex[] {
  const seen = new Set<NodeIndex>()
  const found: NodeIndex[] = []
  const visit = (index: NodeIndex): void => {
    if (seen.has(index)) return
    seen.add(index)
    const node = nodes[index] as PlanNode
    if (node.within !== entryKind && isOfAnother(node)) visit(node.of)
    else if (node.within !== entryKind) found.push(index)
    else if (node.op === 'decided') conditionOperands((decisions[node.decision] as PlannedDecision).body).forEach(visit)
    else operandsOf(node).forEach(visit)
  }
  of.forEach(visit)
  return found
}

type OfAnother = PlanNode & Readonly<{ op: 'not' | 'established' }>
const isOfAnother = (node: PlanNode): node is OfAnother => node.op === 'not' || node.op === 'established'

/** Whether what is said of an entry hangs on a condition of the person. */
export function hangsOn(index: NodeIndex, late: NodeIndex, plan: Plan): boolean {
  const { within } = plan.nodes[index] as PlanNode
  return within !== null && askedOfPerson({ of: [index], entryKind: within }, plan).includes(late)
}

/** What it is with what is supposed, and how that was asked for to say so; null where it hangs on more, or on something else. */
export function underSupposed(
  index: NodeIndex,
  mode: Mode,
  { supposed, plan }: Readonly<{ supposed: Supposed; plan: Plan }>,
): Readonly<{ truth: Supposed['truth']; mode: Mode }> | null {
  if (index === supposed.index) return { truth: supposed.truth, mode }
  const node = plan.nodes[index] as PlanNode
  if (node.within !== null || !isOfAnother(node)) return null
  const isNot = node.op === 'not'
  const opposite = mode === 'truth' ? mode : mode === 'yes' ? 'no' : 'yes'
  const of = underSupposed(node.of, isNot ? opposite : 'yes', { supposed, plan })
  if (!of) return null
  const opposed = { 0: 2, 1: 1, 2: 0 } as const
  return { truth: isNot ? opposed[of.truth] : of.truth === 2 ? 2 : 0, mode: of.mode }
}

type Late = Readonly<{ index: NodeIndex; asked: OverAsked; modes: ReadonlySet<Mode> }>

/** What is worked out over entries once a condition of the person is known, of what was worked out before. */
export function onceKnown({ index, asked, modes }: Late, { truth, over }: Writing): string {
  const supposing = (is: Supposed['truth']): string => {
    const supposed = { index, truth: is }
    const key = `${asked.key}_${supposedAs(supposed)}`
    return over({ ...asked, key, supposed, make: (ofEntry) => asked.make(ofEntry.supposing(supposed)) })
  }
  const [first] = modes
  if (first === undefined) return supposing(0)
  if (modes.size > 1 || first === 'truth')
    return `(CASE WHEN ${truth(index, 'yes')} THEN ${supposing(2)} WHEN ${truth(index, 'no')} THEN ${supposing(0)} ELSE ${supposing(1)} END)`
  const [then, otherwise] = first === 'yes' ? ([2, 0] as const) : ([0, 2] as const)
  return `(CASE WHEN ${truth(index, first)} THEN ${supposing(then)} ELSE ${supposing(otherwise)} END)`
}

/** What is supposed, in a name. */
export const supposedAs = ({ index, truth }: Supposed): string =>
  `${(['unless', 'not_knowing', 'if'] as const)[truth]}_${index}`
