import type { Asking, Chart, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { chart, daysAsked } from './arbitrary-chart.ts'
import { pathway } from './arbitrary-pathway.ts'
import { drawn } from './draw.ts'
import type { Case } from './on-the-day.ts'
import { written } from './written.ts'

/** Small random pathways, each with a chart of its facts and the day and policy it is asked with. */
export const cases: fc.Arbitrary<Case> = drawn((draw) => {
  const made = pathway(draw)
  const asOf = draw.pick(daysAsked)
  const policy = Object.fromEntries(
    made.policy.filter(() => draw.chance(25)).map((number) => [number.id, draw.pick([0, 1, 3, 20])]),
  )
  const one: Case = { pathway: made, chart: chart(draw, made, asOf), asking: { asOf, policy } }
  return { ...one, [fc.toStringMethod]: () => written(one) }
})

/** Small random pathways, each with the charts of several people asked about on one day. */
export const crowds: fc.Arbitrary<Readonly<{ pathway: Pathway; charts: readonly Chart[]; asking: Asking }>> = drawn(
  (draw) => {
    const made = pathway(draw)
    const asOf = draw.pick(daysAsked)
    const charts = Array.from({ length: 12 }, () => chart(draw, made, asOf))
    return { pathway: made, charts, asking: { asOf, policy: {} } }
  },
)
