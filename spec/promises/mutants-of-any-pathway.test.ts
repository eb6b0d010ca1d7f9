import { resolve, type Witness } from '@facialis/engine'
import {
  classifyMutants,
  greedyCover,
  killedBy,
  type Mutant,
  mutantsOf,
  mutated,
} from '@facialis/engine/mutants/index.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import type { Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'

/** Whatever is decided about the person, as the evaluator that explains itself says it. */
function told(pathway: Pathway, { chart, asking }: Witness): string {
  const world = createWorld(resolve(pathway, chart, asking))
  const about = pathway.decisions.filter(({ scope, inner }) => scope === 'patient' && !inner)
  const there = (rules: Pathway['steps'] | Pathway['alerts']): readonly string[] =>
    rules.filter(({ when }) => world.truth(when, null) === 'yes').map(({ id }) => id)
  const listed = pathway.collections.map(({ items }) => items.map(({ when }) => world.truth(when, null) === 'yes'))
  return JSON.stringify([
    about.map((one) => world.answer(one, null)),
    there(pathway.steps),
    there(pathway.alerts),
    listed,
  ])
}

/** Some of the mistakes in a pathway, from all over it. */
const someOf = (pathway: Pathway): readonly Mutant[] => {
  const all = mutantsOf(pathway)
  return all.filter((_, i) => i % Math.ceil(all.length / 24) === 0)
}

describe('mistakes in whatever pathway', () => {
  it('tell somebody something else, who is found, or tell everybody the same', () => {
    let [others, same] = [0, 0]
    fc.assert(
      fc.property(cases, ({ pathway, chart, asking }) => {
        const found: Witness[] = []
        const noticed: Mutant[] = []
        for (const one of classifyMutants(pathway, someOf(pathway), asking)) {
          const faulty = mutated(pathway, one.mutant)
          if (one.found === 'same') {
            same++
            expect(told(faulty, { chart, asking })).toBe(told(pathway, { chart, asking }))
          } else if (one.found !== null) {
            others++
            expect(told(faulty, one.found)).not.toBe(told(pathway, one.found))
            found.push(one.found)
            noticed.push(one.mutant)
          }
        }
        const kept = [...greedyCover(pathway, noticed, found)]
        for (const one of kept)
          for (const mutant of one.notices) expect(told(mutated(pathway, mutant), one)).not.toBe(told(pathway, one))
        const claimed = kept.map((one, i) => ({ ...one, id: String(i) }))
        expect([...killedBy(pathway, noticed, claimed)].filter(({ by }) => by === null)).toEqual([])
      }),
      { numRuns: 4 },
    )
    expect(others).toBeGreaterThan(0)
    expect(same).toBeGreaterThan(0)
  })
})
