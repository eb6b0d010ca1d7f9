import { answersOf, evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Advice } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { claimed } from './claimed.ts'
import { type Asked, asking, fromPlainFacts, throughABundle } from './forms.ts'

const adviceFor = ({ chart, asOf }: Asked): Advice => evaluate(hemifacialSpasm, chart, asking(asOf))
const answersFor = ({ chart, asOf }: Asked) => answersOf(hemifacialSpasm, chart, asking(asOf))

const rows = examples.map((example) => [example.id, example] as const)

describe('example patients, from plain facts', () => {
  test.each(rows)('%s', (_, example) => {
    const { said, expected } = claimed(example.expected, adviceFor(fromPlainFacts(example)))
    expect(said).toEqual(expected)
  })
})

describe('example patients get the same answers when they arrive as a bundle', () => {
  test.each(rows)('%s', (_, example) => {
    const asked = fromPlainFacts(example)
    expect(answersFor(throughABundle(asked))).toEqual(answersFor(asked))
  })
})

describe('the tricky patients get the same details, steps and alerts when they arrive as a bundle', () => {
  test.each(rows.filter(([id]) => id.startsWith('tricky-')))('%s', (_, example) => {
    const asked = fromPlainFacts(example)
    expect(gist(adviceFor(throughABundle(asked)))).toEqual(gist(adviceFor(asked)))
  })
})

/** What is advised, without where each fact was written. */
function gist(advice: Advice) {
  return {
    decisions: Object.entries(advice.decisions).map(([id, d]) => ({
      id,
      answer: d.answer,
      detail: d.detail,
      missing: d.missing,
    })),
    steps: advice.nextSteps.map(({ id, state, dueBy, urgency }) => ({ id, state, dueBy, urgency })),
    alerts: advice.alerts.map((alert) => alert.id),
    holdsUntil: advice.holdsUntil,
  }
}
