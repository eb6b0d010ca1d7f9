import type { Condition, Decision, Pathway } from '@facialis/language'

/** What rules are made of: what decides, and what is done or said because of it. */
export type Rules = Pick<Pathway, 'decisions' | 'steps' | 'alerts' | 'collections'> &
  Readonly<{ invariants: Pathway['toProve']['invariants']; assumptions: Pathway['toProve']['assumptions'] }>

export const rulesOf = ({ decisions, steps, alerts, collections, toProve }: Pathway): Rules => ({
  decisions,
  steps,
  alerts,
  collections,
  invariants: toProve.invariants,
  assumptions: toProve.assumptions,
})

/** What is asked about is no rule, nor is what is only told. */
const noRules = new Set(['fact', 'entry', 'policy', 'passage'])
const onlyTold = new Set(['because', 'exceptions', 'settles', 'urgency', 'anchors'])
const alwaysTold = new Set(['detail', 'window'])

/** A part of the rules, where it stands first, and what mentions it. */
export type Part = Readonly<{ node: object; where: string; parents: Set<object> }>

/** Every part once, in reading order; what several rules share is one part. */
export function partsOf(rules: Rules): ReadonlyMap<object, Part> {
  const parts = new Map<object, Part>()
  const visit = (node: object, where: string, parent: object | null): void => {
    const known = parts.get(node)
    if (known) {
      if (parent) known.parents.add(parent)
      return
    }
    const here = placeOf(node, where)
    parts.set(node, { node, where: here, parents: new Set(parent ? [parent] : []) })
    for (const child of childrenOf(node)) visit(child, here, node)
  }
  visit(rules, '', null)
  return parts
}

const childrenOf = (node: object): readonly object[] =>
  Object.entries(node).flatMap(([name, value]) => (isRule(name, value) ? [value as object] : []))

function isRule(name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return !(onlyTold.has(name) && Array.isArray(value)) && !alwaysTold.has(name) && !noRules.has(kindOf(value))
}
const kindOf = (value: object): string => ('kind' in value && typeof value.kind === 'string' ? value.kind : '')

/** "botulinum", then "botulinum BT-05". */
function placeOf(node: object, where: string): string {
  if (!('id' in node) || typeof node.id !== 'string') return where
  const isWhole = ['decision', 'step', 'alert', 'collection', 'invariant', 'assumption'].includes(kindOf(node))
  return isWhole ? node.id : `${where} ${node.id}`
}

/** The rules with one part replaced wherever it is mentioned; whatever does not mention it stays the very same. */
export function replacing(parts: ReadonlyMap<object, Part>, part: object, by: unknown): <T>(node: T) => T {
  const touched = new Set<object>()
  const climb = (node: object): void => {
    if (touched.has(node)) return
    touched.add(node)
    for (const parent of parts.get(node)?.parents ?? []) climb(parent)
  }
  const copies = new Map<object, unknown>([[part, by]])
  const copy = (node: unknown): unknown => {
    if (touched.size === 0) climb(part)
    if (typeof node !== 'object' || node === null || !touched.has(node)) return node
    if (copies.has(node)) return copies.get(node)
    const entries = Object.entries(node).map(([name, value]) => [name, isRule(name, value) ? copy(value) : value])
    const made = Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
    copies.set(node, made)
    return made
  }
  return <T>(node: T) => copy(node) as T
}

/** Where a mistake can show: an answer about a person, a step, an alert, a thing on a list. */
export type Shown = Readonly<
  | { claim: 'answers'; id: string; node: Decision }
  | { claim: 'steps' | 'alerts' | 'items'; id: string; node: Readonly<{ when: Condition }> }
>

/** Everything a person is told, by what tells it. */
export const everythingShown = ({ decisions, steps, alerts, collections }: Rules): ReadonlyMap<object, Shown> =>
  new Map<object, Shown>([
    ...decisions
      .filter(({ scope, inner }) => scope === 'patient' && !inner)
      .map((node) => [node, { claim: 'answers', id: node.id, node }] as const),
    ...steps.map((node) => [node, { claim: 'steps', id: node.id, node }] as const),
    ...alerts.map((node) => [node, { claim: 'alerts', id: node.id, node }] as const),
    ...collections.flatMap(({ id, items }) =>
      items.map((node) => [node, { claim: 'items', id: `${id} ${node.id}`, node }] as const),
    ),
  ])

/** Where a change to a part shows first: what rests on it only through another answer changes with that answer. */
export function shownFirst(
  parts: ReadonlyMap<object, Part>,
  shown: ReadonlyMap<object, Shown>,
  part: object,
): readonly Shown[] {
  const [seen, found] = [new Set<object>(), new Set<Shown>()]
  const climb = (node: object): void => {
    if (seen.has(node)) return
    seen.add(node)
    const here = shown.get(node)
    if (here) found.add(here)
    else for (const parent of parts.get(node)?.parents ?? []) climb(parent)
  }
  climb(part)
  return [...shown.values()].filter((one) => found.has(one))
}

export const isCondition = (node: object): node is Condition =>
  'kind' in node &&
  [
    'all',
    'any',
    'not',
    'is',
    'has',
    'compare',
    'decided',
    'some',
    'recent',
    'established',
    'unanswered',
    'named',
    'always',
  ].includes(node.kind as string)

export const isDecision = (node: object): node is Decision => kindOf(node) === 'decision'

/** What a condition asks, or a rule, need, limit, step, alert or thing on a list; null for anything else. */
export function conditionOf(node: object): Condition | null {
  if (isCondition(node)) return node
  if ('when' in node) return node.when as Condition
  return 'needs' in node && 'text' in node ? (node.needs as Condition) : null
}
