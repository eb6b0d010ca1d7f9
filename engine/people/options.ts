import type { NodeIndex, PlanNode, PlannedBody, TruthOp } from '../plan/plan.ts'
import type { Scene } from './scene.ts'
import { truths, turned } from './wish.ts'

/** Something to be done about the person who is looked at. `at`: the position of the entry meant, -1 for none. */
export type Aim =
  | Readonly<{ kind: 'truth'; node: NodeIndex; as: number; at: number }>
  | Readonly<{ kind: 'answer'; decision: number; as: number; at: number }>
  | Readonly<{ kind: 'some'; entryKind: number; where: readonly NodeIndex[]; as: number }>
  /** This entry is not there, or one of these comes out as a truth that will do: no, or also unknown. */
  | Readonly<{ kind: 'none-such'; entryKind: number; where: readonly NodeIndex[]; as: number; at: number }>
  /** One more entry, of which all these are so. */
  | Readonly<{ kind: 'add'; entryKind: number; such: readonly Such[] }>
  | Readonly<{ kind: 'drop' | 'move'; entryKind: number; at: number }>

/** What is to be so of an entry that is not there yet. */
export type Such =
  | Readonly<{ kind: 'truth'; node: NodeIndex; as: number }>
  | Readonly<{ kind: 'answer'; decision: number; as: number }>

/** Either all of the first, or all of the second… */
export type Options = readonly (readonly Aim[])[]

const { no, unknown, yes } = truths
export const truthAim = (node: NodeIndex, as: number, at: number): Aim => ({ kind: 'truth', node, as, at })
export const addAim = (entryKind: number, where: readonly NodeIndex[]): Aim => ({
  kind: 'add',
  entryKind,
  such: where.map((node) => ({ kind: 'truth', node, as: truths.yes })),
})
const answerAim = (decision: number, as: number, at: number): Aim => ({ kind: 'answer', decision, as, at })

/** Whether it is so already. */
export function isMet(aim: Aim, { asked, entriesOf }: Scene): boolean {
  switch (aim.kind) {
    case 'truth':
      return ((aim.as >>> asked.truth(aim.node, aim.at)) & 1) === 1
    case 'answer':
      return ((aim.as >>> asked.answer(aim.decision, aim.at)) & 1) === 1
    case 'some': {
      let found = 0
      for (const at of entriesOf(aim.entryKind).keys())
        found = Math.max(found, Math.min(2, ...aim.where.map((node) => asked.truth(node, at))))
      return ((aim.as >>> found) & 1) === 1
    }
    case 'none-such':
      return aim.where.some((node) => ((aim.as >>> asked.truth(node, aim.at)) & 1) === 1)
    default:
      return false
  }
}

/** The ways in which it comes about; null for what is changed in one step. */
export function optionsOf(aim: Aim, scene: Scene): Options | null {
  switch (aim.kind) {
    case 'truth':
      return truthOptions(aim, scene)
    case 'answer':
      return answerOptions(aim, scene)
    case 'some':
      return someOptions(aim.entryKind, aim.where, aim.as, scene)
    case 'none-such':
      return [
        [{ kind: 'drop', entryKind: aim.entryKind, at: aim.at }],
        ...aim.where.map((node) => [truthAim(node, aim.as, aim.at)]),
      ]
    default:
      return null
  }
}

function truthOptions({ node: index, as, at }: Extract<Aim, { kind: 'truth' }>, scene: Scene): Options | null {
  const node = scene.plan.nodes[index] as PlanNode & TruthOp
  switch (node.op) {
    case 'constant':
      return []
    case 'not':
      return [[truthAim(node.of, turned(as), at)]]
    case 'established':
      return [
        ...(as & yes ? [[truthAim(node.of, yes, at)]] : []),
        ...(as & no ? [[truthAim(node.of, no | unknown, at)]] : []),
      ]
    case 'all':
    case 'any': {
      const [decisive, neutral] = node.op === 'all' ? [no, yes] : [yes, no]
      const open = as & unknown
      const each = (part: NodeIndex, to: number): Aim => truthAim(part, to, at)
      return [
        ...(as & neutral ? [node.of.map((part) => each(part, neutral | open))] : []),
        ...(as & decisive ? node.of.map((part) => [each(part, decisive | open)]) : []),
        ...(as === unknown
          ? node.of.map((one) => node.of.map((part) => each(part, part === one ? unknown : unknown | neutral)))
          : []),
      ]
    }
    case 'decided': {
      const { decision, yes: toYes, unknown: toUnknown } = node
      const all = 2 ** (scene.plan.decisions[decision]?.decision.answers.length as number) - 1
      const answers =
        (as & yes ? toYes : 0) | (as & unknown ? toUnknown : 0) | (as & no ? all & ~toYes & ~toUnknown : 0)
      return answers === 0 ? [] : [[answerAim(decision, answers, at)]]
    }
    case 'some':
      return someOptions(node.entryKind, [node.where], as, scene)
    case 'recent':
      return recentOptions(node, as, scene)
    default:
      return null
  }
}

function someOptions(entryKind: number, where: readonly NodeIndex[], as: number, scene: Scene): Options {
  const there = [...scene.entriesOf(entryKind).keys()]
  const open = as & unknown
  return [
    ...(as & yes
      ? [...there.map((at) => where.map((node) => truthAim(node, yes | open, at))), [addAim(entryKind, where)]]
      : []),
    ...(as & no ? [there.map((at): Aim => ({ kind: 'none-such', entryKind, where, as: no | open, at }))] : []),
    ...(as === unknown
      ? [
          ...there.flatMap((at) =>
            where.map((one) => where.map((node) => truthAim(node, node === one ? unknown : unknown | yes, at))),
          ),
          ...(there.length === 0 ? [[addAim(entryKind, [])]] : []),
        ]
      : []),
  ]
}

