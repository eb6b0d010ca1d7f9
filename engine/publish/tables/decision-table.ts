import type { Condition, Decision, Rule, Truth } from '@facialis/language'
import { limitEffect } from '../../ground/limit-effect.ts'
import { meet } from '../../ground/meet.ts'
import { type Case, casesWhere, unknown, yes } from './cases.ts'
import { conditionParts } from './condition-parts.ts'
import { simplified } from './simplified.ts'

type Ranked = Extract<Decision['body'], { kind: 'ranked' }>
type Gate = Extract<Decision['body'], { kind: 'gate' }>

/** What comes of a rule that is not known to hold: for each answer of what stands below it, what is said. */
export type IfUnknown = readonly Readonly<{ below: string; says: string }>[]

export type RankedRow = Readonly<{
  rule: Rule
  /** The rows on which its condition holds; null where there are too many to show. */
  cases: readonly Case[] | null
  /** Null where it is never in between: what is not known counts as no. */
  ifUnknown: IfUnknown | null
}>

/** The rules of a decision from the highest rank down. The first that holds answers. */
export type RankedTable = Readonly<{ parts: readonly Condition[]; rows: readonly RankedRow[] }>

const widest = 24

export function rankedTable(decision: Decision, { rules, otherwise }: Ranked): RankedTable {
  const conditions = rules.map(({ when }) => simplified(when))
  const parts =
    [4, 3, 2, 1].map((depth) => conditionParts(conditions, depth)).find((found) => found.length <= widest) ??
    conditionParts(conditions, 0)
  const rows: RankedRow[] = []
  let below: ReadonlySet<string> = new Set([otherwise.answer])
  for (const [at, rule] of [...rules.entries()].toReversed()) {
    const when = conditions[at] as Condition
    const open = casesWhere(when, parts, unknown)
    const ifUnknown =
      open?.length === 0
        ? null
        : [...below].map((answer) => ({ below: answer, says: meet(decision, rule.answer, answer) }))
    rows.unshift({ rule, cases: casesWhere(when, parts, yes), ifUnknown })
    below = inOrder(decision, [rule.answer, ...below, ...(ifUnknown ?? []).map(({ says }) => says)])
  }
  return { parts, rows }
}

const inOrder = (decision: Decision, answers: readonly string[]): ReadonlySet<string> =>
  new Set(decision.answers.filter((answer) => answers.includes(answer)))

/** What a need or a limit makes of the gate; null where it makes nothing of it. */
export type GateRow = Readonly<{
  id: string
  kind: 'behind' | 'need' | 'limit'
  asks: string
  condition: Condition | null
  comes: Readonly<Record<Truth, string | null>>
}>

const says = { note: null, caution: 'caution', block: 'blocked' } as const

/** The needs and limits of a gate. The worst that any row comes to is the answer; where none comes to anything, permitted. */
export function gateTable(
  { behind, needs, limits }: Gate,
  wordsOf: (condition: Condition) => string,
): readonly GateRow[] {
  const first: readonly GateRow[] = behind
    ? [
        {
          id: behind.id,
          kind: 'behind',
          asks: behind.asks,
          condition: null,
          comes: { yes: null, no: 'as it stands', unknown: 'as it stands' },
        },
      ]
    : []
  return [
    ...first,
    ...needs.map(
      ({ id, needs: condition }): GateRow => ({
        id,
        kind: 'need',
        asks: wordsOf(condition),
        condition,
        comes: { yes: null, no: 'blocked', unknown: 'blocked' },
      }),
    ),
    ...limits.map((limit): GateRow => {
      const comes = (truth: Truth) => says[limitEffect(limit, truth, behind !== null)]
      return {
        id: limit.id,
        kind: 'limit',
        asks: wordsOf(limit.when),
        condition: limit.when,
        comes: { yes: comes('yes'), no: comes('no'), unknown: comes('unknown') },
      }
    }),
  ]
}
