import { type Condition, conditionsOf, nodesOf, type Pathway } from '@facialis/language'
import { keyOf } from '../tables/parts.ts'

export type Named = Extract<Condition, { kind: 'named' }>

/** An address within the book: words in small letters with hyphens. */
export const anchorOf = (...words: readonly string[]): string =>
  words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Where a condition with a name is explained. One name may stand for several conditions, so the words alone are not enough. */
export const pageOfName = (named: Named): string => anchorOf('name', named.name, fingerprint(keyOf(named.of)))

/** Short, and the same wherever it is made. */
function fingerprint(text: string): string {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0
  return sum.toString(36)
}

/** Every condition that has a name, once, in the order in which a reader of the book meets it. */
export function namesOf(pathway: Pathway): readonly Named[] {
  const found = new Map<string, Named>()
  for (const node of nodesOf(...allConditions(pathway))) {
    if (node.kind !== 'named') continue
    const page = pageOfName(node)
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
