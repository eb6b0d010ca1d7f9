import { planOf } from '@facialis/engine'
import { waitsOf } from '@facialis/engine/sql/waiting.ts'
import {
  all,
  any,
  type Condition,
  type Decision,
  dateOf,
  decide,
  entry,
  entryDate,
  established,
  fact,
  fieldsOf,
  not,
  onOrAfter,
  otherwise,
  rule,
  some,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { pathwayOf, plain, reason } from '../naive/small-charts.ts'

const scan = entry('scan', { label: 'scan', plural: 'scans' }, { clear: fieldsOf('scan').yesNo('clear', plain) })
const days = ['a', 'b', 'c'].map((id) => fact.date(`day.${id}`, { ...plain, may: 'past' }))
const raised = ['a', 'b', 'c', 'd'].map((id) => fact.yesNo(`raised.${id}`, plain))
const other = fact.yesNo('other', plain)

/** Nobody scanned since that day, though this was raised. */
const waits = (of: number, day: number): Condition =>
  all(
    yes(raised[of] as (typeof raised)[number]),
    not(established(some(scan, onOrAfter(entryDate(scan), dateOf(days[day] as (typeof days)[number]))))),
  )
const asks = (id: string, when: Condition): Decision =>
  decide(id, {
    asks: '?',
    answers: ['yes', 'no', 'unknown'],
    undetermined: 'unknown',
    rules: [rule('R', when).answers('yes').because('made up', reason)],
    otherwise: otherwise('O', 'no', 'made up', reason),
  })

const waitingIn = (...asked: readonly Condition[]) => {
  const decisions = asked.map((when, at) => asks(`asked${at}`, when))
  const pathway = { ...pathwayOf(...decisions), facts: [...days, ...raised, other], entries: [scan], screens: [] }
  return [...waitsOf(planOf(pathway)).values()]
}
const three = (from: number): readonly Condition[] => [0, 1, 2].map((day) => waits(from + day, day))

it('days are worked out once for all who wait since the same days for the same reasons', () => {
  const [one, again] = waitingIn(any(...three(0)), any(...three(0), yes(other)))
  expect(again?.waiting.map(({ key }) => key)).toEqual(one?.waiting.map(({ key }) => key))
  expect([one?.others.length, again?.others.length]).toEqual([0, 1])
})

it('days are not taken for those of others, who wait since the same days for other reasons', () => {
  const [one, two] = waitingIn(any(...three(0)), any(...three(1)))
  expect(one?.waiting.map(({ those }) => those.length)).toEqual([3])
  expect(two?.waiting.map(({ key }) => key)).not.toEqual(one?.waiting.map(({ key }) => key))
})

it('fewer than three are asked one by one', () => {
  expect(waitingIn(any(...three(0).slice(1)))).toEqual([])
})
