import { type Condition, conditionsOf, type DateTerm, type NumberTerm, nodesOf, type Pathway } from '@facialis/language'
import type { Wording } from '../../ground/words.ts'
import type { LoweredNode } from '../../plan/intern-table.ts'
import { loweringDecisions, withUses } from '../../plan/lower.ts'
import { operandsOf } from '../../plan/operands.ts'
import type { NodeIndex, PlanNode, PlannedDecision, TruthOp } from '../../plan/plan.ts'
import { conditionOperands } from '../../plan/planned-body.ts'

/** A condition that other artefacts refer to by name. */
export type NamedExpression = Readonly<{ name: string; text: string; when: Condition; node: NodeIndex }>

/** One CQL library of a pathway, as nodes of the plan. */
export type LoweredLibrary = Readonly<{
  pathway: Pathway
  /** Each with the number of times this library uses it. */
  nodes: readonly PlanNode[]
  decisions: readonly PlannedDecision[]
  /** The decisions that this library defines itself. */
  decided: ReadonlySet<number>
  entryKinds: ReturnType<typeof loweringDecisions>['layout']['entryKinds']
  policy: ReturnType<typeof loweringDecisions>['policy']
  /** Those of them that this library uses. */
  numbers: ReturnType<typeof loweringDecisions>['policy']
  sourceOf: readonly (Condition | DateTerm | NumberTerm)[]
  /** What clinicians call a condition. */
  nameOf: ReadonlyMap<NodeIndex, string>
  /** The wording of all other conditions. */
  wording: Wording
  expressions: readonly NamedExpression[]
  /** Whether the included library defines this node. */
  isIncluded: (node: NodeIndex) => boolean
}>

type Part = Pick<LoweredLibrary, 'decided' | 'expressions' | 'isIncluded'>

/**
 * The plan's own lowering, with the names it throws away and with the conditions of lists, steps and alerts. Decisions and
 * lists come first; steps and alerts are said over whatever that part has definitions for.
 */
export function lowerForCql(pathway: Pathway, wording: Wording) {
  const { layout, table, policy, decisions, condition } = loweringDecisions(pathway)
  const asked = (list: readonly Omit<NamedExpression, 'node'>[]): readonly NamedExpression[] =>
    list.map((one) => ({ ...one, node: condition(one.when) }))
  const lists = asked(
    pathway.collections.flatMap(({ id, items }) =>
      items.map((item) => ({ name: `${id}: ${item.id}`, text: item.text, when: item.when })),
    ),
  )
  const steps = asked([
    ...pathway.steps.map(({ id, text, when }) => ({ name: `step ${id}`, text, when })),
    ...pathway.alerts.map(({ id, text, when }) => ({ name: `alert ${id}`, text, when })),
  ])
  const nameOf = namesIn(
    [...pathway.decisions.flatMap(conditionsOf), ...[...lists, ...steps].map(({ when }) => when)],
    condition,
  )
  const part = (own: Omit<Part, 'decided'>, decided: ReadonlySet<number>): LoweredLibrary => {
    const used = usage(table.nodes, decisions, own, decided)
    const nodes = withUses(table.nodes, used.uses)
    const isUsed = (_: unknown, at: number): boolean =>
      nodes.some((node) => node.op === 'policy' && node.index === at && node.uses > 0)
    return {
      ...own,
      pathway,
      nodes,
      decisions,
      decided: used.decided,
      entryKinds: layout.entryKinds,
      policy,
      numbers: policy.filter(isUsed),
      sourceOf: table.sourceOf,
      nameOf,
      wording,
    }
  }
  return {
    decisions: part({ expressions: lists, isIncluded: () => false }, new Set(decisions.keys())),
    steps: (isIncluded: LoweredLibrary['isIncluded']): LoweredLibrary =>
      part({ expressions: steps, isIncluded }, new Set()),
  }
}

function namesIn(
  conditions: readonly Condition[],
  lower: (condition: Condition) => NodeIndex,
): ReadonlyMap<NodeIndex, string> {
  const nameOf = new Map<NodeIndex, string>()
  for (const node of nodesOf(...conditions)) {
    if (node.kind !== 'named') continue
    const index = lower(node.of)
    if (!nameOf.has(index)) nameOf.set(index, node.name)
  }
  return nameOf
}

/** How often each node is used, and which decisions have to be defined for that. */
function usage(
  made: readonly LoweredNode[],
  decisions: readonly PlannedDecision[],
  { expressions, isIncluded }: Pick<Part, 'expressions' | 'isIncluded'>,
  given: ReadonlySet<number>,
) {
  const uses = new Array<number>(made.length).fill(0)
  const decided = new Set(given)
  const mention = (index: NodeIndex): void => {
    const node = made[index] as LoweredNode
    uses[index] = (uses[index] as number) + 1
    if (isIncluded(index)) return
    // `not` and `established` are never defined by name: each use repeats the use of their operand.
    if (uses[index] > 1 && node.op !== 'not' && node.op !== 'established') return
    if (node.op === 'decided') decide(node.decision)
    for (const child of operandsOf(node)) mention(child)
  }
  /** Decisions about the person are in the decisions library. */
  const decide = (at: number): void => {
    const { body, within } = decisions[at] as PlannedDecision
    if (within === null || decided.has(at)) return
    decided.add(at)
    for (const index of conditionOperands(body)) mention(index)
  }
  for (const at of given) for (const index of conditionOperands((decisions[at] as PlannedDecision).body)) mention(index)
  for (const { node } of expressions) mention(node)
  return { uses, decided }
}

/** Whether a condition can be unknown at all. */
export function mayBeUnknown({ nodes }: LoweredLibrary, index: NodeIndex): boolean {
  const node = nodes[index] as TruthOp
  switch (node.op) {
    case 'constant':
      return node.truth === 1
    case 'unanswered':
    case 'established':
      return false
    case 'decided':
      return node.unknown !== 0
    case 'not':
    case 'all':
    case 'any':
    case 'some':
      return operandsOf(node).some((child) => mayBeUnknown({ nodes } as LoweredLibrary, child))
    case 'word':
    case 'member':
    case 'compare':
    case 'recent':
      return true
    default:
      return node satisfies never
  }
}

/** The value of a condition that is the same for everybody, such as "unless never"; null where it depends on the person. */
export function constantTruth(lowered: LoweredLibrary, index: NodeIndex): 0 | 1 | 2 | null {
  const node = lowered.nodes[index] as PlanNode
  if (node.op === 'constant') return node.truth
  if (node.op !== 'not' && node.op !== 'established') return null
  const under = constantTruth(lowered, node.of)
  if (under === null) return null
  if (node.op === 'established') return under === 2 ? 2 : 0
  return under === 1 ? 1 : under === 2 ? 0 : 2
}
