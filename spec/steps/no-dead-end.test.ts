import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { botulinum } from '@facialis/knowledge/decisions/botulinum.ts'
import { stage } from '@facialis/knowledge/decisions/stage.ts'
import { type Chart, defaultPolicy, parseDate } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolve } from '../../engine/chart/resolve.ts'
import { nextSteps } from '../../engine/explain/steps.ts'
import { createWorld } from '../../engine/world/create-world.ts'
import type { World } from '../../engine/world/world.ts'
import { inTheWayOf } from './in-the-way.ts'
import { charts } from './made-up-charts.ts'
import { isFinal, meets, passedOn, settling, stuck } from './no-dead-end.ts'
import { reasonsThatShut } from './reasons-that-shut.ts'
import { today } from './stories.ts'

const asOf = parseDate(today)?.lo ?? 0
const policy = defaultPolicy(pathway.policy)
const runs = Number(process.env.FACIALIS_CHARTS ?? 1500)

const worldOf = (chart: Chart): World => createWorld(resolve(pathway, chart, { asOf, policy }))

describe('no dead end: whatever is on the chart', () => {
  test('every decision that is open has a step that can change what holds it, a wait with an end, or a hand-over', () => {
    fc.assert(
      fc.property(charts(asOf), (chart) => {
        const world = worldOf(chart)
        const steps = nextSteps(world)
        if (passedOn(steps, world)) return
        const settles = settling(steps)
        for (const one of stuck) {
          const { decision, open, wanted } = one
          const answer = world.answer(decision, null)
          if (!open.includes(answer) || isFinal(one, world)) continue
          const holding = new Set(wanted.flatMap((to) => [...inTheWayOf(decision, to, world, null)]))
          expect(
            meets(holding, settles),
            `${decision.id} is ${answer}; held by ${[...holding].slice(0, 12)}; steps ${steps.map((s) => s.id)}`,
          ).toBe(true)
        }
      }),
      { numRuns: runs },
    )
  })

  test('every reason that shuts the toxin gate has its own step, unless the person is handed over or waits', () => {
    fc.assert(
      fc.property(charts(asOf), (chart) => {
        const world = worldOf(chart)
        const steps = nextSteps(world)
        if (world.answer(botulinum, null) !== 'blocked' || passedOn(steps, world)) return
        const settles = settling(steps)
        for (const [id, holding] of reasonsThatShut(world))
          expect(meets(holding, settles), `${id} held by ${[...holding]}; steps ${steps.map((s) => s.id)}`).toBe(true)
      }),
      { numRuns: runs },
    )
  })

  test('wherever a person stands, somebody owns a next step, until the episode is closed', () => {
    fc.assert(
      fc.property(charts(asOf), (chart) => {
        const world = worldOf(chart)
        if (world.answer(stage, null) === 'closed') return
        const steps = nextSteps(world)
        expect(steps.length, `nothing to do on ${world.answer(stage, null)}`).toBeGreaterThan(0)
        for (const step of steps) expect(step.owner).not.toBe('')
      }),
      { numRuns: runs },
    )
  })
})
