import { checkEquivalence } from '@facialis/engine/mutants/check-equivalence.ts'
import { mutantsOf } from '@facialis/engine/mutants/index.ts'
import { mutantDigest } from '@facialis/engine/mutants/mutant-digest.ts'
import { observablePlaces } from '@facialis/engine/mutants/observable-places.ts'
import { sharedPlan } from '@facialis/engine/mutants/shared-plan.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { asking } from './asked.ts'
import { type Counts, numbersIn, page, sum } from './counted.ts'

const everySo = <T>(all: readonly T[], step: number): readonly T[] => all.filter((_, at) => at % step === 0)

function mistaken({ pathway: of }: Plan): Counts {
  const mutants = mutantsOf(of)
  const { plan, told } = sharedPlan(of, mutants)
  const shown = [...told.values()].flat()
  const shows = [...observablePlaces(of, everySo(mutants, 5))]
  const settled = [...checkEquivalence(of, everySo(shows, 8), asking)].map(({ found }) => found)
  const people = settled.flatMap((found) => (found === 'same' || found === null ? [] : [found.chart]))
  return {
    made: mutants.length,
    'characters that tell them apart': sum(mutants, ({ id, was, place }) => id.length + was.length + place.length),
    'places where they could show': sum(mutants, (one) => one.shows().length),
    'parts that mention what they change': sum(mutants, (one) => one.above(one.part).length),
    'nodes of the rules and of all of them': plan.nodes.length,
    'what those nodes hold, as numbers': sum(plan.nodes, numbersIn),
    'what those decisions hold, as numbers': sum(plan.decisions, ({ body }) => numbersIn(body)),
    'where they stand, as numbers': sum(shown, ({ own, changed }) => own + changed),
    'characters in their marks': sum(mutants.map(mutantDigest((text) => `${text.length}`)), Number),
    'places where they show': sum(shows, ({ at }) => at.length),
    'that tell everybody the same': settled.filter((found) => found === 'same').length,
    'of which somebody is told something else': people.length,
    'what is said of those people': sum(people, ({ observations, entries }) => observations.length + entries.length),
  }
}

export const mistakesTake = page('mistakes-take.txt', mistaken)
