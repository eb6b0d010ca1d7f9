import { evaluate, nextOf } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import type { Asking, Chart } from '@facialis/language'
import { type People, people } from '../people.ts'
import type { Measured, Row } from '../row.ts'
import { quantile } from '../side-by-side.ts'

/** Advice is slow beside everything else here: these are enough for a percentile. */
const everyFew = 2

/** One half of the people warms the engine up, and their answers are compared; the other half is asked about once each. */
function timed({ sent, byModule }: People, work: (chart: Chart, asking: Asking) => unknown): Measured {
  const times: number[] = []
  for (const [index, { chart, asking }] of sent.entries()) {
    if (index % everyFew !== 0) continue
    if (index < sent.length / 2) {
      const { decisions, nextSteps, missing } = evaluate(pathway, chart, asking)
      // Advice does not repeat what each read of a study comes to.
      for (const [id, answer] of Object.entries(byModule(chart, asking)))
        if (id in decisions && decisions[id]?.answer !== answer)
          throw new Error(`${id}: ${answer} and ${decisions[id]?.answer}.`)
      if (JSON.stringify(nextOf(pathway, chart, asking)) !== JSON.stringify({ nextSteps, missing }))
        throw new Error(`Person ${index} is told something else to do next.`)
      work(chart, asking)
      continue
    }
    const begun = performance.now()
    work(chart, asking)
    times.push(performance.now() - begun)
  }
  const [middle, most] = [0.5, 0.95].map((part) => quantile(times, part)) as [number, number]
  return { value: most, figures: `median ${middle.toFixed(2)} ms, of ${times.length} people asked about once` }
}

/** What a screen waits for while somebody types. */
export const nextSteps: Row = {
  id: 'next-steps',
  work: 'chart → ranked next questions and steps',
  against: 'itself, 95th percentile',
  unit: 'ms',
  hold: 2,
  measure: async () => timed(await people(), (chart, asking) => nextOf(pathway, chart, asking)),
}

export const allAdvice: Row = {
  id: 'all-advice',
  work: 'chart → all advice: reasons, why-not, until when, questions, steps',
  against: 'itself, 95th percentile',
  unit: 'ms',
  hold: null,
  measure: async () => timed(await people(), (chart, asking) => evaluate(pathway, chart, asking)),
}
