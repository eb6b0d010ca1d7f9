import { wordsOf } from '@facialis/engine'
import { casesWhere, no, unknown, type Values, yes } from '@facialis/engine/publish/tables/cases.ts'
import { gateTable, rankedTable } from '@facialis/engine/publish/tables/decision-table.ts'
import { keyOf, partsOf } from '@facialis/engine/publish/tables/parts.ts'
import { truthTable } from '@facialis/engine/publish/tables/truth-table.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import {
  all,
  allOf,
  any,
  anyOf,
  type Condition,
  established,
  fact,
  yes as isYes,
  negate,
  neutral,
  not,
  type Truth,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const asked = ['a', 'b', 'c', 'd'].map((id) =>
  isYes(fact.yesNo(id, { question: `${id}?`, adverse: neutral('made up') })),
)

const { formula } = fc.letrec<{ formula: Condition }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...asked),
    fc.array(tie('formula'), { maxLength: 3 }).map((of) => all(...of)),
    fc.array(tie('formula'), { maxLength: 3 }).map((of) => any(...of)),
    tie('formula').map(not),
    tie('formula').map(established),
  ),
}))

const bits: Readonly<Record<Truth, Values>> = { yes, no, unknown }

/** What a formula comes to, worked out from the words of the language alone. */
function worth(condition: Condition, parts: ReadonlyMap<string, Truth>): Truth {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of.map((part) => worth(part, parts)))
    case 'any':
      return anyOf(condition.of.map((part) => worth(part, parts)))
    case 'not':
      return negate(worth(condition.of, parts))
    case 'established':
      return worth(condition.of, parts) === 'yes' ? 'yes' : 'no'
    default:
      return parts.get(keyOf(condition)) as Truth
  }
}

const states: readonly (readonly Truth[])[] = (['yes', 'no', 'unknown'] as const).flatMap((a) =>
  (['yes', 'no', 'unknown'] as const).flatMap((b) =>
    (['yes', 'no', 'unknown'] as const).flatMap((c) => (['yes', 'no', 'unknown'] as const).map((d) => [a, b, c, d])),
  ),
)

describe('a truth table', () => {
  test('says yes, no and not known of exactly the states of which the rule does', () => {
    fc.assert(
      fc.property(formula, (condition) => {
        for (const truth of ['yes', 'no', 'unknown'] as const) {
          const rows = casesWhere(condition, asked, bits[truth])
          if (rows === null) return
          for (const state of states) {
            const values = new Map(asked.map((part, i) => [keyOf(part), state[i] as Truth]))
            const isCovered = rows.some((row) => row.every((cell, i) => (cell & bits[state[i] as Truth]) !== 0))
            expect(isCovered).toBe(worth(condition, values) === truth)
          }
        }
      }),
    )
  })

  test('never says of a state both that the rule holds and that it does not', () => {
    for (const { when } of [...hemifacialSpasm.steps, ...hemifacialSpasm.alerts]) {
      const table = truthTable(when)
      if (table === null) continue
      for (const holds of table.yes)
        for (const fails of table.no) expect(holds.some((cell, i) => (cell & (fails[i] as Values)) === 0)).toBe(true)
    }
  })

  test('is over parts of which none is written twice', () => {
    for (const { when } of hemifacialSpasm.steps) {
      const parts = partsOf([when], 4).map(keyOf)
      expect(new Set(parts).size).toBe(parts.length)
    }
  })
})

describe('a decision table', () => {
  const decision = (id: string) => {
    const found = hemifacialSpasm.decisions.find((one) => one.id === id)
    if (!found) throw new Error(`There is no decision ${id}.`)
    return found
  }

  test('of the cause says that not knowing about a red flag takes the presumption away and nothing else', () => {
    const cause = decision('cause')
    if (cause.body.kind !== 'ranked') throw new Error('The cause is decided by ranked rules.')
    const row = rankedTable(cause, cause.body).rows.find(({ rule }) => rule.id === 'ET-03')
    expect(row?.ifUnknown).toEqual([
      { below: 'undetermined', says: 'undetermined' },
      { below: 'vascular-presumed', says: 'undetermined' },
    ])
  })

  test('of a rule that rests on what is established says that it is never in between', () => {
    const stage = decision('stage')
    if (stage.body.kind !== 'ranked') throw new Error('The stage is decided by ranked rules.')
    expect(rankedTable(stage, stage.body).rows.map(({ ifUnknown }) => ifUnknown)).toEqual(
      stage.body.rules.map(() => null),
    )
  })

  test('of the toxin gate shuts it for every need that is not met or not known', () => {
    const gate = decision('botulinum')
    if (gate.body.kind !== 'gate') throw new Error('Toxin has a gate.')
    const needs = gateTable(gate.body, wordsOf).filter(({ kind }) => kind === 'need')
    expect(needs).toHaveLength(gate.body.needs.length)
    for (const { comes } of needs) expect(comes).toEqual({ yes: null, no: 'blocked', unknown: 'blocked' })
  })

  test('of the session shuts it for whatever nobody asked about at the chair', () => {
    const gate = decision('botulinum.session')
    if (gate.body.kind !== 'gate') throw new Error('The session has a gate.')
    const limits = gateTable(gate.body, wordsOf).filter(({ kind }) => kind === 'limit')
    for (const { comes } of limits) expect(comes.unknown).toBe('blocked')
  })
})
