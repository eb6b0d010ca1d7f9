import { describe, expect, it } from 'vitest'
import { passageOf } from '../../pathway.ts'
import { costs, type Figure, gains, spanOf } from './decision-aid.ts'

const measures = [...gains, ...costs]
const numbersOf = (figure: Figure): readonly number[] =>
  'from' in figure ? [figure.from, figure.to] : 'point' in figure ? [figure.point] : []

describe('the decision aid', () => {
  it.each(measures.map((one) => [one.label, one] as const))('%s is a range or a bound, never one number', (_, one) => {
    const span = spanOf(one)
    if (span === null) expect(one.remark).toBeDefined()
    else expect(span.upTo || span.low < span.high).toBe(true)
  })
  it('every figure stands, digit for digit, in the passage it cites', () => {
    for (const figure of measures.flatMap((one) => one.figures)) {
      const says = passageOf(figure.passage)?.paraphrase ?? ''
      expect(says, figure.passage).not.toBe('')
      for (const number of numbersOf(figure)) expect(says, figure.passage).toContain(String(number))
    }
  })
  it('names what consent has to name', () => {
    const labels = costs.map((one) => one.label).join(' ') + gains.map((one) => one.label).join(' ')
    for (const word of ['Hearing', 'weakness', 'Leak', 'Stroke', 'Death', 'later', 'back'])
      expect(labels).toContain(word)
  })
  it('spans what the sources report', () => {
    expect(spanOf(gains[1]!)).toEqual({ low: 38.2, high: 96.4, upTo: false })
    expect(spanOf(costs.find((one) => one.id === 'stroke')!)).toEqual({ low: 0, high: 0.3, upTo: true })
  })
})
