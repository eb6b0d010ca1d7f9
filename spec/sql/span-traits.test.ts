import { planOf } from '@facialis/engine'
import { appliesWith } from '@facialis/engine/sql/span-traits.ts'
import {
  type Condition,
  type DateTerm,
  dateOf,
  entry,
  established,
  fact,
  fieldsOf,
  firstDate,
  latestDate,
  onOrAfter,
  provided,
  some,
  yes,
} from '@facialis/language'
import { expect, it } from 'vitest'
import { pathwayOf, plain, yesWhere } from '../naive/small-charts.ts'

const scan = entry('scan', { label: 'scan', plural: 'scans' }, { clear: fieldsOf('scan').yesNo('clear', plain) })
const visit = entry('visit', { label: 'visit', plural: 'visits' }, {})
const asked = fact.yesNo('asked', plain)
const day = fact.date('day', { ...plain, may: 'past' })
const clear = yes(scan.fields.clear)

const isThereWith = (when: Condition, date: DateTerm): boolean => {
  const decision = yesWhere('asks', onOrAfter(provided(when, date), dateOf(day)))
  const { nodes } = planOf({ ...pathwayOf(decision), facts: [asked, day], entries: [scan, visit], screens: [] })
  return nodes.some((node) => node.op === 'provided' && appliesWith(node, nodes))
}

it.each<[string, Condition, DateTerm]>([
  ['a scan, and the day of the latest', some(scan), latestDate(scan)],
  ['surely a scan, and the day of the first', established(some(scan)), firstDate(scan)],
  ['a clear scan, and the day of the latest clear one', some(scan, clear), latestDate(scan, clear)],
  ['whatever it may be, and a day that is told', yes(asked), dateOf(day)],
])('where there is %s, it is there', (_, when, date) => {
  expect(isThereWith(when, date)).toBe(true)
})

it.each<[string, Condition, DateTerm]>([
  ['a scan, the day of a visit', some(scan), latestDate(visit)],
  ['a scan, the day of a clear one', some(scan), latestDate(scan, clear)],
  ['an answer, the day of a scan', yes(asked), latestDate(scan)],
])('where there is %s need not be there', (_, when, date) => {
  expect(isThereWith(when, date)).toBe(false)
})
