import { covering, equivalence, killedBy, type Mutant, madeUpFor, mutantsOf, mutated, resolve } from '@facialis/engine'
import { openWorld } from '@facialis/engine/decide.ts'
import type { Asking, Chart, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'

type Somebody = Readonly<{ chart: Chart; asking: Asking }>

/** Whatever is decided about the person, as the evaluator that explains itself says it. */
function told(pathway: Pathway, { chart, asking }: Somebody): string {
  const world = openWorld(resolve(pathway, chart, asking))
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
  it('are told to people made up for them, and to the few of them that are kept', () => {
    let [sought, found] = [0, 0]
    fc.assert(
      fc.property(cases, ({ pathway, chart, asking }) => {
        const mutants = someOf(pathway)
        const people = [...madeUpFor(pathway, mutants, [{ chart, asking }], { beginnings: 2, changes: 30, seed: 1 })]
        const made = people.filter((one) => one !== null)
        for (const one of made)
          for (const mutant of one.notices) expect(told(mutated(pathway, mutant), one)).not.toBe(told(pathway, one))
        const noticed = new Set(made.flatMap(({ notices }) => notices))
        const kept = [...covering(pathway, [...noticed], made)]
        for (const one of kept)
          for (const mutant of one.notices) expect(told(mutated(pathway, mutant), one)).not.toBe(told(pathway, one))
        expect(new Set(kept.flatMap(({ notices }) => notices))).toEqual(noticed)
        const claimed = kept.map((one, i) => ({ ...one, id: String(i) }))
        expect([...killedBy(pathway, [...noticed], claimed)].filter(({ by }) => by === null)).toEqual([])
        sought += mutants.length
        found += noticed.size
      }),
      { numRuns: 5 },
    )
    expect(found / sought).toBeGreaterThan(0.1)
  })

  it('that are proved to be none tell nobody anything else', () => {
    let same = 0
    fc.assert(
      fc.property(cases, ({ pathway, chart, asking }) => {
        for (const one of equivalence(pathway, someOf(pathway))) {
          if (one.same !== true) continue
          same++
          expect(told(mutated(pathway, one.mutant), { chart, asking })).toBe(told(pathway, { chart, asking }))
        }
      }),
      { numRuns: 5 },
    )
    expect(same).toBeGreaterThan(0)
  })
})
