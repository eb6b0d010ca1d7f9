import type { Algebra } from '../circuit/made.ts'
import { type Code, vector } from './assembler.ts'

/** Planes on the stack. */
export const planes: Algebra<Code> = {
  same: (set) => vector.const(set ? -1 : 0),
  and: (one, other) => [...one, ...other, ...vector.and],
  without: (one, other) => [...one, ...other, ...vector.andNot],
  or: (one, other) => [...one, ...other, ...vector.or],
  not: (one) => [...one, ...vector.not],
  choose: (by, whenSet, whenClear) => [...whenSet, ...whenClear, ...by, ...vector.choose],
}
