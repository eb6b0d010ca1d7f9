import { planOf } from '@facialis/engine'
import { waitGroupsOf } from '@facialis/engine/sql/wait-groups.ts'
import {
  all,
  any,
  atLeast,
  type Condition,
  dateOf,
  daysBetween,
  entry,
  entryDate,
  established,
  fact,
  fieldsOf,
  moreThan,
  type NumberTerm,
  not,
  onOrAfter,
  some,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { pathwayOf, plain, yesWhere } from '../naive/small-charts.ts'

const scan = entry('scan', { label: 'scan', plural: 'scans' }, { clear: fieldsOf('scan').yesNo('clear', plain) })
const visit = entry('visit', { label: 'visit', plural: 'visits' }, {})
const days = ['a', 'b', 'c'].map((id) => fact.date(`day.${id}`, { ...plain, may: 'past' }))
const raised = ['a', 'b', 'c', 'd'].map((id) => fact.yesNo(`raised.${id}`, plain))
const other = fact.yesNo('other', plain)

/** Nobody scanned since that day, though this was raised. */
const waits = (of: number, day: number): Condition =>
  all(
    yes(raised[of] as (typeof raised)[number]),
    not(established(some(scan, onOrAfter(entryDate(scan), dateOf(days[day] as (typeof days)[number]))))),
  )

const waitingIn = (...asked: readonly Condition[]) => {
  const decisions = asked.map((when, at) => yesWhere(`asked${at}`, when))
  const pathway = {
    ...pathwayOf(...decisions),
    facts: [...days, ...raised, other],
    entries: [scan, visit],
    screens: [],
  }
  return [...waitGroupsOf(planOf(pathway)).values()]
}
const three = (from: number): readonly Condition[] => [0, 1, 2].map((day) => waits(from + day, day))

it('days are computed once for all people who wait since the same days for the same reasons', () => {
  const [one, again] = waitingIn(any(...three(0)), any(...three(0), yes(other)))
  expect(again?.waiting.map(({ key }) => key)).toEqual(one?.waiting.map(({ key }) => key))
  expect([one?.others.length, again?.others.length]).toEqual([0, 1])
})

it('people who wait since the same days for other reasons get days of their own', () => {
  const [one, two] = waitingIn(any(...three(0)), any(...three(1)))
  expect(one?.waiting.map(({ waits }) => waits.length)).toEqual([3])
  expect(two?.waiting.map(({ key }) => key)).not.toEqual(one?.waiting.map(({ key }) => key))
})

const seen = (
  of: typeof scan | typeof visit,
  compared: (days: NumberTerm) => Condition,
  ...rest: readonly Condition[]
): Condition =>
  not(
    established(some(of, all(...rest, compared(daysBetween(dateOf(days[2] as (typeof days)[number]), entryDate(of)))))),
  )
it.each<[string, Condition]>([
  ['of another kind', seen(visit, (since) => atLeast(since, 0))],
  ['so many days later', seen(scan, (since) => atLeast(since, 7))],
  ['after the day, not on it', seen(scan, (since) => moreThan(since, 0))],
  ['of which more is asked', seen(scan, (since) => atLeast(since, 0), yes(scan.fields.clear))],
])('who waits for an entry %s is not taken for one of those who wait for a scan', (_, waitsOtherwise) => {
  const ofOneSort = seen(scan, (since) => atLeast(since, 0))
  const [two, third] = [three(0).slice(0, 2), yes(raised[2] as (typeof raised)[number])]
  expect(waitingIn(any(...two, all(third, ofOneSort))).map(({ waiting }) => waiting.length)).toEqual([1])
  expect(waitingIn(any(...two, all(third, waitsOtherwise)))).toEqual([])
})

it('fewer than three are asked one by one', () => {
  expect(waitingIn(any(...three(0).slice(1)))).toEqual([])
})
