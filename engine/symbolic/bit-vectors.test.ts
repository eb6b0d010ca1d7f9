import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSums, bitVectors, constantSum, type Sum, scaleSum, subtractSums } from './bit-vectors.ts'
import { type Literal, negate } from './literal.ts'
import { type Solver, solver } from './solver.ts'
import { type Logic, tseitinEncoder } from './tseitin-encoder.ts'

/** What a statement is made of: one of five that are free, or others joined. */
type Made =
  | Readonly<{ free: number; isTurned: boolean }>
  | Readonly<{ join: 'all' | 'any' | 'xor' | 'majority' | 'ifThenElse'; of: readonly Made[]; isTurned: boolean }>
const five = 5
const { made } = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'made' },
    fc.record({ free: fc.nat(five + 1), isTurned: fc.boolean() }),
    fc.record({
      join: fc.constantFrom('all', 'any', 'xor', 'majority', 'ifThenElse'),
      of: fc.array(tie('made'), { minLength: 3, maxLength: 3, depthIdentifier: 'made' }),
      isTurned: fc.boolean(),
    }),
  ),
}))

type Joins<T> = Readonly<{
  turned: (one: T) => T
  all: (of: readonly T[]) => T
  any: (of: readonly T[]) => T
  xor: (one: T, other: T) => T
  majority: (one: T, two: T, three: T) => T
  ifThenElse: (by: T, then: T, otherwise: T) => T
}>
const plainly: Joins<boolean> = {
  turned: (one) => !one,
  all: (of) => of.every((one) => one),
  any: (of) => of.some((one) => one),
  xor: (one, other) => one !== other,
  majority: (...three) => three.filter((one) => one).length > 1,
  ifThenElse: (by, then, otherwise) => (by ? then : otherwise),
}
function build<T>(of: Made, free: readonly T[], joins: Joins<T>): T {
  if ('free' in of) return of.isTurned ? joins.turned(free[of.free] as T) : (free[of.free] as T)
  const [one, two, three] = of.of.map((part) => build(part, free, joins)) as [T, T, T]
  const so =
    of.join === 'all' || of.join === 'any'
      ? joins[of.join]([one, two, three])
      : of.join === 'xor'
        ? joins.xor(one, two)
        : joins[of.join](one, two, three)
  return of.isTurned ? joins.turned(so) : so
}

describe('statements joined into others', () => {
  it('are so exactly when what they are made of says so, and rest on nothing else', () => {
    fc.assert(
      fc.property(made, fc.array(fc.boolean(), { minLength: five, maxLength: five }), (of, are) => {
        const so = solver()
        const logic = tseitinEncoder(so)
        const free = [...Array.from({ length: five }, logic.free), logic.yes, logic.no]
        logic.free()
        const statement = build(of, free, { ...logic, turned: negate })
        const assumed = are.map((is, i) => (is ? (free[i] as Literal) : negate(free[i] as Literal)))
        const truth = build(of, [...are, true, false], plainly)
        expect(so.solve([...assumed, truth ? statement : negate(statement)])).toBe(true)
        expect(so.solve([...assumed, truth ? negate(statement) : statement])).toBe(false)
        // Nothing else has to be settled to know whether it may be.
        const resting = logic.coneOf(statement)
        expect(so.solve([statement], undefined, resting)).toBe(so.solve([statement]))
      }),
      { numRuns: 300 },
    )
  })

  it('are the same statement when the same is said again, in whatever order', () => {
    const logic = tseitinEncoder(solver())
    const [a, b, c] = [logic.free(), logic.free(), logic.free()]
    expect(logic.all([a, b])).toBe(logic.all([b, a, b, logic.yes]))
    expect(logic.all([a, b, c])).toBe(logic.all([c, b, a]))
    expect(logic.any([a, b])).toBe(negate(logic.all([negate(b), negate(a)])))
    expect([logic.all([a, negate(a)]), logic.any([a, negate(a)]), logic.all([]), logic.any([])]).toEqual([
      logic.no,
      logic.yes,
      logic.yes,
      logic.no,
    ])
    expect([logic.majority(a, a, b), logic.majority(a, b, negate(b)), logic.majority(b, negate(b), c)]).toEqual([
      a,
      a,
      c,
    ])
    expect([logic.xor(a, a), logic.xor(a, negate(a)), logic.xor(logic.no, a)]).toEqual([logic.no, logic.yes, a])
    expect(logic.ifThenElse(a, b, b)).toBe(b)
  })

  it('rest on what is held of them, too', () => {
    const so = solver()
    const logic = tseitinEncoder(so)
    const [a, b, c, other] = [logic.free(), logic.free(), logic.free(), logic.free()]
    logic.assert(negate(a), logic.all([b, c]))
    const resting = logic.coneOf(logic.any([a, b]))
    for (const one of [a, b, c]) expect(resting).toContain(one >> 1)
    expect(resting).not.toContain(other >> 1)
    expect(so.solve([a, negate(c)])).toBe(false)
    expect(so.solve([a, c])).toBe(true)
  })
})

/** A sum that is made of the free numbers, and what it comes to. */
type Term =
  | Readonly<{ number: number }>
  | Readonly<{ plus: readonly Term[] }>
  | Readonly<{ less: readonly Term[] }>
  | Readonly<{ times: Term; factor: number }>
