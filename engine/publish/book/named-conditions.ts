import { type Condition, conditionsOf, nodesOf, type Pathway } from '@facialis/language'
import { conditionKey } from '../tables/condition-parts.ts'
import { anchorOf } from './anchors.ts'

export type NamedCondition = Extract<Condition, { kind: 'named' }>

/** Where a named condition is explained. Several conditions may share a name, so the anchor also contains a fingerprint. */
export const namedConditionAnchor = (named: NamedCondition): string =>
  anchorOf('name', named.name, fingerprint(conditionKey(named.of)))

/** FNV-1a: short, and the same on every machine. */
function fingerprint(text: string): string {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0
  return sum.toString(36)
}

/** Every named condition once, in the order in which a reader of the book meets it. */
export function namedConditions(pathway: Pathway): readonly NamedCondition[] {
  const found = new Map<string, NamedCondition>()
  for (const node of nodesOf(...allConditions(pathway))) {
    if (node.kind !== 'named') continue
    const page = namedConditionAnchor(node)
    if (!found.has(page)) found.set(page, node)
  }
  return [...found.values()]
}

const allConditions = (pathway: Pathway): readonly Condition[] => [
  ...pathway.decisions.flatMap((decision) => [
    ...conditionsOf(decision),
    ...(decision.body.kind === 'gate'
      ? decision.body.exceptions.flatMap(({ available, inForce }) => [available, inForce])
      : []),
  ]),
  ...pathway.collections.flatMap(({ items }) => items.map(({ when }) => when)),
  ...pathway.rankings.flatMap(({ candidates }) =>
    candidates.flatMap((candidate) => [...candidate.for, ...candidate.against].map(({ when }) => when)),
  ),
  ...pathway.steps.flatMap((step) => [step.when, ...step.urgency.map(({ when }) => when)]),
  ...pathway.alerts.map(({ when }) => when),
  ...pathway.checks.map(({ when }) => when),
]
