import { answersOf } from '@facialis/engine'
import { atMost, dateOf, daysSince, decide, exactly, otherwise, rule } from '@facialis/language'
import { expect, it } from 'vitest'
import { asking, born, chartOf, goodFor, pathwayOf, reason, says } from '../naive/small-charts.ts'

const isFresh = decide('D', {
  asks: '?',
  answers: ['yes', 'no', 'unknown'],
  undetermined: 'unknown',
  rules: [
    rule('R', atMost(daysSince(dateOf(born)), goodFor))
      .answers('yes')
      .because('x', reason),
  ],
  otherwise: otherwise('O', 'no', 'y', reason),
})

it('numbers of a site that are set anew count at once, and those that cannot be are the same next time', () => {
  const pathway = pathwayOf(isFresh)
  const chart = chartOf(says(born, { date: exactly(asking.asOf - 9) }, '2026-03-09'))
  const policy: Record<string, number> = { [goodFor.id]: 20 }
  const answer = (numbers: Readonly<Record<string, number>>) =>
    answersOf(pathway, chart, { ...asking, policy: numbers }).D
  expect(answer(policy)).toBe('yes')
  policy[goodFor.id] = 3
  expect(answer(policy)).toBe('no')
  const never = Object.freeze({ [goodFor.id]: 20 })
  expect([answer(never), answer(policy), answer(never), answer(never)]).toEqual(['yes', 'no', 'yes', 'yes'])
})
