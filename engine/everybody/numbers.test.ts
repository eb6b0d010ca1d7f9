import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Gates, gatesOver } from './gates.ts'
import { type Literal, opposite } from './literal.ts'
import { added, exactly, lacking, numbersOver, type Sum, times } from './numbers.ts'
import { type Solver, solver } from './solver.ts'

/** What a statement is made of: one of five that are free, or others joined. */
type Made =
  | Readonly<{ free: number; isTurned: boolean }>
  | Readonly<{ join: 'all' | 'any' | 'differ' | 'most' | 'choose'; of: readonly Made[]; isTurned: boolean }>
const five = 5
const { made } = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'made' },
    fc.record({ free: fc.nat(five + 1), isTurned: fc.boolean() }),
    fc.record({
      join: fc.constantFrom('all', 'any', 'differ', 'most', 'choose'),
      of: fc.array(tie('made'), { minLength: 3, maxLength: 3, depthIdentifier: 'made' }),
      isTurned: fc.boolean(),
    }),
  ),
}))

type Joins<T> = Readonly<{
  turned: (one: T) => T
  all: (of: readonly T[]) => T
  any: (of: readonly T[]) => T
  differ: (one: T, other: T) => T
  most: (one: T, two: T, three: T) => T
  choose: (by: T, then: T, otherwise: T) => T
}>
const plainly: Joins<boolean> = {
  turned: (one) => !one,
  all: (of) => of.every((one) => one),
  any: (of) => of.some((one) => one),
  differ: (one, other) => one !== other,
  most: (...three) => three.filter((one) => one).length > 1,
  choose: (by, then, otherwise) => (by ? then : otherwise),
}
function build<T>(of: Made, free: readonly T[], joins: Joins<T>): T {
  if ('free' in of) return of.isTurned ? joins.turned(free[of.free] as T) : (free[of.free] as T)
  const [one, two, three] = of.of.map((part) => build(part, free, joins)) as [T, T, T]
  const so =
    of.join === 'all' || of.join === 'any'
      ? joins[of.join]([one, two, three])
      : of.join === 'differ'
        ? joins.differ(one, two)
        : joins[of.join](one, two, three)
  return of.isTurned ? joins.turned(so) : so
}

