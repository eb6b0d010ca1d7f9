import { evaluate } from '@facialis/engine'
import { deadEnds, type Impasse, impassesOf } from '@facialis/engine/prove/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { chairInfection, chairPotentiator } from '@facialis/knowledge/facts/at-chair.ts'
import { openDecisions, passedOn } from '@facialis/knowledge/impasses.ts'
import {
  any,
  type Chart,
  dayOf,
  defaultPolicy,
  established,
  type OpenDecision,
  type Pathway,
  yes,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolve } from '../../engine/chart/resolve.ts'
import { nextSteps } from '../../engine/explain/steps.ts'
import { createWorld } from '../../engine/world/create-world.ts'
import { inTheWay, inTheWayOf } from '../steps/in-the-way.ts'
import { charts } from '../steps/made-up-charts.ts'
import { passedOn as isPassedOn, meets, settling } from '../steps/no-dead-end.ts'

const asOf = dayOf(2026, 11, 23)
const impasses = impassesOf(hemifacialSpasm, { decisions: openDecisions, passedOn })
const impasse = (id: string): Impasse => {
  const found = impasses.find((one) => one.id === id)
  if (!found) throw new Error(`There is no impasse ${id}.`)
  return found
}
/** The decision's own, or those of the reasons that shut it; one that the gate asks for is asked about there. */
const impassesIn = ({ id }: OpenDecision['decision']) =>
  impasses.filter(
    (one) => one.id === id || one.id.startsWith(`${id}/`) || one.id === id.replace(/^rule-out\./, 'botulinum/BT-02/'),
  )
const worldOf = (pathway: Pathway, chart: Chart) =>
  createWorld(resolve(pathway, chart, { asOf, policy: defaultPolicy(pathway.policy) }))

describe('nobody is stuck', () => {
  test('whoever is shut out by an infection is led on, whoever they are', () => {
    const [one] = deadEnds(hemifacialSpasm, [impasse('botulinum/BT-03/infection')], asOf)
    expect(one?.found).toBe('nobody')
  })

  test('somebody is found when the step that led on is forgotten, and the rules say so of them', () => {
    const steps = hemifacialSpasm.steps.filter(({ id }) => id !== 'infection-healed')
    const faulty = { ...hemifacialSpasm, steps }
    const asked = impassesOf(faulty, { decisions: openDecisions, passedOn })
    const [one] = deadEnds(
      faulty,
      asked.filter(({ id }) => id === 'botulinum/BT-03/infection'),
      asOf,
    )
    if (one?.found === null || typeof one?.found !== 'object') throw new Error(`found: ${one?.found}`)
    const { chart, asking } = one.found
    const advice = evaluate(faulty, chart, asking)
    expect(advice.decisions.botulinum?.answer).toBe('blocked')
    expect(chart.observations.find(({ fact }) => fact === 'chair.infection')?.value).toEqual({ word: 'yes' })
    const settled = new Set(
      advice.nextSteps
        .flatMap((step) => steps.filter(({ id }) => id === step.id))
        .flatMap((step) => step.settles.map(({ id }) => id)),
    )
    expect(settled).not.toContain('chair.infection')
  })

  test('what is looked at first is taken as known only where nobody is stuck in it', () => {
    const stuck = { id: 'stuck', text: '', isOpen: established(yes(chairInfection)), leadsOn: any(), given: [] }
    const led = {
      ...stuck,
      id: 'led',
      leadsOn: any(established(yes(chairInfection)), established(yes(chairPotentiator))),
    }
    const later = (given: readonly Impasse[]): Impasse => ({ ...stuck, id: `later ${given.length}`, given })
    const found = deadEnds(hemifacialSpasm, [led, later([led]), later([stuck, led])], asOf)
    expect([...found].map(({ found }) => (typeof found === 'string' ? found : found && 'somebody'))).toEqual([
      'nobody',
      'somebody',
      'somebody',
    ])
  })

  test('what leads on is what a look at the person and their steps finds in the way, and besides a wait for a known day', () => {
    fc.assert(
      fc.property(charts(asOf), (chart) => {
        const world = worldOf(hemifacialSpasm, chart)
        const steps = nextSteps(world)
        expect(world.truth(passedOn, null) === 'yes').toBe(isPassedOn(steps, world))
        const settles = settling(steps)
        for (const { decision, open: answers, wanted, awaits } of openDecisions) {
          if (!answers.includes(world.answer(decision, null))) continue
          const holding = new Set(wanted.flatMap((to) => [...inTheWayOf(decision, to, world, null)]))
          const leadsOn = impassesIn(decision).some((one) => world.truth(one.leadsOn, null) === 'yes')
          if (meets(holding, settles)) expect(leadsOn, decision.id).toBe(true)
          else if (leadsOn)
            expect(
              isWaiting(world, decision) || isAwaited(world, awaits, settles),
              `${decision.id}: ${[...holding]}`,
            ).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** Something of the gate only has to last longer. */
function isWaiting(world: ReturnType<typeof worldOf>, { body }: OpenDecision['decision']): boolean {
  if (body.kind !== 'gate') return false
  return body.limits.some(({ when }) => world.truth(when, null) === 'yes' && inTheWay(when, 'no', world, null).size > 0)
}

/** What has to come first is not there yet, and a step can move that. */
function isAwaited(
  world: ReturnType<typeof worldOf>,
  awaits: OpenDecision['awaits'],
  settles: ReturnType<typeof settling>,
): boolean {
  if (!awaits?.open.includes(world.answer(awaits.decision, null))) return false
  return awaits.wanted.some((to) => meets(inTheWayOf(awaits.decision, to, world, null), settles))
}
