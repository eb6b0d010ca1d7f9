import { answersOf, wordsOf } from '@facialis/engine'
import { casesWhere, no, unknown, type Values, yes } from '@facialis/engine/publish/tables/cases.ts'
import { conditionKey, conditionParts } from '@facialis/engine/publish/tables/condition-parts.ts'
import { gateTable, type RankedTable, rankedTable } from '@facialis/engine/publish/tables/decision-table.ts'
import { simplified } from '@facialis/engine/publish/tables/simplified.ts'
import { truthTable } from '@facialis/engine/publish/tables/truth-table.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import {
  all,
  allOf,
  any,
  anyOf,
  type Condition,
  decide,
  emptyChart,
  established,
  exactly,
  fact,
  yes as isYes,
  negate,
  neutral,
  not,
  otherwise,
  ownJudgement,
  type Pathway,
  rule,
  type Truth,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallPathway } from '../decisions/small-pathway.ts'
import { fromPlainFacts } from '../examples/forms.ts'
import { naiveTruth } from '../naive/naive.ts'
import { asking, people } from '../promises/people.ts'

const questions = ['a', 'b', 'c', 'd'].map((id) => fact.yesNo(id, { question: `${id}?`, adverse: neutral('made up') }))
const asked = questions.map((question) => isYes(question))

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
    case 'always':
      return 'yes'
    case 'all':
      return allOf(condition.of.map((part) => worth(part, parts)))
    case 'any':
      return anyOf(condition.of.map((part) => worth(part, parts)))
    case 'not':
      return negate(worth(condition.of, parts))
    case 'established':
      return worth(condition.of, parts) === 'yes' ? 'yes' : 'no'
    default:
      return parts.get(conditionKey(condition)) as Truth
  }
}

const states: readonly (readonly Truth[])[] = (['yes', 'no', 'unknown'] as const).flatMap((a) =>
  (['yes', 'no', 'unknown'] as const).flatMap((b) =>
    (['yes', 'no', 'unknown'] as const).flatMap((c) => (['yes', 'no', 'unknown'] as const).map((d) => [a, b, c, d])),
  ),
)

describe('a truth table', () => {
  test('is yes, no and unknown in exactly the same states as the rule', () => {
    fc.assert(
      fc.property(formula, (condition) => {
        for (const truth of ['yes', 'no', 'unknown'] as const) {
          const rows = casesWhere(condition, asked, bits[truth])
          if (rows === null) return
          for (const state of states) {
            const values = new Map(asked.map((part, i) => [conditionKey(part), state[i] as Truth]))
            const isCovered = rows.some((row) => row.every((cell, i) => (cell & bits[state[i] as Truth]) !== 0))
            expect(isCovered).toBe(worth(condition, values) === truth)
          }
        }
      }),
    )
  })

  test('never says that the rule both holds and fails in one state', () => {
    const both = [...hemifacialSpasm.steps, ...hemifacialSpasm.alerts].filter(({ when }) => {
      const table = truthTable(when)
      return table?.yes.some((holds) =>
        table.no.some((fails) => holds.every((cell, i) => (cell & (fails[i] as Values)) !== 0)),
      )
    })
    expect(both.map(({ id }) => id)).toEqual([])
  })

  test('has no column twice', () => {
    for (const { when } of hemifacialSpasm.steps) {
      const parts = conditionParts([when], 4).map(conditionKey)
      expect(new Set(parts).size).toBe(parts.length)
    }
  })
})

describe('a simplified condition', () => {
  test('is yes, no and unknown for the same people', () => {
    fc.assert(
      fc.property(formula, (condition) => {
        for (const state of states) {
          const values = new Map(asked.map((part, i) => [conditionKey(part), state[i] as Truth]))
          expect(worth(simplified(condition), values)).toBe(worth(condition, values))
        }
      }),
    )
  })

  test('has no part that always or never holds', () => {
    const [a, b] = asked as [Condition, Condition]
    expect(simplified(all(not(any()), all(a, all()), any(b, any())))).toEqual(all(a, b))
    expect(simplified(established(not(established(any()))))).toEqual({ kind: 'always' })
  })
})

describe('the columns of a table', () => {
  const [a, b, c, d] = asked as [Condition, Condition, Condition, Condition]
  const inner = any(b, all(c, d))

  test.each<[number, readonly Condition[]]>([
    [0, [all(a, inner)]],
    [1, [a, inner]],
    [2, [a, b, all(c, d)]],
    [3, [a, b, c, d]],
  ])('are what is joined down to depth %i; what lies deeper is one of them', (depth, columns) => {
    expect(conditionParts([all(a, inner)], depth)).toEqual(columns)
  })

  test('are the questions themselves, without “not” and “it is known that”', () => {
    expect(conditionParts([all(not(a), established(b))], 1)).toEqual([a, b])
  })
})

