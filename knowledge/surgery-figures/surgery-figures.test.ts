import type { Cite, Cites } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { passages } from '../sources/index.ts'
import {
  costs,
  type Figure,
  gains,
  lateralSpread,
  otherWays,
  paceOfRelief,
  rangeOf,
  shareBy,
  shareOn,
  silentPeriod,
} from './index.ts'

const measures = [...gains, ...costs]
const numbersOf = (figure: Figure): readonly number[] =>
  'from' in figure ? [figure.from, figure.to] : 'point' in figure ? [figure.point] : []
const saidBy = (cites: Cites): string =>
  cites.map((cite: Cite) => (cite.kind === 'passage' ? cite.paraphrase : cite.reason)).join(' ')

describe('what an operation gives and may cost', () => {
  it.each(measures.map((one) => [one.label, one] as const))('%s is a range or a bound, never one number', (_, one) => {
    const range = rangeOf(one)
    if (range === null) expect(one.remark).toBeDefined()
    else expect(range.upTo || range.low < range.high).toBe(true)
  })
  it('every figure stands, digit for digit, in the passage it cites', () => {
    for (const figure of measures.flatMap((one) => one.figures))
      for (const number of numbersOf(figure)) expect(figure.passage.paraphrase).toContain(String(number))
  })
  it('names what consent has to name', () => {
    const labels = measures.map((one) => one.label).join(' ')
    for (const word of ['Hearing', 'weakness', 'Leak', 'Stroke', 'Death', 'later', 'back'])
      expect(labels).toContain(word)
  })
  it('spans what the sources report', () => {
    expect(rangeOf(gains[1]!)).toEqual({ low: 38.2, high: 96.4, upTo: false })
    expect(rangeOf(costs.find((one) => one.id === 'stroke')!)).toEqual({ low: 0, high: 0.3, upTo: true })
  })
  it('stands beside the other ways, whose numbers stand in their passages too', () => {
    for (const { text, because } of otherWays)
      for (const [number] of text.matchAll(/\d+(?:\.\d+)?/g)) expect(saidBy(because)).toContain(number)
  })
  it('rests on passages of the pathway alone', () => {
    const cited = [
      ...measures.flatMap((one) => one.figures.map(({ passage }) => passage)),
      ...[...otherWays, paceOfRelief, silentPeriod, lateralSpread].flatMap(({ because }) => because),
      ...paceOfRelief.beside,
    ]
    for (const cite of cited) expect(passages).toContain(cite)
  })
})

describe('when relief comes', () => {
  it('the table is the one of its passage', () => {
    for (const { day, share } of paceOfRelief.rows)
      if (day > 0) expect(saidBy(paceOfRelief.because)).toContain(`${share} %`)
  })
  it('day 60 lies between half and three quarters of those who become free', () => {
    expect(shareBy(60)).toEqual({ from: 51.4, to: 73.1, next: 90 })
    expect(shareBy(0)).toEqual({ from: 0, to: 35.4, next: 7 })
    expect(shareBy(365)).toBeNull()
  })
  it('a day nobody counted has no share of its own', () => {
    expect(shareOn(180)).toBe(87.4)
    expect(() => shareOn(100)).toThrow(/day 100/)
  })
  it('the silent period is as long as its passage says', () =>
    expect(saidBy(silentPeriod.because)).toContain(`${silentPeriod.from} to ${silentPeriod.to} days`))
})

it('the lateral spread response is told in the numbers of its passage', () => {
  for (const { atDischarge, atOneYear } of [lateralSpread.gone, lateralSpread.present])
    for (const share of [atDischarge, atOneYear]) expect(saidBy(lateralSpread.because)).toContain(`${share}`)
})
