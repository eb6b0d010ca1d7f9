import {
  type Condition,
  childrenOf,
  conditionsOf,
  type DateTerm,
  type NumberTerm,
  type Pathway,
} from '@facialis/language'
import { isTruth } from '../../plan/is-truth.ts'
import { loweringDecisions, withUses } from '../../plan/lower.ts'
import { mentionedBy } from '../../plan/mentioned.ts'
import type { NodeIndex, PlanNode, PlannedDecision } from '../../plan/plan.ts'
import { askedBy } from '../../plan/planned-decision.ts'

/** What is published besides the decisions, under the name other artefacts ask for it by. */
export type Asked = Readonly<{ name: string; text: string; node: NodeIndex }>

export type Lowered = Readonly<{
  pathway: Pathway
  nodes: readonly PlanNode[]
  decisions: readonly PlannedDecision[]
  rooms: ReturnType<typeof loweringDecisions>['layout']['rooms']
  policy: ReturnType<typeof loweringDecisions>['policy']
  saidAs: readonly (Condition | DateTerm | NumberTerm)[]
  /** What clinicians call a condition. */
  nameOf: ReadonlyMap<NodeIndex, string>
  asked: readonly Asked[]
}>

/** The plan's own lowering, with the names it throws away and with what stands on lists. */
export function loweredForText(pathway: Pathway): Lowered {
  const { layout, table, policy, decisions, condition } = loweringDecisions(pathway)
  const asked = pathway.collections.flatMap(({ id, items }) =>
    items.map((item) => ({ name: `${id}: ${item.id}`, text: item.text, node: condition(item.when) })),
  )
  const nameOf = new Map<NodeIndex, string>()
  const seen = new Set<unknown>()
  const visit = (node: Condition | DateTerm | NumberTerm): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.kind === 'named') {
      const index = condition(node.of)
      if (!nameOf.has(index)) nameOf.set(index, node.name)
    }
    for (const child of childrenOf(node)) visit(child)
  }
  for (const decision of pathway.decisions) for (const one of conditionsOf(decision)) visit(one)
  for (const { items } of pathway.collections) for (const { when } of items) visit(when)
  const uses = usesOf(table.made, [...decisions.flatMap(({ body }) => askedBy(body)), ...asked.map(({ node }) => node)])
  return {
    pathway,
    nodes: withUses(table.made, uses),
    decisions,
    rooms: layout.rooms,
    policy,
    saidAs: table.saidAs,
    nameOf,
    asked,
  }
}

function usesOf(made: readonly Parameters<typeof mentionedBy>[0][], roots: readonly NodeIndex[]): readonly number[] {
  const uses = new Array<number>(made.length).fill(0)
  const mention = (index: NodeIndex): void => {
    uses[index] = (uses[index] as number) + 1
    // A turned or hardened condition has no name of its own: whoever mentions it mentions what it turns.
    const { op } = made[index] as (typeof made)[number]
    if (uses[index] === 1 || op === 'not' || op === 'established')
      for (const child of mentionedBy(made[index] as (typeof made)[number])) mention(child)
  }
  for (const root of roots) mention(root)
  return uses
}

/** Whether a condition can come out as not known at all. */
export function mayBeUnknown({ nodes }: Lowered, index: NodeIndex): boolean {
  const node = nodes[index] as PlanNode
  if (!isTruth(node)) return true
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
      return mentionedBy(node).some((child) => mayBeUnknown({ nodes } as Lowered, child))
    case 'word':
    case 'member':
    case 'compare':
    case 'recent':
      return true
    default:
      return node satisfies never
  }
}