const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'term' },
    fc.record({ number: fc.integer({ min: -9, max: 9 }) }),
    fc.record({ number: fc.constantFrom(100, 101, 102) }),
    fc.record({ plus: fc.array(tie('term'), { maxLength: 3, depthIdentifier: 'term' }) }),
    fc.record({ less: fc.tuple(tie('term'), tie('term')) }),
    fc.record({ times: tie('term'), factor: fc.nat(6) }),
  ),
}))
const bounds = [
  [-3, 4],
  [0, 6],
  [5, 5],
] as const
const fixed = (numbers: readonly number[]) => (one: number) => (one < 100 ? one : (numbers[one - 100] as number))
function worth(of: Term, value: (one: number) => number): number {
  if ('number' in of) return value(of.number)
  if ('plus' in of) return of.plus.reduce((all, one) => all + worth(one, value), 0)
  if ('less' in of) return of.less.map((one) => worth(one, value)).reduce((from, what) => from - what)
  return worth(of.times, value) * of.factor
}
function sumOf(of: Term, free: readonly Sum[]): Sum {
  if ('number' in of) return of.number < 100 ? constantSum(of.number) : (free[of.number - 100] as Sum)
  if ('plus' in of) return addSums(...of.plus.map((one) => sumOf(one, free)))
  if ('less' in of) return of.less.map((one) => sumOf(one, free)).reduce(subtractSums)
  return scaleSum(sumOf(of.times, free), of.factor)
}
const free = fc.tuple(...bounds.map(([min, max]) => fc.integer({ min, max })))

function numbers(): Readonly<{ so: Solver; logic: Logic; of: ReturnType<typeof bitVectors> }> {
  const so = solver()
  const logic = tseitinEncoder(so)
  return { so, logic, of: bitVectors(logic) }
}

describe('numbers of which nothing is settled', () => {
  it('are compared as what they come to', () => {
    fc.assert(
      fc.property(term, term, free, (one, other, values) => {
        const { so, of } = numbers()
        const unsettled = bounds.map(([least, most]) => of.free(least, most))
        const are = unsettled.flatMap((sum, i) => {
          const value = constantSum(values[i] as number)
          return [of.isAtMost(sum, value), of.isAtMost(value, sum)]
        })
        const [a, b] = [sumOf(one, unsettled), sumOf(other, unsettled)]
        const [x, y] = [worth(one, fixed(values)), worth(other, fixed(values))]
        for (const [statement, truth] of [
          [of.isLess(a, b), x < y],
          [of.isAtMost(a, b), x <= y],
          [of.isAtMost(b, a), y <= x],
        ] as const) {
          expect(so.solve([...are, statement])).toBe(truth)
          expect(so.solve([...are, negate(statement)])).toBe(!truth)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are any between their bounds and no other', () => {
    for (const [least, most] of bounds) {
      const { so, of } = numbers()
      const one = of.free(least, most)
      const may = (value: number) =>
        so.solve([of.isAtMost(one, constantSum(value)), of.isAtMost(constantSum(value), one)])
      const found = Array.from({ length: 30 }, (_, i) => i - 10).filter(may)
      expect(found).toEqual(Array.from({ length: most - least + 1 }, (_, i) => least + i))
    }
  })

  it('are the one or the other, as it is said, and a difference is neither', () => {
    fc.assert(
      fc.property(free, fc.boolean(), fc.integer({ min: -9, max: 9 }), (values, isFirst, more) => {
        const { so, logic, of } = numbers()
        const unsettled = bounds.map(([least, most]) => of.free(least, most))
        const are = unsettled.flatMap((sum, i) => {
          const value = constantSum(values[i] as number)
          return [of.isAtMost(sum, value), of.isAtMost(value, sum)]
        })
        const by = logic.free()
        const [one, two] = [
          addSums(unsettled[0] as Sum, constantSum(more)),
          addSums(unsettled[1] as Sum, unsettled[2] as Sum),
        ]
        const chosen = of.ifThenElse(by, one, two)
        const [first, second, third] = values as [number, number, number]
        const comesTo = isFirst ? first + more : second + third
        const assumed = [...are, isFirst ? by : negate(by)]
        expect(
          so.solve([...assumed, of.isAtMost(chosen, constantSum(comesTo)), of.isAtMost(constantSum(comesTo), chosen)]),
        ).toBe(true)
        expect(so.solve([...assumed, of.isLess(chosen, constantSum(comesTo))])).toBe(false)
        expect(so.solve([...assumed, of.isLess(constantSum(comesTo), chosen)])).toBe(false)
        expect(() => of.ifThenElse(by, one, subtractSums(two, unsettled[0] as Sum))).toThrow()
      }),
      { numRuns: 60 },
    )
  })

  it('count how many of some are so, as far as is asked', () => {
    const { so, logic, of } = numbers()
    const some = Array.from({ length: 4 }, logic.free)
    const counts = of.counter(some, 3)
    expect(counts).toHaveLength(3)
    for (let all = 0; all < 16; all++) {
      const are = some.map((one, i) => ((all >> i) & 1 ? one : negate(one)))
      const many = some.filter((_, i) => (all >> i) & 1).length
      for (const [i, atLeast] of counts.entries())
        expect([all, i, so.solve([...are, atLeast]), so.solve([...are, negate(atLeast)])]).toEqual([
          all,
          i,
          many > i,
          many <= i,
        ])
    }
  })
})
