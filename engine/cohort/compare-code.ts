import { type Code, op, vector } from './assembler.ts'
import type { Spans } from './span-code.ts'

/**
 * Whether one number is greater than another, worked out for four people at a time, and what is done to the plane of all of
 * them. Greater or equal would be two instructions, so the opposite is asked, and turned round.
 */
export type Compared = Readonly<{ greater: Code; whole: Code }>

const greater = (one: number, other: number): Code => [...op.get(one), ...op.get(other), ...vector.greater]
const without = (planes: readonly (number | null)[]): Code => each(planes, vector.andNot)
const orAny = (planes: readonly (number | null)[]): Code => each(planes, vector.or)
const each = (planes: readonly (number | null)[], joins: Code): Code =>
  planes.flatMap((plane) => (plane === null ? [] : [...op.get(plane), ...joins]))

export function isLess(left: Spans, right: Spans, orEqual: boolean): Compared {
  const not = [left, right].flatMap(({ unknown, inapplicable }) => [unknown, inapplicable])
  return orEqual
    ? { greater: greater(left.hi, right.lo), whole: [...orAny(not), ...vector.not] }
    : { greater: greater(right.lo, left.hi), whole: without(not) }
}

/** A comparison with what is not applicable is no, whatever stands on the other side. */
export function isNotLess(left: Spans, right: Spans, orEqual: boolean): Compared {
  const open = [left.unknown, right.unknown]
  const none = [left.inapplicable, right.inapplicable]
  return orEqual
    ? { greater: greater(left.lo, right.hi), whole: [...without(open), ...orAny(none)] }
    : { greater: greater(right.hi, left.lo), whole: [...orAny(open), ...without(none), ...vector.not] }
}
