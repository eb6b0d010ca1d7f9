import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { variableQueue } from './variable-queue.ts'

/** What can happen to a line of six, one thing after the other. */
const variable = fc.nat(5)
const happening = fc.oneof(
  fc.record({ what: fc.constantFrom('raise' as const, 'add' as const), variable }),
  fc.record({ what: fc.constant('refill' as const), variables: fc.uniqueArray(variable) }),
  fc.record({ what: fc.constantFrom('age' as const, 'next' as const) }),
)

describe('who waits', () => {
  it('is served by how often it met in contradictions, each counting a twentieth less with every one after it', () => {
    let served = 0
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (all) => {
        const line = variableQueue()
        const weights = Array.from({ length: 6 }, () => 0)
        const waiting = new Set<number>()
        const isServed = (): number | null => {
          const next = line.next()
          if (next === null) expect(waiting.size).toBe(0)
          else {
            served++
            expect(waiting).toContain(next)
            const most = Math.max(...[...waiting].map((one) => weights[one] as number))
            expect(weights[next]).toBeGreaterThanOrEqual(most * (1 - 1e-6))
            waiting.delete(next)
          }
          return next
        }
        for (const one of all) {
          if (one.what === 'raise') {
            line.bump(one.variable)
            weights[one.variable] = (weights[one.variable] as number) + 1
          } else if (one.what === 'add') {
            line.add(one.variable)
            waiting.add(one.variable)
          } else if (one.what === 'refill') {
            line.refill(one.variables)
            waiting.clear()
            for (const each of one.variables) waiting.add(each)
          } else if (one.what === 'age') {
            line.decay()
            for (const [each, weight] of weights.entries()) weights[each] = weight * 0.95
          } else isServed()
        }
        while (isServed() !== null);
      }),
      { numRuns: 100 },
    )
    expect(served).toBeGreaterThan(300)
  })

  it('is still known after so many contradictions that numbers would become too large to count with', () => {
    const line = variableQueue()
    const late = [7, 3, 5]
    for (const met of [...Array.from({ length: 15 }, () => 9), ...late]) {
      line.bump(met)
      for (let time = 0; time < 1500; time++) line.decay()
    }
    // That nobody ever met comes last.
    line.refill([1, ...late])
    expect([line.next(), line.next(), line.next(), line.next(), line.next()]).toEqual([...late.reverse(), 1, null])
  })
})
