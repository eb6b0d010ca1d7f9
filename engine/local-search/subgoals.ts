import type { NodeIndex, PlanNode, PlannedBody, TruthOp } from '../plan/plan.ts'
import { truths, turned } from './goal.ts'
import type { SearchState } from './search-state.ts'

/** A subgoal of the search. `at`: the row of the entry meant, -1 for none. */
export type Subgoal =
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

/** Alternatives (a disjunction), each a conjunction of subgoals. */
export type Options = readonly (readonly Subgoal[])[]

const { no, unknown, yes } = truths
export const truthSubgoal = (node: NodeIndex, as: number, at: number): Subgoal => ({ kind: 'truth', node, as, at })
export const addSubgoal = (entryKind: number, where: readonly NodeIndex[]): Subgoal => ({
  kind: 'add',
  entryKind,
  such: where.map((node) => ({ kind: 'truth', node, as: truths.yes })),
})
const answerSubgoal = (decision: number, as: number, at: number): Subgoal => ({ kind: 'answer', decision, as, at })

/** Whether it is so already. */
export function isMet(subgoal: Subgoal, { asked, entriesOf }: SearchState): boolean {
  switch (subgoal.kind) {
    case 'truth':
      return ((subgoal.as >>> asked.truth(subgoal.node, subgoal.at)) & 1) === 1
    case 'answer':
      return ((subgoal.as >>> asked.answer(subgoal.decision, subgoal.at)) & 1) === 1
    case 'some': {
      let found = 0
      for (const at of entriesOf(subgoal.entryKind).keys())
        found = Math.max(found, Math.min(2, ...subgoal.where.map((node) => asked.truth(node, at))))
      return ((subgoal.as >>> found) & 1) === 1
    }
    case 'none-such':
      return subgoal.where.some((node) => ((subgoal.as >>> asked.truth(node, subgoal.at)) & 1) === 1)
    default:
      return false
  }
}

/** The ways in which it comes about; null for what is changed in one step. */
export function optionsOf(subgoal: Subgoal, state: SearchState): Options | null {
  switch (subgoal.kind) {
    case 'truth':
      return truthOptions(subgoal, state)
    case 'answer':
      return answerOptions(subgoal, state)
    case 'some':
      return someOptions(subgoal.entryKind, subgoal.where, subgoal.as, state)
    case 'none-such':
      return [
        [{ kind: 'drop', entryKind: subgoal.entryKind, at: subgoal.at }],
        ...subgoal.where.map((node) => [truthSubgoal(node, subgoal.as, subgoal.at)]),
      ]
    default:
      return null
  }
}

function truthOptions(
  { node: index, as, at }: Extract<Subgoal, { kind: 'truth' }>,
  state: SearchState,
): Options | null {
  const node = state.plan.nodes[index] as PlanNode & TruthOp
  switch (node.op) {
    case 'constant':
      return []
    case 'not':
      return [[truthSubgoal(node.of, turned(as), at)]]
    case 'established':
      return [
        ...(as & yes ? [[truthSubgoal(node.of, yes, at)]] : []),
        ...(as & no ? [[truthSubgoal(node.of, no | unknown, at)]] : []),
      ]
    case 'all':
    case 'any': {
      const [decisive, neutral] = node.op === 'all' ? [no, yes] : [yes, no]
      const open = as & unknown
      const each = (part: NodeIndex, to: number): Subgoal => truthSubgoal(part, to, at)
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
      const all = 2 ** (state.plan.decisions[decision]?.decision.answers.length as number) - 1
      const answers =
        (as & yes ? toYes : 0) | (as & unknown ? toUnknown : 0) | (as & no ? all & ~toYes & ~toUnknown : 0)
      return answers === 0 ? [] : [[answerSubgoal(decision, answers, at)]]
    }
    case 'some':
      return someOptions(node.entryKind, [node.where], as, state)
    case 'recent':
      return recentOptions(node, as, state)
    default:
      return null
  }
}

function someOptions(entryKind: number, where: readonly NodeIndex[], as: number, state: SearchState): Options {
  const there = [...state.entriesOf(entryKind).keys()]
  const open = as & unknown
  return [
    ...(as & yes
      ? [...there.map((at) => where.map((node) => truthSubgoal(node, yes | open, at))), [addSubgoal(entryKind, where)]]
      : []),
    ...(as & no ? [there.map((at): Subgoal => ({ kind: 'none-such', entryKind, where, as: no | open, at }))] : []),
    ...(as === unknown
      ? [
          ...there.flatMap((at) =>
            where.map((one) => where.map((node) => truthSubgoal(node, node === one ? unknown : unknown | yes, at))),
          ),
          ...(there.length === 0 ? [[addSubgoal(entryKind, [])]] : []),
        ]
      : []),
  ]
}

