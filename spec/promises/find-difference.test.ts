import { checkByRefinement } from '@facialis/engine/mutants/check-equivalence.ts'
import { isEquivalentByRefinement } from '@facialis/engine/mutants/find-difference.ts'
import { mutantsOf, mutated } from '@facialis/engine/mutants/index.ts'
import { entryKindOf, pairedPlan, type Two } from '@facialis/engine/mutants/is-equivalent.ts'
import { both } from '@facialis/engine/mutants/polarities.ts'
import { isCondition } from '@facialis/engine/mutants/rules.ts'
import { all, type Chart, type Condition, established, is, not, type Pathway, some, yes } from '@facialis/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chart as chartOf, daysAsked } from '../naive/arbitrary-chart.ts'
import { pathway as pathwayOf } from '../naive/arbitrary-pathway.ts'
import { drawn } from '../naive/draw.ts'
import { naiveAnswers, naiveTruth } from '../naive/naive.ts'
import type { Asking } from '../naive/on-the-day.ts'
import { asking, found, mass, pathwayOf as smallPathwayOf, study, yesWhere } from '../naive/small-charts.ts'

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

/** Of the person, or of some entry that is there: one of them is known to be yes, or no, and the other is not. */
function differing(pathway: Pathway, two: Two): readonly Condition[] {
  const { plan, own, changed } = pairedPlan(pathway, two)
  const entryKind = entryKindOf(plan, [own, changed])
  const { before, after } = two
  return [
    [before, after],
    [after, before],
    [not(before), not(after)],
    [not(after), not(before)],
  ].map(([one, other]) => {
    const where = all(established(one as Condition), not(established(other as Condition)))
    return entryKind === null
      ? where
      : some((plan.layout.entryKinds[entryKind] as (typeof plan.layout.entryKinds)[number]).entry, where)
  })
}

const patience = 20_000

it('what is looked into further is the same for everybody who is met, or there is somebody for whom it is not', () => {
  const met = { sameConditions: 0, same: 0, others: 0 }
  fc.assert(
    fc.property(people, ({ pathway, people, asking }) => {
      const mutants = mutantsOf(pathway)
      for (const mutant of mutants.filter((_, i) => i % Math.ceil(mutants.length / 10) === 0)) {
        const { part, by } = mutant
        if (isCondition(part) && isCondition(by as object)) {
          const two = { before: part, after: by as Condition, matters: both }
          if (isEquivalentByRefinement(pathway, two, { asking, patience })) {
            met.sameConditions++
            for (const chart of people)
              for (const other of differing(pathway, two))
                expect(naiveTruth(other, pathway, chart, asking)).not.toBe('yes')
          }
        }
        const faulty = mutated(pathway, mutant)
        for (const shown of mutant.shows().slice(0, 1)) {
          const found = checkByRefinement(pathway, mutant, shown, { asking, patience })
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

it('what stands on both sides alike is looked into as well, where that is what makes them the same', () => {
  const aMass = some(study, yes(mass))
  const aMassFound = some(study, all(yes(mass), is(found, 'present')))
  const isSame = (before: Condition, after: Condition): boolean =>
    isEquivalentByRefinement(
      smallPathwayOf(yesWhere('asked', after)),
      { before, after, matters: both },
      { asking, patience },
    )
  expect(isSame(all(aMass, aMassFound), aMassFound)).toBe(true)
  expect(isSame(all(aMass, aMassFound), aMass)).toBe(false)
})
