import { evaluate } from '@facialis/engine'
import { type Decided, decide, is, otherwise, rule, yes } from '@facialis/language'
import { expect, it } from 'vitest'
import { alarm, asking, chartOf, flag, pathwayOf, reason, says, signed } from '../naive/small-charts.ts'

const where = decide('where', {
  asks: 'Where to?',
  answers: ['hospital', 'doctor', 'nurse', 'home'],
  undetermined: 'home',
  rules: [
    rule('W-1', is(flag, 'yes')).answers('hospital').because('A flag is up.', reason).over('W-2'),
    rule('W-2', yes(alarm)).answers('doctor').because('An alarm was raised.', reason).over('W-3'),
    rule('W-3', yes(signed)).answers('nurse').because('It is signed.', reason),
  ],
  otherwise: otherwise('W-4', 'home', 'Nothing is the matter.', reason),
})

const whyNot = (flagged: 'yes' | 'no') => {
  const chart = chartOf(
    says(flag, flagged, '2026-03-09'),
    says(alarm, 'yes', '2026-03-09'),
    says(signed, 'yes', '2026-03-09'),
  )
  const { answer, whyNot } = evaluate(pathwayOf(where), chart, asking).decisions.where as Decided
  return { answer, ...whyNot }
}

it('whoever asks why not an answer that would be so as well is told of the first that is above it, not of the nearest', () => {
  expect(whyNot('yes')).toMatchObject({
    answer: 'hospital',
    doctor: 'W-1 comes first: A flag is up.',
    nurse: 'W-1 comes first: A flag is up.',
  })
})

it('and of none that does not hold', () => {
  expect(whyNot('no')).toMatchObject({ answer: 'doctor', nurse: 'W-2 comes first: An alarm was raised.' })
})
