import { planOf } from '@facialis/engine'
import { flatRowsOf, flatTablesOf } from '@facialis/engine/flat/index.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import {
  atChair,
  type Chart,
  entry,
  fact,
  fieldsOf,
  neutral,
  type Pathway,
  parseDate,
  type Span,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallPathway } from '../decisions/small-pathway.ts'
import { cases } from '../naive/arbitrary.ts'

const tablesOf = (pathway: Pathway) => {
  const { person, entries } = flatTablesOf(planOf(pathway))
  return [person, ...entries]
}

/** What no engine has to have quoted, and PostgreSQL does not cut. */
const plain = /^[a-z][a-z0-9_]{0,62}$/

describe('names of the flat fact table', () => {
  const areGood = (pathway: Pathway): void => {
    const tables = tablesOf(pathway)
    for (const names of [
      tables.map(({ name }) => name),
      ...tables.map(({ columns }) => columns.map(({ name }) => name)),
    ]) {
      expect(names.filter((name) => !plain.test(name))).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
  }

  it('need no quotes and are given once, in the pathway and in any other', () => {
    areGood(hemifacialSpasm)
    fc.assert(
      fc.property(cases, ({ pathway }) => areGood(pathway)),
      { numRuns: 100 },
    )
  })

  it('are kept apart where ids differ in signs and capitals alone, and where an engine wants the word for itself', () => {
    const facts = ['a.b', 'a-B', '.a?', 'order', 'Select', 'n'.repeat(80), `${'n'.repeat(80)}m`].map((id) =>
      fact.yesNo(id, { question: id, adverse: neutral('made up') }),
    )
    const person = flatTablesOf(planOf({ ...onlyStage, facts, decisions: [], entries: [] })).person
    expect(person.columns.slice(3).map(({ name }) => name)).toEqual([
      'a_b',
      'a_b_2',
      'a',
      'order_',
      'select_',
      'n'.repeat(63),
      `${'n'.repeat(61)}_2`,
    ])
  })
})

const onlyStage = smallPathway(hemifacialSpasm.stage, {})

describe('rows of the flat fact table', () => {
  const field = fieldsOf('drink')
  const pathway: Pathway = {
    ...onlyStage,
    facts: [
      fact.choice('mood', ['good', 'bad'], { question: 'Mood?', adverse: neutral('made up') }),
      atChair(fact.yesNo('tired', { question: 'Tired?', adverse: neutral('made up') })),
      fact.set('pets', ['cat', 'dog'], { question: 'Pets?', adverse: neutral('made up') }),
      fact.date('moved', { question: 'Moved?', adverse: neutral('made up'), may: 'past' }),
      fact.text('note', { question: 'A note?' }),
    ],
    decisions: [],
    screens: [],
    entries: [
      entry(
        'drink',
        { label: 'drink', plural: 'drinks' },
        {
          amount: field.quantity(
            'drink.amount',
            { unit: 'mL', min: 0, max: 9999, decimals: 1 },
            { question: 'How much?', adverse: neutral('made up') },
          ),
        },
      ),
    ],
  }
  const on = (text: string): Span => parseDate(text) as Span
  const provenance = { source: 'made up' }
  const rowsOn = (asOf: string, chart: Chart) => {
    const plan = planOf(pathway)
    const day = on(asOf).lo
    return flatRowsOf(plan)(fillerOf(plan)(chart, { asOf: day, policy: {} }), {
      tenantId: 'demo',
      patientId: 'Demo One',
      asOf: day,
    })
  }

  it('say what is known on the day, NULL for what is not, and a month as its two ends', () => {
    const said = {
      mood: { word: 'bad' },
      pets: { words: ['dog'] },
      moved: { date: on('2020-02') },
      note: { text: 'likes tea' },
    }
    const observations = Object.entries(said).map(([id, value]) => ({
      fact: id,
      value,
      date: on('2026-11-01'),
      provenance,
    }))
    const tired = { fact: 'tired', value: { word: 'no' }, date: on('2026-11-22'), provenance }
    const drink = {
      kind: 'drink',
      withdrawn: false,
      supersedes: [],
      provenance,
      fields: { 'drink.amount': { number: 25 } },
    }
    const entries = [
      { ...drink, id: 'a', date: on('2026-11') },
      { ...drink, id: 'b', date: null, fields: {} },
      { ...drink, id: 'c', date: on('2026-11-02'), withdrawn: true },
    ]
    expect(rowsOn('2026-11-23', { observations: [...observations, tired], screens: [], entries })).toEqual({
      person: ['demo', 'Demo One', '2026-11-23', 'bad', null, false, true, '2020-02-01', '2020-02-29', true],
      entries: [
        [
          ['demo', 'Demo One', '1', '2026-11-01', '2026-11-23', 25],
          ['demo', 'Demo One', '2', null, null, null],
        ],
      ],
    })
  })

  it('of an empty set are no, of a set nobody asked about NULL', () => {
    const pets = (words: readonly string[] | null): Chart => ({
      observations: words ? [{ fact: 'pets', value: { words }, date: null, provenance }] : [],
      screens: [],
      entries: [],
    })
    expect(rowsOn('2026-11-23', pets([])).person.slice(5, 7)).toEqual([false, false])
    expect(rowsOn('2026-11-23', pets(null)).person.slice(5, 7)).toEqual([null, null])
  })
})