function recentOptions(node: Extract<TruthOp, { op: 'recent' }>, as: number, scene: Scene): Options {
  const { entryKind, back, where, holds } = node
  const there = [...scene.entriesOf(entryKind).keys()]
  const such = there.filter((at) => scene.asked.truth(where, at) === 2)
  const open = there.filter((at) => scene.asked.truth(where, at) === 1)
  const meant = such[back]
  const settled: Options = open.flatMap((at) => [[truthAim(where, yes, at)], [truthAim(where, no, at)]])
  if (meant === undefined) return [...settled, ...(as === no ? [] : [[addAim(entryKind, [where])]])]
  return [
    ...settled,
    [truthAim(holds, as, meant)],
    ...(as & no ? [[{ kind: 'drop', entryKind, at: meant } satisfies Aim]] : []),
    [{ kind: 'move', entryKind, at: meant }],
  ]
}

function answerOptions({ decision, as, at }: Extract<Aim, { kind: 'answer' }>, scene: Scene): Options {
  const body = (scene.plan.decisions[decision] as (typeof scene.plan.decisions)[number]).body
  switch (body.kind) {
    case 'ranked':
      return rankedOptions(body, as, at)
    case 'gate':
      return gateOptions(body, as, at)
    case 'fold': {
      const there = [...scene.entriesOf(body.entryKind).keys()]
      const isNot = (answers: number) => (entry: number) =>
        answerAim(body.each, allOf(body.each, scene) & ~answers, entry)
      const joined = body.join.flatMap(({ each, answer }, rank): Options => {
        if (((as >>> answer) & 1) === 0) return []
        const outranked = body.join.slice(0, rank).reduce((mask, one) => mask | (1 << one.each), 0)
        const others = (but: number): readonly Aim[] => there.filter((one) => one !== but).map(isNot(outranked))
        return [
          ...there.map((one) => [answerAim(body.each, 1 << each, one), ...others(one)]),
          [
            { kind: 'add', entryKind: body.entryKind, such: [{ kind: 'answer', decision: body.each, as: 1 << each }] },
            ...others(-1),
          ],
        ]
      })
      const nobody: Options =
        (as >>> body.otherwise) & 1 ? [there.map((one) => ({ kind: 'drop', entryKind: body.entryKind, at: one }))] : []
      return [...joined, ...nobody]
    }
    default:
      return body satisfies never
  }
}

const allOf = (decision: number, { plan }: Scene): number =>
  2 ** (plan.decisions[decision]?.decision.answers.length as number) - 1

function rankedOptions(
  { rules, otherwise, meets }: Extract<PlannedBody, { kind: 'ranked' }>,
  as: number,
  at: number,
): Options {
  const isWanted = (answer: number): boolean => ((as >>> answer) & 1) === 1
  const allNo = (from: number, to: number): readonly Aim[] =>
    rules.slice(from, to).map(({ when }) => truthAim(when, no, at))
  const exact = rules.flatMap(({ when, answer }, rank) =>
    isWanted(answer) ? [[truthAim(when, yes, at), ...allNo(0, rank)]] : [],
  )
  const plain = isWanted(otherwise) ? [...exact, allNo(0, rules.length)] : exact
  if (plain.length > 0) return plain
  // No rule says it: two of them may, where the upper one is not known.
  return rules.flatMap(({ when, answer }, rank) => {
    const begun = [truthAim(when, unknown, at), ...allNo(0, rank)]
    const meetsAs = (below: number): boolean => isWanted(meets[answer]?.[below] as number)
    return [
      ...rules.flatMap((lower, below) =>
        below > rank && meetsAs(lower.answer)
          ? [[...begun, ...allNo(rank + 1, below), truthAim(lower.when, yes, at)]]
          : [],
      ),
      ...(meetsAs(otherwise) ? [[...begun, ...allNo(rank + 1, rules.length)]] : []),
    ]
  })
}

function gateOptions(
  { behind, needs, limits }: Extract<PlannedBody, { kind: 'gate' }>,
  as: number,
  at: number,
): Options {
  const [blocked, caution, permitted] = [1, 2, 4]
  /** Shut at most so far: 0 not at all, 1 with caution. */
  const upTo = (most: number): readonly Aim[] => [
    ...(behind === null ? [] : [answerAim(behind, most === 0 ? permitted : caution | permitted, at)]),
    ...needs.map((need) => truthAim(need, yes, at)),
    ...limits.map(({ when, ifUnknown, ifYes }) =>
      truthAim(when, no | (ifUnknown <= most ? unknown : 0) | (ifYes <= most ? yes : 0), at),
    ),
  ]
  const reaching = (level: number): readonly Aim[] =>
    limits.flatMap(({ when, ifUnknown, ifYes }) => {
      const reached = (ifUnknown === level ? unknown : 0) | (ifYes === level ? yes : 0)
      return reached === 0 ? [] : [truthAim(when, reached, at)]
    })
  const behindAs = (answer: number): Options => (behind === null ? [] : [[answerAim(behind, answer, at)]])
  const cautions = [...behindAs(caution), ...reaching(1).map((one) => [one])].map((all) => [...all, ...upTo(1)])
  return [
    ...(as & permitted ? [upTo(as & caution ? 1 : 0)] : as & caution ? cautions : []),
    ...(as & blocked
      ? [
          ...behindAs(blocked),
          ...needs.map((need) => [truthAim(need, no | unknown, at)]),
          ...reaching(2).map((one) => [one]),
        ]
      : []),
  ]
}
