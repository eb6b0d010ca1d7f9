import { evaluate } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { people } from '../people.ts'
import type { Row } from '../row.ts'
import { quantile } from '../side-by-side.ts'

/** Advice is slow beside everything else here: these are enough for a percentile. */
const everyFew = 4

/** What a screen waits for while somebody types. */
export const nextSteps: Row = {
  id: 'next-steps',
  work: 'chart → all advice: reasons, ranked questions, steps',
  against: 'itself, 95th percentile',
  unit: 'ms',
  hold: 2,
  measure: async () => {
    const { sent, byModule } = await people()
    const times: number[] = []
    for (let round = 0; round < 2; round++)
      for (const [index, { chart, asking }] of sent.entries()) {
        if (index % everyFew !== 0) continue
        const begun = performance.now()
        const { decisions } = evaluate(pathway, chart, asking)
        if (round > 0) times.push(performance.now() - begun)
        else {
          // Advice does not repeat what each read of a study comes to.
          for (const [id, answer] of Object.entries(byModule(chart, asking)))
            if (id in decisions && decisions[id]?.answer !== answer)
              throw new Error(`${id}: ${answer} and ${decisions[id]?.answer}.`)
        }
      }
    const [middle, most] = [0.5, 0.95].map((part) => quantile(times, part)) as [number, number]
    return { value: most, figures: `median ${middle.toFixed(2)} ms, of every fourth person` }
  },
}
