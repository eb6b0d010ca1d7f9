import { isJudgement, judgedWhole } from '@facialis/engine/local-search/judgements.ts'
import { asInvariant } from '@facialis/engine/symbolic/as-invariant.ts'
import {
  type Chart,
  type ChoiceFact,
  type Condition,
  type DateTerm,
  type Decision,
  type Entry,
  entry,
  type Fact,
  fieldsOf,
  gate,
  when as limit,
  type NumberTerm,
  neutral,
  ownJudgement,
  type Pathway,
} from '@facialis/language'
import fc from 'fast-check'
import { chart, daysAsked } from '../naive/arbitrary-chart.ts'
import { pathway } from '../naive/arbitrary-pathway.ts'
import { drawn } from '../naive/draw.ts'
import type { Case } from '../naive/on-the-day.ts'
import { written } from '../naive/written.ts'

/** Small random pathways that ask every fact and kind of entry every kind of question, each with a chart. */
export const questioned: fc.Arbitrary<Case> = drawn((draw) => {
  const drawnUp = pathway(draw)
  const made = askingEverything({ ...drawnUp, entries: [...drawnUp.entries, reading] })
  const asOf = draw.pick(daysAsked)
  const policy = Object.fromEntries(
    made.policy.filter(() => draw.chance(25)).map((number) => [number.id, draw.pick([0, 1, 3, 20])]),
  )
  const one: Case = { pathway: made, chart: recordable(made, chart(draw, made, asOf)), asking: { asOf, policy } }
  return { ...one, [fc.toStringMethod]: () => written(one) }
})

/** A judgement that lacks its who, when and why could not be recorded; what took the place of one of those stays. */
function recordable(pathway: Pathway, { observations, entries, ...others }: Chart): Chart {
  const factOf = (id: string): Fact | undefined => pathway.facts.find((one) => one.id === id)
  return {
    ...others,
    observations: observations.filter(({ fact: id, value, date }) => {
      const fact = factOf(id)
      return date !== null || !fact || !isJudgement(fact, value)
    }),
    entries: entries.filter((one) => judgedWhole(pathway, one)),
  }
}

/** A kind of entry in which a finding can be judged, given why, when and for sure. */
const of = fieldsOf('reading')
const plain = { question: '?', adverse: neutral('made up') }
const why = of.text('reading.why', { question: '?' })
const when = of.date('reading.when', { ...plain, may: 'any' })
const sure = of.yesNo('reading.sure', { ...plain, unrecorded: 'no' })
const found = of.choice('reading.found', ['absent', 'present', 'unrelated'], {
  question: '?',
  adverse: { g1: ['present'] },
  judged: { words: ['unrelated'], of: 'present', needs: [why, when, sure] },
})
const grade = of.choice('reading.grade', ['none', 'good'], plain)
const dose = of.quantity('reading.dose', { unit: 'x', min: 0, max: 10 }, plain)
const reading = entry(
  'reading',
  {
    label: 'reading',
    plural: 'readings',
    fills: [{ field: found, is: 'absent', fills: [grade], with: 'none' }],
  },
  Object.fromEntries([why, when, sure, found, grade, dose].map((field) => [field.id, field])),
) as Entry

const today: DateTerm = { kind: 'as-of' }
const number = (value: number): NumberTerm => ({ kind: 'number', value })
const atMost = (left: NumberTerm, right: NumberTerm): Condition => ({ kind: 'compare', left, op: '<=', right })
const days = (from: DateTerm, to: DateTerm = today): NumberTerm => ({ kind: 'days-between', from, to })
const always: Condition = { kind: 'always' }
const surely = (condition: Condition): Condition => ({ kind: 'established', of: condition })

function askingEverything(made: Pathway): Pathway {
  const words = made.facts.filter((fact): fact is ChoiceFact => fact.type === 'yes-no' || fact.type === 'choice')
  const pairs = words.slice(1).map((fact, i) => [words[i] as ChoiceFact, fact].map((one) => isFirst(one)))
  const asked: readonly Condition[] = [
    ...pairs.flatMap((of): readonly Condition[] => [
      { kind: 'all', of },
      { kind: 'any', of: of.map((one) => ({ kind: 'not', of: one })) },
    ]),
    ...made.facts.flatMap((one) => ofFact(one, made)),
    ...made.entries.flatMap((one) => ofEntries(one, made)),
  ]
  return {
    ...made,
    decisions: [...made.decisions, gateOver(made.facts)],
    toProve: { ...made.toProve, invariants: asked.map(asInvariant) },
  }
}

