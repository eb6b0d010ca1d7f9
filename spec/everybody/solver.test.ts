import { type Literal, negate } from '@facialis/engine/symbolic/literal.ts'
import { solver } from '@facialis/engine/symbolic/solver.ts'
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

describe('satisfiability', () => {
  it('is the same as by trying every assignment, in repeated calls and under assumptions', () => {
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

  const seated = (people: number, chairs: number) => {
    const { variable, clause, solve } = solver()
    const sits = Array.from({ length: people }, () => Array.from({ length: chairs }, variable))
    for (const some of sits) clause(some)
    for (const [i, one] of sits.entries())
      for (const other of sits.slice(0, i))
        for (const [chair, so] of one.entries()) clause([negate(so), negate(other[chair] as Literal)])
    return solve
  }

  it('is decided where it takes many conflicts: seven people cannot sit on six chairs', () => {
    expect(seated(7, 6)([])).toBe(false)
    expect(seated(6, 6)([])).toBe(true)
  })

  // No answer hangs on how it searches; whoever changes that sees here whether it has become longer or shorter.
  it.each([
    [5, 4, 27],
    [6, 5, 138],
    [7, 6, 588],
    // So many that half of what was learned is forgotten on the way.
    [8, 7, 4605],
  ])(
    'for %i people and %i chairs takes %i contradictions, and is given up when fewer are allowed',
    (people, chairs, takes) => {
      expect([seated(people, chairs)([], takes - 1), seated(people, chairs)([], takes)]).toEqual([null, false])
    },
  )

  it('can be asked again after the solver gave up', () => {
    const solve = seated(7, 6)
    const given = [solve([], 100), solve([], 100), solve([])]
    expect(given).toEqual([null, null, false])
  })
})
