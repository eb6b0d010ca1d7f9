import { evaluate } from '@facialis/engine'
import {
  all,
  any,
  atLeast,
  type Condition,
  dateOf,
  decide,
  entry,
  established,
  fact,
  fieldsOf,
  gate,
  is,
  need,
  neutral,
  not,
  otherwise,
  rule,
  type Span,
  some,
  asOf as today,
  yearsBetween,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import {
  alarm,
  asking,
  born,
  chartOf,
  flag,
  on,
  pathwayOf,
  reason,
  says,
  signed,
  yesWhere,
} from '../naive/small-charts.ts'

const plain = { question: '?', adverse: neutral('made up') }
const kind = (id: string) => {
  const clear = fieldsOf(id).yesNo(`${id}.clear`, plain)
  return { clear, of: entry(id, { label: id, plural: `${id}s`, orderable: true }, { clear }) }
}
const [scan, test, film] = [kind('scan'), kind('test'), kind('film')] as const
const isClear = ({ of, clear }: typeof scan) => some(of, is(clear, 'yes'))
const [treat, operate] = [
  gate('treat', { asks: '?', needs: [need('N1', isClear(scan)).because('x', reason)], limits: [], exceptions: [] }),
  gate('operate', {
    asks: '?',
    needs: [need('N2', all(isClear(scan), isClear(test))).because('x', reason)],
    limits: [],
    exceptions: [],
  }),
]
const pathway = { ...pathwayOf(treat, operate), entries: [scan.of, test.of, film.of] }

it('what nobody has made is asked for as a whole, each kind for the gates it could open, and none that opens nothing', () => {
  const { missing } = evaluate(pathway, chartOf(), asking)
  const told = missing.map(({ fact, question, why, settles }) => ({
    fact,
    question,
    why,
    settles: [...settles].sort(),
  }))
  expect(told).toEqual([
    { fact: 'scan', question: 'A new scan, read and recorded', why: 'not-asked', settles: ['operate', 'treat'] },
    { fact: 'test', question: 'A new test, read and recorded', why: 'not-asked', settles: ['operate'] },
  ])
})

const open = yesWhere('open', yes(signed))
const settled = decide('settled', {
  asks: '?',
  answers: ['yes', 'no'],
  rests: 'on what is established',
  rules: [
    rule('R', established(yes(signed)))
      .answers('yes')
      .because('x', reason)
      .flagged(),
  ],
  otherwise: otherwise('O', 'no', 'y', reason),
})

it('what a decision hangs on is asked for, unless it rests on what is established', () => {
  const asked = evaluate({ ...pathwayOf(open, settled), screens: [] }, chartOf(), asking).missing
  expect(asked.map(({ fact, settles }) => [fact, settles])).toEqual([['signed', ['open']]])
  expect(evaluate({ ...pathwayOf(settled), screens: [] }, chartOf(), asking).missing).toEqual([])
})

const isFlagged = is(flag, 'yes')
it.each([
  ['whose answer alone may settle it', isFlagged, [['flag', ['asked']]]],
  [
    'each of which settles nothing without the other',
    any(all(yes(alarm), not(isFlagged)), all(not(yes(alarm)), isFlagged)),
    [
      ['flag', []],
      ['alarm', []],
    ],
  ],
] as const)('beside the cheapest question a decision hangs on others: %s', (_, others, told) => {
  const decision = yesWhere('asked', all(yes(signed), others))
  const written = [signed, flag, alarm]
  const { missing } = evaluate({ ...pathwayOf(decision), facts: written, screens: [] }, chartOf(), asking)
  expect(missing.map(({ fact, settles }) => [fact, settles])).toEqual([['signed', ['asked']], ...told])
})

const costing = (id: string, cost: number) => fact.yesNo(id, { ...plain, cost })
const [dear, alike, first, second] = [
  costing('dear', 6),
  costing('alike', 6),
  costing('first', 3),
  costing('second', 3),
]
const facts = [dear, first, second, alike]
/** A gate that needs all of these, and what is missing to open it, of somebody of whom nothing is known. */
const missingFor = (...of: readonly Condition[]) => {
  const needs = of.map((one, at) => need(`N${at}`, one).because('x', reason))
  const asked = gate('asked', { asks: '?', needs, limits: [], exceptions: [] })
  return evaluate({ ...pathwayOf(asked), facts, screens: [] }, chartOf(), asking).decisions.asked?.missing
}
const [isDear, isAlike, isFirst, isSecond] = [yes(dear), yes(alike), yes(first), yes(second)]

it.each([
  [
    'all that it takes, as the pathway writes it',
    [
      [isDear, isFirst, isSecond],
      [isSecond, isFirst, isDear],
      [isFirst, isSecond, isDear],
    ],
    ['dear', 'first', 'second'],
  ],
  ['what costs least to ask', [[any(isDear, isFirst)], [any(isFirst, isDear)]], ['first']],
  [
    'where that is the same, fewer questions',
    [[any(all(isFirst, isSecond), isAlike)], [any(isAlike, all(isSecond, isFirst))]],
    ['alike'],
  ],
  ['where these are as many, what is written first', [[any(isAlike, isDear)], [any(isDear, isAlike)]], ['dear']],
] as const)('what is missing for an answer is %s, in whatever order it is asked', (_, orders, told) => {
  for (const order of orders) expect(missingFor(...order)).toEqual(told)
})

it('is asked first what settles more for what it costs to ask', () => {
  const decisions = [
    yesWhere('one', isAlike),
    yesWhere('two', isSecond),
    yesWhere('three', all(isAlike, isDear)),
    yesWhere('four', isDear),
  ]
  const { missing } = evaluate({ ...pathwayOf(...decisions), facts, screens: [] }, chartOf(), asking)
  expect(missing.map((one) => one.fact)).toEqual(['second', 'alike', 'dear'])
})

it('a reason says that its text is not verified where the rule does, and nowhere else', () => {
  const chart = chartOf(says(signed, 'yes', '2026-03-10'))
  const { decisions } = evaluate(pathwayOf(open, settled), chart, asking)
  const flags = ['open', 'settled'].map((id) => decisions[id]?.because.map((one) => 'unverified' in one))
  expect(flags).toEqual([[false], [true]])
})

it('a date of which only the year is known is asked for more exactly where an answer hangs on the day', () => {
  const grown = yesWhere('grown', atLeast(yearsBetween(dateOf(born), today), 18))
  const askedOf = (year: string) => {
    const { decisions, missing } = evaluate({ ...pathwayOf(grown), screens: [] }, chartOf(saysOf(year)), asking)
    return [decisions.grown?.answer, decisions.grown?.missing, missing.map(({ question, why }) => [question, why])]
  }
  const saysOf = (year: string) => ({ ...says(born, '?', '2026-03-01'), value: { date: on(year) as Span } })
  expect(askedOf('2007')).toEqual(['yes', [], []])
  expect(askedOf('2008')).toEqual(['unknown', ['born'], [['More exactly: ?', 'asked-unanswered']]])
})

it('a decision that hangs on the questions of one list alone asks for the list, and for those of them it hangs on', () => {
  const hanging = yesWhere('hanging', yes(alarm))
  const asked = evaluate(pathwayOf(hanging), chartOf(), asking).missing.map(({ fact, settles }) => [fact, settles])
  expect(asked).toEqual([
    ['screen.flags', ['hanging']],
    ['alarm', ['hanging']],
  ])
})
