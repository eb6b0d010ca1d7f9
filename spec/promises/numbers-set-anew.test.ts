import { answersOf, evaluate } from '@facialis/engine'
import { all, atLeast, atMost, dateOf, daysSince, decide, exactly, otherwise, plus, rule } from '@facialis/language'
import { expect, it } from 'vitest'
import { asking, born, chartOf, goodFor, pathwayOf, reason, says, yesWhere } from '../naive/small-charts.ts'

const isFresh = yesWhere('D', atMost(daysSince(dateOf(born)), goodFor))

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

it('what would open something is looked for by the numbers as they are now, whoever set them anew in the same place', () => {
  const days = daysSince(dateOf(born))
  const inTime = decide('T', {
    asks: '?',
    answers: ['no', 'yes'],
    boldness: [['no'], ['yes']],
    rules: [
      rule('R', all(atLeast(days, goodFor), atMost(days, plus(goodFor, 3))))
        .answers('yes')
        .because('x', reason),
    ],
    otherwise: otherwise('O', 'no', 'y', reason),
  })
  const pathway = pathwayOf(inTime)
  const policy: Record<string, number> = { [goodFor.id]: 20 }
  const missing = () => evaluate(pathway, chartOf(), { ...asking, policy }).decisions.T?.missing
  expect(missing()).toEqual([born.id])
  policy[goodFor.id] = 50
  expect(missing()).toEqual([born.id])
})
