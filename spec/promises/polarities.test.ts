import { resolve } from '@facialis/engine'
import { polarities } from '@facialis/engine/mutants/polarities.ts'
import { everythingShown, isCondition, partsOf, replacing, rulesOf } from '@facialis/engine/mutants/rules.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import { alert, all, type Condition, established, not, ownJudgement, type Pathway } from '@facialis/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'
import type { Case } from '../naive/on-the-day.ts'

/** The same with alerts, raised where rules of its decisions hold. */
function alerting(pathway: Pathway): Pathway {
  const whens = pathway.decisions.flatMap(({ scope, body }) =>
    scope === 'patient' && body.kind === 'ranked' ? body.rules.map(({ when }) => all(when)) : [],
  )
  const raised = { severity: 'info', text: 'made up', rules: [] } as const
  return {
    ...pathway,
    alerts: whens.map((when, i) => alert(`alert-${i}`, { ...raised, when }, ownJudgement('made up'))),
  }
}

const knownToBeNo = (of: Condition): Condition => established(not(of))

/** Everything that is told of somebody. */
function told(pathway: Pathway, { chart, asking }: Case): string {
  const world = createWorld(resolve(pathway, chart, asking))
  return [...everythingShown(rulesOf(pathway)).values()]
    .map((one) => (one.claim === 'answers' ? world.answer(one.node, null) : world.truth(one.node.when, null) === 'yes'))
    .join()
}

it('where only a yes of a condition matters, what is not known may as well be no; where only a no does, yes', () => {
  const met = { yes: 0, no: 0 }
  fc.assert(
    fc.property(cases, (drawn) => {
      const pathway = alerting(drawn.pathway)
      const one = { ...drawn, pathway }
      const matters = polarities(pathway)
      const rules = rulesOf(pathway)
      const parts = partsOf(rules)
      const before = told(pathway, one)
      for (const part of parts.keys()) {
        if (!isCondition(part)) continue
        const { yes, no } = matters(part)
        if (yes && no) continue
        met[yes ? 'yes' : 'no']++
        const { decisions, steps, alerts, collections } = replacing(
          parts,
          part,
          yes ? established(part) : not(knownToBeNo(part)),
        )(rules)
        expect(told({ ...pathway, decisions, steps, alerts, collections }, one)).toBe(before)
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
  expect(met.yes).toBeGreaterThan(0)
  expect(met.no).toBeGreaterThan(0)
})
