import type { BooleanAlgebra } from '../circuit/emit-wire.ts'
import { type Code, vector } from './assembler.ts'

/** Planes on the stack. */
export const planes: BooleanAlgebra<Code> = {
  constant: (set) => vector.const(set ? -1 : 0),
  and: (one, other) => [...one, ...other, ...vector.and],
  andNot: (one, other) => [...one, ...other, ...vector.andNot],
  or: (one, other) => [...one, ...other, ...vector.or],
  not: (one) => [...one, ...vector.not],
  select: (by, whenSet, whenClear) => [...whenSet, ...whenClear, ...by, ...vector.choose],
}
