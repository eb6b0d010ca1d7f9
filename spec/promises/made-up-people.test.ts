import { planOf, resolve } from '@facialis/engine'
import { openWorld } from '@facialis/engine/decide.ts'
import { seek } from '@facialis/engine/people/seek.ts'
import { wishAnswer } from '@facialis/engine/people/wish.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'

describe('somebody made up to order', () => {
  it('gets the answer that was asked for, whatever the pathway', () => {
    let [sought, found] = [0, 0]
    fc.assert(
      fc.property(cases, ({ pathway, chart, asking }) => {
        const plan = planOf(pathway)
        const somebody = openWorld(resolve(pathway, chart, asking))
        for (const [index, { decision, within }] of plan.decisions.entries()) {
          if (within !== null) continue
          const wanted = somebody.answer(decision, null)
          const person = seek(plan, [wishAnswer(index, 1 << decision.answers.indexOf(wanted))], {
            asking,
            beginnings: 2,
            changes: 60,
          })
          sought++
          if (person === null) continue
          found++
          expect(openWorld(resolve(pathway, person, asking)).answer(decision, null)).toBe(wanted)
        }
      }),
      { numRuns: 20 },
    )
    // A search may miss somebody; one that misses many is no use.
    expect(found / sought).toBeGreaterThan(0.9)
  })
})
