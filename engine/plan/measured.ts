import type { Span } from '@facialis/language'
import { end, inapplicable, isUnknown } from './kernel.ts'

/** A span of whole numbers, or why there is none. */
export type Measured = Span | 'unknown' | 'not-applicable'

/** What a function of a number or date has just said; its upper end is still in `end.hi`. */
export const measured = (lo: number): Measured =>
  isUnknown(lo) ? 'unknown' : lo === inapplicable ? 'not-applicable' : { lo, hi: end.hi }
