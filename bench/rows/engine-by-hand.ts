import type { Asking, Chart } from '@facialis/language'
import { answersByHand } from '../by-hand/index.ts'
import { type People, people } from '../people.ts'
import type { Row } from '../row.ts'
import { micros, sideBySide } from '../side-by-side.ts'

type Form = Readonly<{ id: string; work: string; hold: number; by: (people: People) => People['byModule'] }>

/** The engine beside somebody who wrote the same decisions for this one pathway, over the same charts. */
const row = ({ id, work, hold, by }: Form): Row => ({
  id,
  work,
  against: 'the same decisions by hand',
  unit: '× as fast',
  hold,
  measure: async () => {
    const everybody = await people()
    const engine = by(everybody)
    const charts = everybody.sent.map(({ text, asking }) => ({ chart: everybody.read(JSON.parse(text)), asking }))
    for (const [index, { chart, asking }] of charts.entries()) {
      const difference = differenceOf(engine(chart, asking), answersByHand(chart, asking))
      if (difference !== null) throw new Error(`Bundle ${index}, ${work}: ${difference}`)
    }
    const at = (index: number) => charts[index] as Readonly<{ chart: Chart; asking: Asking }>
    const [hand, timed] = sideBySide(
      [
        (index) => answersByHand(at(index).chart, at(index).asking),
        (index) => engine(at(index).chart, at(index).asking),
      ],
      { count: charts.length },
    )
    return { value: 1 / timed.ratio, figures: `${micros(timed.each)} against ${micros(hand.each)}` }
  },
})

/** Where two sets of answers are not the same, as a sentence; null where they are. */
export function differenceOf(
  engine: Readonly<Record<string, string>>,
  hand: Readonly<Record<string, string>>,
): string | null {
  for (const decision of new Set([...Object.keys(engine), ...Object.keys(hand)]))
    if (engine[decision] !== hand[decision])
      return `the engine answers ${decision} with ${engine[decision]}, the hand with ${hand[decision]}.`
  return null
}

export const functionsByHand = row({
  id: 'functions-by-hand',
  work: 'chart → all decisions, as functions',
  hold: 0.25,
  by: ({ byFunctions }) => byFunctions,
})
export const moduleByHand = row({
  id: 'module-by-hand',
  work: 'chart → all decisions, as a written module',
  hold: 0.4,
  by: ({ byModule }) => byModule,
})
