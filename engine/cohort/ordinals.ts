import { type Code, op, v128, vector, type Written, writing } from './assembler.ts'

export const ordinalFunctionAt = 0

/**
 * Four days as numbers whose difference, cut down to a multiple of 512, counts whole years as birthdays do: the year, and the
 * day in it. Years begin in March here, which no difference shows, so that a day of the year is the same in all of them and
 * the day that only some have is the last. The function is the first of its module.
 */
export function ordinalFunction(): Written {
  const write = writing(1)
  const { get, set: put } = op
  const keep = (...code: readonly Code[]): number => {
    const local = write.local(v128)
    write.emit(...code, put(local))
    return local
  }
  const times = (value: Code, by: number): Code => [...value, ...vector.const(by), ...vector.mul]
  const plus = (value: Code, by: Code): Code => [...value, ...by, ...vector.add]
  const minus = (value: Code, by: Code): Code => [...value, ...by, ...vector.sub]
  const divided = (value: number, fraction: number): Code => [
    ...get(value),
    ...vector.toFractions,
    ...vector.fraction(fraction),
    ...vector.timesFraction,
    ...vector.toWhole,
  ]
  /** Of any number, by fractions of 24 bits: that may be one too many or too few, and what is left over says so. */
  const eras = (value: number): Code => {
    const quotient = keep(divided(value, 1 / daysOfEra))
    const rest = keep(minus(get(value), times(get(quotient), daysOfEra)))
    const [many, few] = [vector.const(daysOfEra), vector.const(0)]
    // A set mask is -1.
    return plus(minus(get(quotient), [...get(rest), ...many, ...vector.greaterOrEqual]), [
      ...get(rest),
      ...few,
      ...vector.less,
    ])
  }
  /** Of less than four eras of days: a fraction that is a little more than it should be never comes out too small. */
  const few = (value: number, by: number): number => keep(divided(value, (1 + 2 ** -22) / by))
  /** What is left over, in quarters of a day. */
  const rest = (value: number, quotient: number, by: number): Code => minus(get(value), times(get(quotient), by))

  // Twenty eras ahead, so that no day anybody writes is negative.
  const ahead = keep(plus(get(0), vector.const(719468 + 20 * daysOfEra)))
  const era = keep(eras(ahead))
  // Four centuries, and four years, have a day more than four times those that they begin with: in quarters it comes out even.
  const ofEra = keep(plus(times(minus(get(ahead), times(get(era), daysOfEra)), 4), vector.const(3)))
  const century = few(ofEra, daysOfEra)
  const ofCentury = keep(rest(ofEra, century, daysOfEra), vector.const(3), vector.or)
  const year = few(ofCentury, quartersOfYear)
  const day: Code = [...rest(ofCentury, year, quartersOfYear), ...op.const(2), ...vector.shiftRight]
  write.emit(times(plus(plus(times(get(era), 400), times(get(century), 100)), get(year)), 512), day, vector.add)
  return { signature: { takes: [v128], gives: [v128] }, body: write.bytes(), exported: null }
}

/** Of four hundred years, and in quarters of a day of a hundred of them. */
const daysOfEra = 146097
/** Of a year among four, one of which has a day more. */
const quartersOfYear = 1461
