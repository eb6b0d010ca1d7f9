import type { Gates } from './gates.ts'
import type { Literal } from './literal.ts'
import type { Numbers, Sum } from './numbers.ts'

/** The day asked for stands in the middle of all days there could be: 137 years back, 42 years ahead. */
export const today = 50_000
const firstDay = 0
export const lastDay = 65_535

/** From the first to the last day it may be. */
export type Days = Readonly<{ known: Literal; lo: Sum; hi: Sum }>

/** Any day up to the latest, or none. */
export const openDays =
  ({ free, hold }: Gates, numbers: Numbers) =>
  (latest: number): Days => {
    const [lo, hi] = [numbers.free(firstDay, latest), numbers.free(firstDay, latest)]
    hold(numbers.isAtMost(lo, hi))
    return { known: free(), lo, hi }
  }
