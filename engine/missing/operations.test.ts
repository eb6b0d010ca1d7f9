import { describe, expect, it } from 'vitest'
import { type BinaryOperation, both, other } from './diagram-table.ts'
import { and, established, first, need, not, or, worse } from './operations.ts'

const values = [0, 1, 2] as const
/** What one side alone says: a value whatever the other is, the other itself, or nothing without both. */
const fromOneSide = (so: (otherSide: number) => number): number => {
  const all = values.map(so)
  if (new Set(all).size === 1) return all[0] as number
  return all.every((one, i) => one === values[i]) ? other : both
}

describe.each([
  ['and', and],
  ['or', or],
  ['the worse of two', worse],
  ['a need', need],
  ['the first of two', first],
] as const)('what is said of one side of "%s" alone', (name, how: BinaryOperation) => {
  it('is all that follows from it, and nothing else', () => {
    // Positions in a join are as many as there are answers: that the other counts where this one is the last is not known.
    const upTo = name === 'the first of two' ? [0] : values
    for (const one of upTo) {
      expect(how.a[one] ?? both).toBe(fromOneSide((b) => how.of(one, b)))
      expect(how.b[one] ?? both).toBe(fromOneSide((a) => how.of(a, one)))
    }
  })

  it('makes two of the same the same again, or is not said to', () => {
    expect(how.idempotent).toBe(values.every((one) => how.of(one, one) === one))
  })
})

it('not and established turn each truth into what it should be, and no two joins are taken for one', () => {
  expect(values.map(not.of)).toEqual([2, 1, 0])
  expect(values.map(established.of)).toEqual([0, 0, 2])
  const ids = [and, or, need, first, not, established].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
