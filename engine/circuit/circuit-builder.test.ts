import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  circuitBuilder,
  clear,
  complement,
  inputsOf,
  isComplemented,
  type Ref,
  set,
  type Wire,
  wireOf,
} from './circuit-builder.ts'

/** Whether the bit is set, where the columns have these. */
function bitOf(wires: readonly Wire[], columns: readonly boolean[], ref: Ref): boolean {
  const wire = wires[wireOf(ref)] as Wire
  const bit = (one: Ref): boolean => bitOf(wires, columns, one)
  const so = (): boolean => {
    switch (wire.op) {
      case 'all-set':
        return true
      case 'column':
        return columns[wire.plane] as boolean
      case 'and':
        return wire.of.every(bit)
      case 'or':
        return wire.of.some(bit)
      case 'choose':
        return bit(wire.by) ? bit(wire.set) : bit(wire.clear)
      case 'some':
      case 'outcome':
        throw new Error('None was made.')
    }
  }
  return so() !== isComplemented(ref)
}

const picks = fc.array(
  fc.record({
    by: fc.constantFrom('and', 'or', 'choose'),
    of: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
    turn: fc.nat(7),
  }),
  { maxLength: 8 },
)

describe('a wire', () => {
  it('has the bit that what it is made of says, for each bit of the columns', () => {
    fc.assert(
      fc.property(picks, (steps) => {
        const { and, or, choose, column, wires } = circuitBuilder()
        const refs: Ref[] = [set, clear, column(null, 0), column(null, 1), column(null, 2)]
        const made = steps.map(({ by, of, turn }) => {
          const [a, b, c] = of.map((at, i) => (refs[at % refs.length] as Ref) ^ ((turn >> i) & 1)) as [Ref, Ref, Ref]
          const ref = by === 'and' ? and(a, b, c) : by === 'or' ? or(a, b, c) : choose(a, b, c)
          refs.push(ref)
          return { by, a, b, c, ref }
        })
        for (let all = 0; all < 8; all++) {
          const bit = (ref: Ref): boolean =>
            bitOf(
              wires,
              [0, 1, 2].map((i) => ((all >> i) & 1) === 1),
              ref,
            )
          for (const { by, a, b, c, ref } of made) {
            const [x, y, z] = [bit(a), bit(b), bit(c)]
            expect(bit(ref)).toBe(by === 'and' ? x && y && z : by === 'or' ? x || y || z : x ? y : z)
          }
        }
        for (const [at, wire] of wires.entries()) for (const one of inputsOf(wire)) expect(wireOf(one)).toBeLessThan(at)
      }),
    )
  })

  it('is made once, however it is joined, and not at all where it is certain', () => {
    const { and, or, choose, some, column, outcome, wires } = circuitBuilder()
    const [a, b, c] = [column(null, 0), column(null, 1), column(2, 1)]
    expect([and(a, b, b), or(a, b), and(c, b, a)]).toEqual([and(b, a), or(b, a, clear), and(a, b, c, set)])
    const many = wires.length
    expect([
      and(a, complement(a), b),
      or(complement(b), b),
      and(),
      or(),
      and(a, clear),
      or(set, a),
      and(a),
      or(b, b),
    ]).toEqual([clear, set, set, clear, clear, set, a, b])
    expect([choose(a, b, b), choose(a, set, clear), choose(a, clear, set)]).toEqual([b, a, complement(a)])
    expect([some(2, clear), column(2, 1), column(null, 1)]).toEqual([clear, c, b])
    expect(wires).toHaveLength(many)
    expect(outcome(4, 'yes', null)).not.toBe(outcome(4, 'no', null))
  })

  it('is of the entries of a kind where anything it is made of is, and of the person where some entry is asked for', () => {
    const { and, choose, some, column, wires } = circuitBuilder()
    const [person, other, entry] = [column(null, 0), column(null, 1), column(2, 0)]
    const within = (ref: Ref) => wires[wireOf(ref)]?.within
    expect([within(person), within(entry)]).toEqual([null, 2])
    expect(within(and(person, entry))).toBe(2)
    const chosen = [choose(entry, person, other), choose(person, entry, other), choose(person, other, entry)]
    expect(chosen.map(within)).toEqual([2, 2, 2])
    expect([within(some(2, entry)), within(and(person, other))]).toEqual([null, null])
  })
})
