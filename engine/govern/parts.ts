import type { Beside, Cites, Decision, Pathway } from '@facialis/language'

/**
 * A thing of the pathway that has a name of its own, and that somebody can sign: a passage, a fact, a rule, a step.
 * Together they are the whole of it.
 */
export type Part = Readonly<{
  /** `rule cause ET-01`, `fact rf.cancer`: its kind, whose it is, its id. */
  name: string
  kind: PartKind
  /** What it says, and nothing that has a name of its own. */
  says: object
  /** What it rests on; empty where a thing names no source. */
  cites: Cites | readonly []
  /** The decision, list or ranking whose part it is. */
  of: string | null
  id: string
}>

export type PartKind =
  | 'pathway'
  | 'passage'
  | 'fact'
  | 'entry'
  | 'screen'
  | 'number'
  | 'decision'
  | 'rule'
  | 'need'
  | 'limit'
  | 'otherwise'
  | 'exception'
  | 'list'
  | 'item'
  | 'ranking'
  | 'candidate'
  | 'step'
  | 'alert'
  | 'check'
  | 'label'
  | 'conflict'
  | 'code'
  | 'invariant'
  | 'assumption'
  | 'unmoved'
  /** What is said beside the pathway, and decides nothing. */
  | 'beside'
  /** A condition that has words of its own; it belongs to the parts that mention it. */
  | 'condition'

type Saying = Omit<Part, 'name' | 'kind' | 'cites' | 'of'> & Partial<Pick<Part, 'cites' | 'of'>>
const part = (kind: PartKind, { id, says, cites = [], of = null }: Saying): Part => ({
  name: [kind, of, id].filter((word) => word !== null).join(' '),
  kind,
  says,
  cites,
  of,
  id,
})
const cited = (kind: PartKind, says: Readonly<{ id: string; because: Cites }>, of: string | null = null): Part =>
  part(kind, { id: says.id, says, cites: says.because, of })

/** What stands beside a pathway is a part of what is signed, though no release says it. */
export const partBeside = ({ id, says, because }: Beside): Part => part('beside', { id, says, cites: because })

/** Every part of a pathway, each under a name that no other has. */
export function partsOf(pathway: Pathway): readonly Part[] {
  const { id, title, focus, stage } = pathway
  const fields = pathway.entries.flatMap((entry) => Object.values(entry.fields))
  const parts: readonly Part[] = [
    part('pathway', { id, says: { title, focus, stage, offers: pathway.toProve.offers.map((one) => one.id) } }),
    ...pathway.passages.map((one) => part('passage', { id: one.id, says: one })),
    ...[...pathway.facts, ...fields].map((one) => part('fact', { id: one.id, says: one })),
    ...pathway.entries.map((one) => part('entry', { id: one.id, says: one })),
    ...pathway.screens.map((one) => part('screen', { id: one.id, says: one })),
    ...pathway.policy.map((one) => cited('number', one)),
    ...pathway.decisions.flatMap(partsOfDecision),
    ...pathway.collections.flatMap(({ items, ...list }) => [
      part('list', { id: list.id, says: { ...list, order: items.map((item) => item.id) } }),
      ...items.map((item) => cited('item', item, list.id)),
    ]),
    ...pathway.rankings.flatMap(({ candidates, ...ranking }) => [
      part('ranking', { id: ranking.id, says: { ...ranking, order: candidates.map((one) => one.id) } }),
      ...candidates.map((one) => cited('candidate', one, ranking.id)),
    ]),
    ...pathway.steps.map((one) => cited('step', one)),
    ...pathway.alerts.map((one) => cited('alert', one)),
    ...pathway.checks.map((one) => cited('check', one)),
    ...pathway.labels.map((one) =>
      part('label', { id: `${one.product} ${one.jurisdiction} ${one.indication}`, says: one, cites: one.because }),
    ),
    ...pathway.conflicts.map((one) => part('conflict', { id: one.id, says: one, cites: one.literature })),
    ...[...Map.groupBy(pathway.terminology, ({ code }) => `${code.system} ${code.code}`)].map(([code, says]) =>
      part('code', { id: code, says }),
    ),
    ...pathway.toProve.invariants.map((one) => cited('invariant', one)),
    ...pathway.toProve.assumptions.map((one) => cited('assumption', one)),
    ...(pathway.toProve.unmoved ?? []).map((one) => cited('unmoved', one)),
  ]
  const names = new Set(parts.map(({ name }) => name))
  if (names.size !== parts.length) throw new Error(`Two parts of ${id} are called the same: ${twiceNamed(parts)}.`)
  return parts
}

function partsOfDecision({ body, ...decision }: Decision): readonly Part[] {
  const of = decision.id
  const frame = (more: object): Part => part('decision', { id: of, says: { ...decision, body: body.kind, ...more } })
  switch (body.kind) {
    case 'ranked':
      return [
        frame({ order: body.rules.map(({ id }) => id) }),
        ...body.rules.map((rule) => cited('rule', rule, of)),
        cited('otherwise', body.otherwise, of),
      ]
    case 'gate':
      return [
        frame({ behind: body.behind }),
        ...body.needs.map((need) => cited('need', need, of)),
        ...body.limits.map((limit) => cited('limit', limit, of)),
        ...body.exceptions.map((one) => cited('exception', { ...one, id: one.code }, of)),
      ]
    case 'fold':
      return [frame({ each: body.each, entry: body.entry, join: body.join }), cited('otherwise', body.otherwise, of)]
    default:
      return body satisfies never
  }
}

const twiceNamed = (parts: readonly Part[]): string =>
  parts
    .map(({ name }) => name)
    .filter((name, at, all) => all.indexOf(name) !== at)
    .join(', ')

const named: Readonly<Record<string, true>> = {
  fact: true,
  entry: true,
  screen: true,
  policy: true,
  decision: true,
  collection: true,
  ranking: true,
  passage: true,
}

/** The name under which a thing is mentioned by others; null where it is said in full. */
export function mentionedName(node: object): string | null {
  const { kind, id } = node as Readonly<{ kind?: unknown; id?: unknown }>
  return typeof kind === 'string' && typeof id === 'string' && Object.hasOwn(named, kind) ? `${kind} ${id}` : null
}
