import { mutantsOf, mutated } from '@facialis/engine'
import { comparedFurther } from '@facialis/engine/mutants/compared.ts'
import { isSameFurther } from '@facialis/engine/mutants/further.ts'
import { isCondition } from '@facialis/engine/mutants/rules.ts'
import type { Chart, Condition, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chart as chartOf, daysAsked } from '../naive/arbitrary-chart.ts'
import { pathway as pathwayOf } from '../naive/arbitrary-pathway.ts'
import { drawn } from '../naive/draw.ts'
import { naiveAnswers, naiveTruth } from '../naive/naive.ts'
import type { Asking } from '../naive/on-the-day.ts'

type People = Readonly<{ pathway: Pathway; people: readonly Chart[]; asking: Asking }>

const people: fc.Arbitrary<People> = drawn((draw) => {
  const pathway = pathwayOf(draw)
  const asOf = draw.pick(daysAsked)
  return {
    pathway,
    people: Array.from({ length: 12 }, () => chartOf(draw, pathway, asOf)),
    asking: { asOf, policy: {} },
  }
})

/** What an answer, step, alert or thing on a list comes to for somebody. */
function toldBy(pathway: Pathway, shown: Readonly<{ claim: string; id: string }>) {
  const asked: readonly Readonly<{ id: string; when: Condition }>[] = [
    ...pathway.steps,
    ...pathway.alerts,
    ...pathway.collections.flatMap(({ id, items }) => items.map((item) => ({ ...item, id: `${id} ${item.id}` }))),
  ]
  const one = asked.find(({ id }) => id === shown.id)
  return (chart: Chart, asking: Asking): string | boolean | undefined =>
    shown.claim === 'answers' || !one
      ? naiveAnswers(pathway, chart, asking)[shown.id]
      : naiveTruth(one.when, pathway, chart, asking) === 'yes'
}

it('what is looked into further is the same for everybody who is met, or there is somebody for whom it is not', () => {
  const met = { sameConditions: 0, same: 0, others: 0 }
  fc.assert(
    fc.property(people, ({ pathway, people, asking }) => {
      const all = mutantsOf(pathway)
      for (const mutant of all.filter((_, i) => i % Math.ceil(all.length / 10) === 0)) {
        const { part, by } = mutant
        if (isCondition(part) && isCondition(by as object) && isSameFurther(pathway, asking, part, by as Condition)) {
          met.sameConditions++
          for (const chart of people)
            expect(naiveTruth(by as Condition, pathway, chart, asking)).toBe(naiveTruth(part, pathway, chart, asking))
        }
        const faulty = mutated(pathway, mutant)
        for (const shown of mutant.shows().slice(0, 1)) {
          const found = comparedFurther(pathway, mutant, shown, asking)
          const [own, other] = [toldBy(pathway, shown), toldBy(faulty, shown)]
          if (found === 'same') {
            met.same++
            for (const chart of people) expect(other(chart, asking)).toBe(own(chart, asking))
          } else if (found !== null) {
            met.others++
            expect(other(found.chart, found.asking)).not.toBe(own(found.chart, found.asking))
          }
        }
      }
    }),
    { numRuns: 2, endOnFailure: true },
  )
  for (const many of Object.values(met)) expect(many).toBeGreaterThan(0)
})
