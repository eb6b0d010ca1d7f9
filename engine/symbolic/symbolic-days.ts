import type { BitVectors, Sum } from './bit-vectors.ts'
import type { Literal } from './literal.ts'
import type { Logic } from './tseitin-encoder.ts'

/** The day asked for stands in the middle of all days there could be: 137 years back, 42 years ahead. */
export const today = 50_000
const firstDay = 0
export const lastDay = 65_535

/** From the first to the last day it may be. */
export type Days = Readonly<{ known: Literal; lo: Sum; hi: Sum }>

/** Any day up to the latest, or none. */
export const symbolicDays =
  ({ free, assert }: Logic, numbers: BitVectors) =>
  (latest: number): Days => {
    const [lo, hi] = [numbers.free(firstDay, latest), numbers.free(firstDay, latest)]
    assert(numbers.isAtMost(lo, hi))
    return { known: free(), lo, hi }
  }
