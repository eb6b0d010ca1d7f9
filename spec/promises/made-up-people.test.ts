import { planOf, resolve } from '@facialis/engine'
import { type Goal, goalAnswer, goalFor } from '@facialis/engine/local-search/goal.ts'
import { seek } from '@facialis/engine/local-search/seek.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { isTruth } from '@facialis/engine/plan/is-truth.ts'
import { memoisedEvaluator } from '@facialis/engine/plan/memoised-evaluator.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { planParameters } from '@facialis/engine/plan/plan-parameters.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import type { Chart } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'
import type { Case } from '../naive/on-the-day.ts'

type AboutEntries = Extract<Goal, { kind: 'some' | 'every' }>

/** How what is wished comes out of somebody: the truth of a node, of the best entry, or of every entry. */
function outcomesIn(plan: Plan, { asking }: Case) {
  const asked = memoisedEvaluator(plan)
  const fill = fillerOf(plan)
  return (chart: Chart) => {
    const sheet = fill(chart, asking)
    asked.begin(sheet, planParameters(plan, asking))
    const entries = (entryKind: number): readonly number[] =>
      Array.from({ length: sheet.counts[entryKind] as number }, (_, at) => at)
    return {
      ofPerson: (node: number): number => asked.truth(node, -1),
      some: (entryKind: number, where: readonly number[]): number =>
        Math.max(0, ...entries(entryKind).map((at) => Math.min(2, ...where.map((node) => asked.truth(node, at))))),
      every: (entryKind: number, node: number): readonly number[] =>
        entries(entryKind).map((at) => asked.truth(node, at)),
    }
  }
}

/** What the person on the chart fulfils: some truths about the person, and some about entries. */
function wishesOf(plan: Plan, told: ReturnType<ReturnType<typeof outcomesIn>>): readonly Goal[] {
  const nodes = [...plan.nodes.entries()].filter(([, node]) => isTruth(node) && node.op !== 'constant')
  const ofPerson = nodes.filter(([, { within }]) => within === null).slice(-6)
  const ofEntries = plan.layout.entryKinds.flatMap((_, entryKind): readonly AboutEntries[] => {
    const inside = nodes.flatMap(([node, { within }]) => (within === entryKind ? [node] : [])).slice(-3)
    return [
      ...inside.map((node) => ({
        kind: 'some' as const,
        entryKind,
        where: [node],
        as: 1 << told.some(entryKind, [node]),
      })),
      ...inside.slice(1).map((node, i) => {
        const where = [node, inside[i] as number]
        return { kind: 'some' as const, entryKind, where, as: 1 << told.some(entryKind, where) }
      }),
      ...inside.map((node) => ({
        kind: 'every' as const,
        entryKind,
        node,
        as: told.every(entryKind, node).reduce((as, truth) => as | (1 << truth), 0),
      })),
    ]
  })
  return [...ofPerson.map(([node]) => goalFor(node, 1 << told.ofPerson(node))), ...ofEntries]
}

describe('somebody made up to order', () => {
  it('gets the answer that was asked for, whatever the pathway', () => {
    let [sought, found] = [0, 0]
    fc.assert(
      fc.property(cases, ({ pathway, chart, asking }) => {
        const plan = planOf(pathway)
        const somebody = createWorld(resolve(pathway, chart, asking))
        for (const [index, { decision, within }] of plan.decisions.entries()) {
          if (within !== null) continue
          const wanted = somebody.answer(decision, null)
          const person = seek(plan, [goalAnswer(index, 1 << decision.answers.indexOf(wanted))], {
            asking,
            beginnings: 2,
            changes: 60,
          })
          sought++
          if (person === null) continue
          found++
          expect(createWorld(resolve(pathway, person, asking)).answer(decision, null)).toBe(wanted)
        }
      }),
      { numRuns: 20 },
    )
    // A search may miss somebody; one that misses many is no use.
    expect(found / sought).toBeGreaterThan(0.9)
  })

  it('is told what was wished of the person, of some entry and of every entry, whatever the pathway', () => {
    let [sought, found] = [0, 0]
    fc.assert(
      fc.property(cases, (one) => {
        const plan = planOf(one.pathway)
        const outcomes = outcomesIn(plan, one)
        for (const wish of wishesOf(plan, outcomes(one.chart))) {
          sought++
          const person = seek(plan, [wish], { asking: one.asking, beginnings: 2, changes: 40 })
          if (person === null) continue
          found++
          const told = outcomes(person)
          const came =
            wish.kind === 'some'
              ? [told.some(wish.entryKind, wish.where)]
              : wish.kind === 'every'
                ? told.every(wish.entryKind, wish.node)
                : wish.kind === 'truth'
                  ? [told.ofPerson(wish.node)]
                  : []
          expect(came.filter((truth) => ((wish.as >> truth) & 1) === 0)).toEqual([])
        }
      }),
      { numRuns: 16, endOnFailure: true },
    )
    expect(sought).toBeGreaterThan(100)
    expect(found / sought).toBeGreaterThan(0.95)
  })
})
