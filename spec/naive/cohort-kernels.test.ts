import { closuresOf, planOf } from '@facialis/engine'
import { planeCohort } from '@facialis/engine/cohort/plane-cohort.ts'
import {
  all,
  any,
  asOf,
  atMost,
  type Condition,
  count,
  type DateTerm,
  type Decision,
  dateOf,
  dayOf,
  daysBetween,
  daysSince,
  decide,
  earliest,
  entry,
  entryDate,
  established,
  fact,
  fieldsOf,
  firstDate,
  firstOf,
  has,
  is,
  lastOf,
  latestDate,
  latestOf,
  lessThan,
  type NumberTerm,
  neutral,
  not,
  otherwise,
  ownJudgement,
  type Pathway,
  plus,
  policyNumber,
  provided,
  quantity,
  recent,
  recordedOn,
  rule,
  runLength,
  shifted,
  some,
  sum,
  times,
  unanswered,
  yearsBetween,
  yes,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { madeUpSheets } from '../support/made-up-sheets.ts'
import { pathwayOf } from './small-charts.ts'

/** One condition at a time, beside the functions that answer it for one person: each way in which columns are worked on. */
const words = { question: 'What?', adverse: neutral('made up') }
const reason = ownJudgement('made up')
const policy = policyNumber('days', { label: 'days', unit: 'd', default: 10, min: 0, max: 400, because: [reason] })
const p = fact.yesNo('p', words)
const grade = fact.choice('grade', ['a', 'b', 'c', 'd', 'e'], words)
const parts = fact.set('parts', ['x', 'y', 'z'], words)
const amount = fact.quantity('amount', { unit: 'x', min: -20, max: 20 }, words)
const born = fact.date('born', { ...words, may: 'any' })
const other = fact.date('other', { ...words, may: 'any' })
const note = fact.text('note', { question: 'A note?' })
const field = fieldsOf('event')
const [on, off] = [field.yesNo('on', words), field.yesNo('off', words)]
const dose = field.quantity('dose', { unit: 'x', min: -5, max: 5 }, words)
const until = field.date('until', { ...words, may: 'any' })
const event = entry('event', { label: 'event', plural: 'events' }, { on, off, dose, until })
const isOn = yes(on)

const conditions: Readonly<Record<string, Condition>> = {
  'a word': is(grade, 'b', 'd'),
  'another word of the same fact': is(grade, 'a'),
  'a member of a set': has(parts, 'x', 'z'),
  'not answered: a word': unanswered(grade),
  'not answered: a set': unanswered(parts),
  'not answered: a date': unanswered(born),
  'not answered: an amount': unanswered(amount),
  'not answered: a note': unanswered(note),
  all: all(yes(p), is(grade, 'a', 'b'), has(parts, 'y')),
  any: any(yes(p), is(grade, 'a', 'b'), has(parts, 'y')),
  not: not(all(yes(p), not(is(grade, 'c')))),
  established: established(any(yes(p), is(grade, 'e'))),
  some: some(event, isOn),
  'some at all': some(event),
  'some, with a condition about the person': some(event, all(isOn, any(yes(p), yes(off)))),
  'none is established': not(some(event, not(established(isOn)))),
  'some entry before a date of the person': some(event, lessThan(daysBetween(entryDate(event), dateOf(other)), 5)),
  ...Object.fromEntries(
    [0, 1, 2, 3].flatMap((back) => [
      [`the entry ${back} back`, recent(event, back, isOn, yes(off))],
      [`the entry ${back} back of all`, recent(event, back, all(), isOn)],
      [`the entry ${back} back of some kind`, recent(event, back, any(isOn, yes(p)), established(yes(off)))],
    ]),
  ),
}

const dates: Readonly<Record<string, DateTerm>> = {
  'a date': dateOf(other),
  'when it was observed': recordedOn(p),
  'the latest entry': latestDate(event, isOn),
  'the first entry': firstDate(event, isOn),
  'the last of a date': lastOf(event, until, isOn),
  'the first of a date': firstOf(event, until),
  'a date, provided something': provided(yes(p), dateOf(other)),
  'an entry, provided something': provided(is(grade, 'a', 'b'), latestDate(event, yes(off))),
  'the later of two': latestOf(dateOf(other), latestDate(event, isOn)),
  'the earlier of two': earliest(provided(yes(p), dateOf(other)), firstDate(event)),
  'the earlier of two that may not be': earliest(provided(yes(p), asOf), provided(is(grade, 'a'), dateOf(other))),
  'a date moved': shifted(latestDate(event), plus(policy, quantity(amount))),
}
const numbers: Readonly<Record<string, NumberTerm>> = {
  ...Object.fromEntries(Object.entries(dates).map(([name, date]) => [`days since ${name}`, daysSince(date)])),
  'years of a date': yearsBetween(dateOf(born), asOf),
  'years between two dates': yearsBetween(dateOf(born), latestDate(event)),
  'an amount': quantity(amount),
  'how many': count(event, isOn),
  'how much': sum(event, dose, isOn),
  'amounts added': plus(quantity(amount), count(event), policy),
  'amounts multiplied': times(quantity(amount), sum(event, dose)),
  'a run of entries': runLength(event, { during: isOn, endedBy: yes(off) }),
}
const limits = [-40, -1, 0, 1, 2, 9, 30, 84, 365]

const asked: Readonly<Record<string, Condition>> = {
  ...conditions,
  ...Object.fromEntries(
    Object.entries(numbers).flatMap(([name, number]) =>
      limits.flatMap((limit) => [
        [`${name} below ${limit}`, lessThan(number, limit)],
        [`${name} at most ${limit}`, atMost(number, limit)],
        [`${limit} below ${name}`, lessThan(limit, number)],
      ]),
    ),
  ),
}
const decisions = Object.entries(asked).map(
  ([id, when]): Decision =>
    decide(id, {
      asks: 'Is it?',
      answers: ['yes', 'no', 'undetermined'],
      undetermined: 'undetermined',
      rules: [rule(`${id}!`, when).answers('yes').because('made up', reason)],
      otherwise: otherwise(`${id}?`, 'no', 'made up', reason),
    }),
)
const pathway: Pathway = {
  ...pathwayOf(...decisions),
  facts: [p, grade, parts, amount, born, other, note],
  entries: [event],
  screens: [],
  policy: [policy],
}

const today = dayOf(2026, 3, 1)
const people = 3000

describe('columns of many people say of each what is said of one', () => {
  const plan = planOf(pathway)
  const cohort = planeCohort(plan)
  const alone = closuresOf(plan)
  const next = madeUpSheets(plan, { asOf: today, seed: 20 })
  const asking = { asOf: today, policy: [10] }
  const expected: (readonly number[])[] = []
  for (let person = 0; person < people; person++) {
    const sheet = next()
    cohort.add(sheet)
    expected.push(alone(sheet, asking))
  }
  const answers = cohort.answer(asking)
  const of = (id: string): readonly number[] => {
    const at = plan.decisions.findIndex(({ decision }) => decision.id === id)
    return expected.map((_, person) => answers.of(at, person))
  }
  const one = (id: string): readonly number[] => {
    const at = plan.decisions.findIndex(({ decision }) => decision.id === id)
    return expected.map((answer) => answer[at] as number)
  }

  it.each(Object.keys(conditions))('%s', (id) => {
    expect(of(id)).toEqual(one(id))
    expect(new Set(one(id)).size).toBeGreaterThan(1)
  })

  it.each(Object.keys(numbers))('%s, on either side of every limit', (name) => {
    const ids = Object.keys(asked).filter((id) => id.startsWith(`${name} `) || id.endsWith(` below ${name}`))
    for (const id of ids) expect(of(id)).toEqual(one(id))
    expect(new Set(ids.flatMap(one)).size).toBeGreaterThan(1)
  })
})
