import { waysOutBy } from '@facialis/engine/prove/ways-out.ts'
import { atLeast, atMost, type Condition, dateOf, daysSince, parseDate, type Step, yes } from '@facialis/language'
import { expect, test } from 'vitest'
import { resolve } from '../../engine/chart/resolve.ts'
import { createWorld } from '../../engine/world/create-world.ts'
import { asking, born, chartOf, infected, pathwayOf, says, yesWhere } from '../naive/small-charts.ts'

const { wayOut } = waysOutBy([] as readonly Step[], [])
const age = daysSince(dateOf(born))
const [longEnough, shortEnough] = [atLeast(age, 5), atMost(age, 5)]
const since = (day: string | null) =>
  day === null ? chartOf() : chartOf(says(born, { date: parseDate(day) ?? { lo: 0, hi: 0 } }, '2026-03-01'))

/** Whether somebody is led on by nothing but waiting, where no step is called for at all. */
const leadsOn = (of: Condition, wanted: 'yes' | 'no', day: string | null): string =>
  createWorld(resolve(pathwayOf(yesWhere('d', of)), since(day), asking)).truth(wayOut(of, wanted), null)

test.each<[string, Condition, 'yes' | 'no', string | null, string]>([
  ['what has not lasted long enough yet does so one day', longEnough, 'yes', '2026-03-08', 'yes'],
  ['what is still short ends one day', shortEnough, 'no', '2026-03-08', 'yes'],
  ['what has lasted long enough is in nobody’s way', longEnough, 'yes', '2026-02-01', 'no'],
  ['what is too long gets no shorter by waiting', shortEnough, 'yes', '2026-02-01', 'no'],
  ['what is long enough stays so', longEnough, 'no', '2026-02-01', 'no'],
  ['of what nobody knows the day, no day is known on which it turns', longEnough, 'yes', null, 'no'],
  ['what is no matter of time is not waited for', yes(infected), 'yes', null, 'no'],
])('%s', (_, of, wanted, day, expected) => {
  expect(leadsOn(of, wanted, day)).toBe(expected)
})