function recentOptions(node: Extract<TruthOp, { op: 'recent' }>, as: number, state: SearchState): Options {
  const { entryKind, back, where, holds } = node
  const there = [...state.entriesOf(entryKind).keys()]
  const such = there.filter((at) => state.asked.truth(where, at) === 2)
  const open = there.filter((at) => state.asked.truth(where, at) === 1)
  const meant = such[back]
  const settled: Options = open.flatMap((at) => [[truthSubgoal(where, yes, at)], [truthSubgoal(where, no, at)]])
  if (meant === undefined) return [...settled, ...(as === no ? [] : [[addSubgoal(entryKind, [where])]])]
  return [
    ...settled,
    [truthSubgoal(holds, as, meant)],
    ...(as & no ? [[{ kind: 'drop', entryKind, at: meant } satisfies Subgoal]] : []),
    [{ kind: 'move', entryKind, at: meant }],
  ]
}

function answerOptions({ decision, as, at }: Extract<Subgoal, { kind: 'answer' }>, state: SearchState): Options {
  const body = (state.plan.decisions[decision] as (typeof state.plan.decisions)[number]).body
  switch (body.kind) {
    case 'ranked':
      return rankedOptions(body, as, at)
    case 'gate':
      return gateOptions(body, as, at)
    case 'fold': {
      const there = [...state.entriesOf(body.entryKind).keys()]
      const isNot = (answers: number) => (entry: number) =>
        answerSubgoal(body.each, allOf(body.each, state) & ~answers, entry)
      const joined = body.join.flatMap(({ each, answer }, rank): Options => {
        if (((as >>> answer) & 1) === 0) return []
        const outranked = body.join.slice(0, rank).reduce((mask, one) => mask | (1 << one.each), 0)
        const others = (but: number): readonly Subgoal[] => there.filter((one) => one !== but).map(isNot(outranked))
        return [
          ...there.map((one) => [answerSubgoal(body.each, 1 << each, one), ...others(one)]),
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

const allOf = (decision: number, { plan }: SearchState): number =>
  2 ** (plan.decisions[decision]?.decision.answers.length as number) - 1

function rankedOptions(
  { rules, otherwise, meets }: Extract<PlannedBody, { kind: 'ranked' }>,
  as: number,
  at: number,
): Options {
  const isWanted = (answer: number): boolean => ((as >>> answer) & 1) === 1
  const allNo = (from: number, to: number): readonly Subgoal[] =>
    rules.slice(from, to).map(({ when }) => truthSubgoal(when, no, at))
  const exact = rules.flatMap(({ when, answer }, rank) =>
    isWanted(answer) ? [[truthSubgoal(when, yes, at), ...allNo(0, rank)]] : [],
  )
  const plain = isWanted(otherwise) ? [...exact, allNo(0, rules.length)] : exact
  if (plain.length > 0) return plain
  // No rule says it: two of them may, where the upper one is not known.
  return rules.flatMap(({ when, answer }, rank) => {
    const begun = [truthSubgoal(when, unknown, at), ...allNo(0, rank)]
    const meetsAs = (below: number): boolean => isWanted(meets[answer]?.[below] as number)
    return [
      ...rules.flatMap((lower, below) =>
        below > rank && meetsAs(lower.answer)
          ? [[...begun, ...allNo(rank + 1, below), truthSubgoal(lower.when, yes, at)]]
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
  const upTo = (most: number): readonly Subgoal[] => [
    ...(behind === null ? [] : [answerSubgoal(behind, most === 0 ? permitted : caution | permitted, at)]),
    ...needs.map((need) => truthSubgoal(need, yes, at)),
    ...limits.map(({ when, ifUnknown, ifYes }) =>
      truthSubgoal(when, no | (ifUnknown <= most ? unknown : 0) | (ifYes <= most ? yes : 0), at),
    ),
  ]
  const reaching = (level: number): readonly Subgoal[] =>
    limits.flatMap(({ when, ifUnknown, ifYes }) => {
      const reached = (ifUnknown === level ? unknown : 0) | (ifYes === level ? yes : 0)
      return reached === 0 ? [] : [truthSubgoal(when, reached, at)]
    })
  const behindAs = (answer: number): Options => (behind === null ? [] : [[answerSubgoal(behind, answer, at)]])
  const cautions = [...behindAs(caution), ...reaching(1).map((one) => [one])].map((all) => [...all, ...upTo(1)])
  return [
    ...(as & permitted ? [upTo(as & caution ? 1 : 0)] : as & caution ? cautions : []),
    ...(as & blocked
      ? [
          ...behindAs(blocked),
          ...needs.map((need) => [truthSubgoal(need, no | unknown, at)]),
          ...reaching(2).map((one) => [one]),
        ]
      : []),
  ]
}