describe('a decision table', () => {
  const words = ['bold', 'careful', 'neither'] as const
  const manners = [
    { boldness: [['careful', 'neither'], ['bold']] },
    { boldness: [['neither'], ['careful'], ['bold']] },
    { undetermined: 'neither' },
  ] as const

  test('gives the same answer as the engine in every state', () => {
    const rules = fc.array(fc.tuple(formula, fc.constantFrom(...words)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(rules, fc.constantFrom(...manners), fc.constantFrom(...words), (written, manner, last) => {
        const made = decide('made-up', {
          asks: 'Made up?',
          answers: words,
          ...manner,
          rules: written.map(([when, answer], i) => {
            const one = rule(`R${i}`, when).answers(answer).because('Made up.', ownJudgement('made up'))
            return i + 1 < written.length ? one.over(`R${i + 1}`) : one
          }),
          otherwise: otherwise('R-', last, 'Made up.', ownJudgement('made up')),
        })
        if (made.body.kind !== 'ranked') throw new Error('It is ranked.')
        const table = rankedTable(made, made.body)
        const pathway: Pathway = { ...smallPathway(made, {}), facts: questions, entries: [], screens: [] }
        for (const state of states.filter((_, i) => i % 4 === 0)) {
          const observations = questions.flatMap(({ id }, i) => {
            const truth = state[i] as Truth
            const date = exactly(1)
            return truth === 'unknown'
              ? []
              : [{ fact: id, value: { word: truth }, date, provenance: { source: 'made up' } }]
          })
          const said = answersOf(pathway, { ...emptyChart, observations }, { asOf: 2, policy: {} })
          expect(byTable(table, state, last)).toBe(said['made-up'])
        }
      }),
      { numRuns: 40 },
    )

    /** The table as a reader uses it, from the last row up. */
    function byTable({ parts, rows }: RankedTable, state: readonly Truth[], last: string): string {
      const values = parts.map(
        (part) => bits[state[asked.findIndex((one) => conditionKey(one) === conditionKey(part))] as Truth],
      )
      return rows.toReversed().reduce((below, { rule: { when, answer }, cases, ifUnknown }) => {
        if (cases?.some((row) => row.every((cell, i) => (cell & (values[i] as Values)) !== 0))) return answer
        const isOpen =
          worth(when, new Map(asked.map((part, i) => [conditionKey(part), state[i] as Truth]))) === 'unknown'
        return isOpen ? (ifUnknown?.find((one) => one.below === below)?.says ?? 'not in the table') : below
      }, last)
    }
  })

  // A sample; the complete run asks for more: PEOPLE=2000.
  const count = Number(process.env.PEOPLE ?? 8)

  test('of the pathway, read from its last row up, answers of people what the engine answers, its cells are what holds of them', () => {
    const known = examples.map((example) => fromPlainFacts(example).chart)
    const step = Math.max(1, Math.floor(known.length / count))
    const charts = [...known.filter((_, i) => i % step === 0), ...fc.sample(people, { numRuns: count, seed: 28 })]
    const tables = hemifacialSpasm.decisions.flatMap((one) =>
      one.body.kind === 'ranked' && one.scope === 'patient'
        ? [{ one, last: one.body.otherwise.answer, ...rankedTable(one, one.body) }]
        : [],
    )
    const wrong: unknown[] = []
    for (const [at, chart] of charts.entries()) {
      const said = answersOf(hemifacialSpasm, chart, asking)
      const truths = new Map<Condition, Truth>()
      const truthOf = (condition: Condition): Truth => {
        const truth = truths.get(condition) ?? naiveTruth(condition, hemifacialSpasm, chart, asking)
        truths.set(condition, truth)
        return truth
      }
      for (const { one, last, parts, rows } of tables) {
        const values = parts.map((part) => bits[truthOf(part)])
        let answer: string = last
        for (const { rule: ruled, cases, ifUnknown } of rows.toReversed()) {
          const holds = truthOf(ruled.when)
          const isCell = cases?.some((row) => row.every((cell, i) => (cell & (values[i] as Values)) !== 0))
          if (isCell !== undefined && isCell !== (holds === 'yes')) wrong.push([at, one.id, ruled.id, isCell, holds])
          if (holds === 'yes') answer = ruled.answer
          else if (holds === 'unknown')
            answer = ifUnknown?.find(({ below }) => below === answer)?.says ?? 'not in the table'
        }
        if (answer !== said[one.id]) wrong.push([at, one.id, answer, said[one.id]])
      }
    }
    expect(wrong).toEqual([])
  })

  const decision = (id: string) => {
    const found = hemifacialSpasm.decisions.find((one) => one.id === id)
    if (!found) throw new Error(`There is no decision ${id}.`)
    return found
  }

  test('of the cause says that an unknown red flag removes the presumption and nothing else', () => {
    const cause = decision('cause')
    if (cause.body.kind !== 'ranked') throw new Error('The cause is decided by ranked rules.')
    const row = rankedTable(cause, cause.body).rows.find(({ rule }) => rule.id === 'ET-03')
    expect(row?.ifUnknown).toEqual([
      { below: 'undetermined', says: 'undetermined' },
      { below: 'vascular-presumed', says: 'undetermined' },
    ])
  })

  test('of a rule on established conditions says that it is never unknown', () => {
    const stage = decision('stage')
    if (stage.body.kind !== 'ranked') throw new Error('The stage is decided by ranked rules.')
    expect(rankedTable(stage, stage.body).rows.map(({ ifUnknown }) => ifUnknown)).toEqual(
      stage.body.rules.map(() => null),
    )
  })

  test('of the toxin gate shuts it for every need that is unmet or unknown', () => {
    const gate = decision('botulinum')
    if (gate.body.kind !== 'gate') throw new Error('Toxin has a gate.')
    const needs = gateTable(gate.body, wordsOf).filter(({ kind }) => kind === 'need')
    expect(needs).toHaveLength(gate.body.needs.length)
    for (const { comes } of needs) expect(comes).toEqual({ yes: null, no: 'blocked', unknown: 'blocked' })
  })

  test('of the session gate shuts it for every at-chair question that was not asked', () => {
    const gate = decision('botulinum.session')
    if (gate.body.kind !== 'gate') throw new Error('The session has a gate.')
    const limits = gateTable(gate.body, wordsOf).filter(({ kind }) => kind === 'limit')
    for (const { comes } of limits) expect(comes.unknown).toBe('blocked')
  })
})