const isFirst = (fact: ChoiceFact): Condition => ({ kind: 'is', fact, values: fact.values.slice(0, 1) })

/** Shut by a yes to the first question, careful for a yes to the second: nothing else hides what is not known. */
function gateOver(facts: readonly Fact[]): Decision {
  const [first, second] = facts.filter((fact): fact is ChoiceFact => fact.type === 'yes-no') as [ChoiceFact, ChoiceFact]
  const reason = ownJudgement('made up')
  return gate('asked', {
    asks: '?',
    needs: [],
    limits: [
      limit('asked.shut', isFirst(first)).blocks().because('made up', reason),
      limit('asked.careful', isFirst(second)).cautions().because('made up', reason),
    ],
    exceptions: [],
  })
}

/** Each word, whether it is known, when it was recorded, and what a date comes to. */
function ofFact(fact: Fact, { policy }: Pathway): readonly Condition[] {
  const recorded: DateTerm = { kind: 'recorded', fact }
  return [
    { kind: 'unanswered', fact },
    ...(fact.type === 'set'
      ? fact.values.map((value): Condition => ({ kind: 'has', fact, members: [value] }))
      : 'values' in fact
        ? fact.values.map((value): Condition => ({ kind: 'is', fact, values: [value] }))
        : []),
    ...[number(0), number(3), ...policy].map((limit) => atMost(days(recorded), limit)),
    ...(fact.type === 'quantity' ? [atMost({ kind: 'quantity', fact }, number(4))] : []),
    ...(fact.type === 'date' ? ofDates({ kind: 'date-of', fact }, recorded) : []),
  ]
}

const ofDates = (one: DateTerm, other: DateTerm): readonly Condition[] => [
  atMost(days(one, other), number(1)),
  atMost(days({ kind: 'latest', of: [one, other] }), number(2)),
  atMost(days({ kind: 'earliest', of: [one, other] }), number(5)),
  atMost(days({ kind: 'provided', when: atMost(days(other), number(5)), date: one }), number(5)),
  ...[0, 1, 2].map((limit) => atMost(number(limit), { kind: 'years-between', from: one, to: today })),
]

/** Of the entries of a kind: any, so many, how much, the last, the first, and the one before it. */
function ofEntries(kind: Entry, { policy }: Pathway): readonly Condition[] {
  const fields = Object.values(kind.fields)
  const chosen = fields.flatMap((fact) => (fact.type === 'choice' ? [fact] : []))
  const [first, second] = chosen as [(typeof chosen)[number], (typeof chosen)[number]]
  const isSuch: Condition = { kind: 'is', fact: first, values: first.values.slice(1) }
  const isGood: Condition = { kind: 'is', fact: second, values: ['good'] }
  const wheres = [always, isSuch, surely(isSuch)]
  const amount = fields.find((fact) => fact.type === 'quantity')
  const told = fields.find((fact) => fact.type === 'date')
  const ofField = fields.flatMap((fact) => [
    ...(fact.type === 'date'
      ? [atMost(days({ kind: 'date-of', fact }, { kind: 'entry-date', entry: kind }), number(1))]
      : []),
    atMost(days({ kind: 'recorded', fact }), policy[1] as NumberTerm),
  ])
  const holds: readonly Condition[] = [isGood, { kind: 'unanswered', fact: second }]
  const ofEach = ofField.map((so): Condition => ({ kind: 'recent', entry: kind, back: 0, where: always, holds: so }))
  const ofAll = wheres.flatMap((where): readonly Condition[] => [
    { kind: 'some', entry: kind, where },
    ...[1, 2].map((limit) => atMost(number(limit), { kind: 'count', entry: kind, where })),
    ...(amount?.type === 'quantity' ? [atMost({ kind: 'sum', entry: kind, of: amount, where }, number(7))] : []),
    ...(['latest-date', 'first-date'] as const).flatMap((edge) => [
      ...[0, 3, 6].map((limit) => atMost(days({ kind: edge, entry: kind, where }), number(limit))),
      ...(told?.type === 'date' ? [atMost(days({ kind: edge, entry: kind, where, of: told }), number(3))] : []),
    ]),
    ...[0, 1, 2].flatMap((back) =>
      holds.map((so): Condition => ({ kind: 'recent', entry: kind, back, where, holds: so })),
    ),
    atMost({ kind: 'run-length', entry: kind, during: where, endedBy: isGood }, number(5)),
  ])
  return [...ofEach, ...ofAll]
}