describe('statements joined into others', () => {
  it('are so exactly when what they are made of says so, and rest on nothing else', () => {
    fc.assert(
      fc.property(made, fc.array(fc.boolean(), { minLength: five, maxLength: five }), (of, are) => {
        const so = solver()
        const gates = gatesOver(so)
        const free = [...Array.from({ length: five }, gates.free), gates.yes, gates.no]
        gates.free()
        const statement = build(of, free, { ...gates, turned: opposite })
        const assumed = are.map((is, i) => (is ? (free[i] as Literal) : opposite(free[i] as Literal)))
        const truth = build(of, [...are, true, false], plainly)
        expect(so.solve([...assumed, truth ? statement : opposite(statement)])).toBe(true)
        expect(so.solve([...assumed, truth ? opposite(statement) : statement])).toBe(false)
        // Nothing else has to be settled to know whether it may be.
        const resting = gates.restingOn(statement)
        expect(so.solve([statement], undefined, resting)).toBe(so.solve([statement]))
      }),
      { numRuns: 300 },
    )
  })

  it('are the same statement when the same is said again, in whatever order', () => {
    const gates = gatesOver(solver())
    const [a, b, c] = [gates.free(), gates.free(), gates.free()]
    expect(gates.all([a, b])).toBe(gates.all([b, a, b, gates.yes]))
    expect(gates.all([a, b, c])).toBe(gates.all([c, b, a]))
    expect(gates.any([a, b])).toBe(opposite(gates.all([opposite(b), opposite(a)])))
    expect([gates.all([a, opposite(a)]), gates.any([a, opposite(a)]), gates.all([]), gates.any([])]).toEqual([
      gates.no,
      gates.yes,
      gates.yes,
      gates.no,
    ])
    expect([gates.most(a, a, b), gates.most(a, b, opposite(b)), gates.most(b, opposite(b), c)]).toEqual([a, a, c])
    expect([gates.differ(a, a), gates.differ(a, opposite(a)), gates.differ(gates.no, a)]).toEqual([
      gates.no,
      gates.yes,
      a,
    ])
    expect(gates.choose(a, b, b)).toBe(b)
  })

  it('rest on what is held of them, too', () => {
    const so = solver()
    const gates = gatesOver(so)
    const [a, b, c, other] = [gates.free(), gates.free(), gates.free(), gates.free()]
    gates.hold(opposite(a), gates.all([b, c]))
    const resting = gates.restingOn(gates.any([a, b]))
    for (const one of [a, b, c]) expect(resting).toContain(one >> 1)
    expect(resting).not.toContain(other >> 1)
    expect(so.solve([a, opposite(c)])).toBe(false)
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
  if ('number' in of) return of.number < 100 ? exactly(of.number) : (free[of.number - 100] as Sum)
  if ('plus' in of) return added(...of.plus.map((one) => sumOf(one, free)))
  if ('less' in of) return of.less.map((one) => sumOf(one, free)).reduce(lacking)
  return times(sumOf(of.times, free), of.factor)
}
const free = fc.tuple(...bounds.map(([min, max]) => fc.integer({ min, max })))

function numbers(): Readonly<{ so: Solver; gates: Gates; of: ReturnType<typeof numbersOver> }> {
  const so = solver()
  const gates = gatesOver(so)
  return { so, gates, of: numbersOver(gates) }
}

describe('numbers of which nothing is settled', () => {
  it('are compared as what they come to', () => {
    fc.assert(
      fc.property(term, term, free, (one, other, values) => {
        const { so, of } = numbers()
        const unsettled = bounds.map(([least, most]) => of.free(least, most))
        const are = unsettled.flatMap((sum, i) => {
          const value = exactly(values[i] as number)
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
          expect(so.solve([...are, opposite(statement)])).toBe(!truth)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are any between their bounds and no other', () => {
    for (const [least, most] of bounds) {
      const { so, of } = numbers()
      const one = of.free(least, most)
      const may = (value: number) => so.solve([of.isAtMost(one, exactly(value)), of.isAtMost(exactly(value), one)])
      const found = Array.from({ length: 30 }, (_, i) => i - 10).filter(may)
      expect(found).toEqual(Array.from({ length: most - least + 1 }, (_, i) => least + i))
    }
  })

  it('are the one or the other, as it is said, and a difference is neither', () => {
    fc.assert(
      fc.property(free, fc.boolean(), fc.integer({ min: -9, max: 9 }), (values, isFirst, more) => {
        const { so, gates, of } = numbers()
        const unsettled = bounds.map(([least, most]) => of.free(least, most))
        const are = unsettled.flatMap((sum, i) => {
          const value = exactly(values[i] as number)
          return [of.isAtMost(sum, value), of.isAtMost(value, sum)]
        })
        const by = gates.free()
        const [one, two] = [added(unsettled[0] as Sum, exactly(more)), added(unsettled[1] as Sum, unsettled[2] as Sum)]
        const chosen = of.choose(by, one, two)
        const [first, second, third] = values as [number, number, number]
        const comesTo = isFirst ? first + more : second + third
        const assumed = [...are, isFirst ? by : opposite(by)]
        expect(
          so.solve([...assumed, of.isAtMost(chosen, exactly(comesTo)), of.isAtMost(exactly(comesTo), chosen)]),
        ).toBe(true)
        expect(so.solve([...assumed, of.isLess(chosen, exactly(comesTo))])).toBe(false)
        expect(so.solve([...assumed, of.isLess(exactly(comesTo), chosen)])).toBe(false)
        expect(() => of.choose(by, one, lacking(two, unsettled[0] as Sum))).toThrow()
      }),
      { numRuns: 60 },
    )
  })

  it('count how many of some are so, as far as is asked', () => {
    const { so, gates, of } = numbers()
    const some = Array.from({ length: 4 }, gates.free)
    const counts = of.counted(some, 3)
    expect(counts).toHaveLength(3)
    for (let all = 0; all < 16; all++) {
      const are = some.map((one, i) => ((all >> i) & 1 ? one : opposite(one)))
      const many = some.filter((_, i) => (all >> i) & 1).length
      for (const [i, atLeast] of counts.entries())
        expect([all, i, so.solve([...are, atLeast]), so.solve([...are, opposite(atLeast)])]).toEqual([
          all,
          i,
          many > i,
          many <= i,
        ])
    }
  })
})
