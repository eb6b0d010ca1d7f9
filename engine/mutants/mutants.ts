import type { Alert, Condition, Decision, Limit, Need, Pathway, Rule, Step } from '@facialis/language'
import { wordsOf } from '../ground/words.ts'
import { blurred, type Change, changesTo, never } from './condition-changes.ts'
import {
  everythingShown,
  isCondition,
  partsOf,
  type Rules,
  replacing,
  rulesOf,
  type Shown,
  shownFirst,
} from './rules.ts'

/** The rules with one small mistake in them. */
export type Mutant = Readonly<{
  /** Where it is, what is changed, and which of the changes there it is: the same in every run. */
  id: string
  /** The decision, step, alert or list in whose rules the changed part stands first. */
  place: string
  /** The changed part as it was, in words. */
  was: string
  /** The changed part, and what it is changed to. */
  part: object
  by: unknown
  /** Where it can show; where each of these says the same, so does everything. */
  shows: () => readonly Shown[]
  /** What mentions something of the rules. */
  above: (node: object) => readonly object[]
  /** Something of the rules with the mistake in it. */
  now: <T>(node: T) => T
  rules: () => Rules
}>

/** Every small mistake somebody could make in what decides, asks for a step or raises an alert. */
export function mutantsOf(pathway: Pathway): readonly Mutant[] {
  const rules = rulesOf(pathway)
  const parts = partsOf(rules)
  const shown = everythingShown(rules)
  const seen = new Map<string, number>()
  const promised = new Set([...rules.invariants, ...rules.assumptions].map(({ id }) => id))
  return [...parts.values()].flatMap(({ node, where }) =>
    // What only a promise asks is no rule.
    promised.has(where)
      ? []
      : changesOf(node).map(({ says, by }): Mutant => {
          const name = `${where}: ${says}`
          const count = (seen.get(name) ?? 0) + 1
          seen.set(name, count)
          const now = replacing(parts, node, by)
          return {
            place: where.split(' ', 1)[0] as string,
            id: count === 1 ? name : `${name} (${count})`,
            was: isCondition(node) ? wordsOf(node).slice(0, 160) : '',
            part: node,
            by,
            shows: () => shownFirst(parts, shown, node),
            above: (one) => [...(parts.get(one)?.parents ?? [])],
            now,
            rules: () => now(rules),
          }
        }),
  )
}

function changesOf(node: object): readonly Change[] {
  if (Array.isArray(node)) return []
  if ('kind' in node && node.kind === 'decision') return bodyChanges(node as Decision)
  if ('needs' in node && 'text' in node) return onAsking(node as Need, 'needs').slice(0, 1)
  if ('when' in node && ('answer' in node || 'effect' in node)) return onAsking(node as Rule | Limit, 'when')
  if ('when' in node && 'id' in node) {
    const told = node as Step | Alert
    return [...onAsking(told, 'when').slice(0, 1), { says: 'dropped', by: { ...told, when: never } }]
  }
  return isAsked(node) ? changesTo(node as Condition) : []
}

/** Everything else with a kind holds conditions, and is none. */
const holders = new Set(['ranked', 'gate', 'fold', 'step', 'alert', 'collection', 'invariant', 'assumption'])
const isAsked = (node: object): boolean => 'kind' in node && !holders.has(node.kind as string)

/** What a rule, need, limit, step, alert or item asks. Where only a yes counts, not known is no as it is. */
function onAsking<T extends object, K extends keyof T>(node: T, name: K): readonly Change[] {
  return blurred(node[name] as Condition).map(({ says, by }) => ({ says, by: { ...node, [name]: by } }))
}

function bodyChanges(decision: Decision): readonly Change[] {
  const { body } = decision
  const changed = (says: string, by: Partial<typeof body>): Change => ({
    says,
    by: { ...decision, body: { ...body, ...by } },
  })
  switch (body.kind) {
    case 'ranked':
      return [
        ...body.rules.flatMap((rule, i) => [
          changed(`${rule.id} dropped`, { rules: without(body.rules, i) }),
          ...(i + 1 < body.rules.length
            ? [changed(`${rule.id} below ${body.rules[i + 1]?.id}`, { rules: exchanged(body.rules, i) })]
            : []),
          ...neighbours(decision, rule.answer).map((answer) =>
            changed(`${rule.id} answers ${answer}`, { rules: body.rules.with(i, { ...rule, answer }) }),
          ),
        ]),
        ...neighbours(decision, body.otherwise.answer).map((answer) =>
          changed(`otherwise ${answer}`, { otherwise: { ...body.otherwise, answer } }),
        ),
      ]
    case 'gate':
      return [
        ...body.needs.map((need, i) => changed(`${need.id} dropped`, { needs: without(body.needs, i) })),
        ...body.limits.flatMap((limit, i) => [
          changed(`${limit.id} dropped`, { limits: without(body.limits, i) }),
          ...(['block', 'caution'] as const)
            .filter((effect) => effect !== limit.effect)
            .map((effect) =>
              changed(`${limit.id} is a ${effect}`, { limits: body.limits.with(i, { ...limit, effect }) }),
            ),
        ]),
        ...(body.behind ? [changed('the gate behind it forgotten', { behind: null })] : []),
      ]
    case 'fold':
      return body.join.flatMap((answer, i) => [
        changed(`${answer} left out`, { join: without(body.join, i) }),
        ...(i + 1 < body.join.length
          ? [changed(`${answer} below ${body.join[i + 1]}`, { join: exchanged(body.join, i) })]
          : []),
      ])
    default:
      return body satisfies never
  }
}

const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, i) => i !== at)
const exchanged = <T>(list: readonly T[], at: number): readonly T[] =>
  list.with(at, list[at + 1] as T).with(at + 1, list[at] as T)

/** The answers beside one in the decision's own list. */
const neighbours = ({ answers }: Decision, answer: string): readonly string[] => {
  const at = answers.indexOf(answer)
  return [answers[at - 1], answers[at + 1]].filter((one) => one !== undefined)
}
