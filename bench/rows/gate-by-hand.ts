import { answersBy } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { asking, byEngine, byHand, charts } from '../gate-charts.ts'
import type { Row } from '../row.ts'
import { micros, sideBySide } from '../side-by-side.ts'
import { writtenModule } from '../written-module.ts'

type Gate = (chart: (typeof charts)[number][1]) => string | undefined

const row = (id: string, work: string, form: () => Promise<Gate>): Row => ({
  id,
  work,
  against: 'the botulinum gate alone, by hand',
  unit: '× as fast',
  hold: null,
  measure: async () => {
    const gate = await form()
    for (const [name, chart] of charts)
      if (gate(chart) !== byHand(chart))
        throw new Error(`${name}: ${work} says ${gate(chart)}, the hand-written gate ${byHand(chart)}.`)
    const at = (index: number) => (charts[index % charts.length] as (typeof charts)[number])[1]
    const [hand, engine] = sideBySide([(index) => byHand(at(index)), (index) => gate(at(index))], {
      count: 10_000,
    }) as [{ each: number; ratio: number }, { each: number; ratio: number }]
    return { value: 1 / engine.ratio, figures: `${micros(engine.each)} against ${micros(hand.each)}` }
  },
})

export const gateByFunctions = row('gate-by-functions', 'chart → all decisions, as functions', async () => byEngine)
export const gateByModule = row('gate-by-module', 'chart → all decisions, as a written module', async () => {
  const byModule = answersBy(pathway, await writtenModule(pathway))
  return (chart) => byModule(chart, asking).botulinum
})
