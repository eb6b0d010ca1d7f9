import { type Literal, opposite } from '@facialis/engine/everybody/literal.ts'
import { solver } from '@facialis/engine/everybody/solver.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Variables 1 to 8; the first variable of a solver is always so. */
const literal = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.boolean())
  .map(([one, isTurned]) => one * 2 + Number(isTurned))
const clause = fc.array(literal, { minLength: 1, maxLength: 3 })

/** Every assignment, one after the other. */
const anyFulfils = (clauses: readonly (readonly Literal[])[]): boolean => {
  for (let all = 0; all < 2 ** 8; all++) {
    const isTrue = (one: Literal): boolean => ((all >> ((one >> 1) - 1)) & 1) !== (one & 1)
    if (clauses.every((some) => some.some(isTrue))) return true
  }
  return false
}

describe('whether all of it can be so at once', () => {
  it('is what trying every assignment says, again and again, under whatever is assumed', () => {
    let possible = 0
    const question = fc.record({
      more: fc.array(clause, { maxLength: 16 }),
      assumed: fc.array(literal, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), (questions) => {
        const { variable, clause, solve, isTrue } = solver()
        for (let i = 0; i < 8; i++) variable()
        const said: (readonly Literal[])[] = []
        for (const { more, assumed } of questions) {
          for (const one of more) clause(one)
          said.push(...more)
          const wanted = [...said, ...assumed.map((one) => [one])]
          const found = solve(assumed)
          expect(found).toBe(anyFulfils(wanted))
          if (!found) continue
          possible++
          expect(wanted.every((some) => some.some(isTrue))).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
    expect(possible).toBeGreaterThan(100)
  })

  it('is found out where it takes many contradictions: seven people cannot sit on six chairs', () => {
    const { variable, clause, solve } = solver()
    const sits = Array.from({ length: 7 }, () => Array.from({ length: 6 }, variable))
    for (const chairs of sits) clause(chairs)
    for (const [i, one] of sits.entries())
      for (const other of sits.slice(0, i))
        for (const [chair, so] of one.entries()) clause([opposite(so), opposite(other[chair] as Literal)])
    expect(solve([])).toBe(false)
  })
})
