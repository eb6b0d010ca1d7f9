import { evaluate } from '@facialis/engine'
import {
  all,
  atLeast,
  dateOf,
  decide,
  entry,
  established,
  fieldsOf,
  gate,
  is,
  need,
  neutral,
  otherwise,
  rule,
  type Span,
  some,
  asOf as today,
  yearsBetween,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { alarm, asking, born, chartOf, on, pathwayOf, reason, says, signed, yesWhere } from '../naive/small-charts.ts'

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
