import { type Code, op, v128, vector, type Written, writing } from './assembler.ts'

export const ordinalFunctionAt = 0

/**
 * Four days as numbers whose difference, cut down to a multiple of 512, counts whole years as birthdays do: the year, the
 * month counted from March and the day in the month beside each other. Years begin in March here, which no difference shows.
 * The function is the first of its module.
 */
export function ordinalFunction(): Written {
  const write = writing(1)
  const { get, set: put } = op
  const [era, day, year, month] = [write.local(v128), write.local(v128), write.local(v128), write.local(v128)]
  const [quotient, rest] = [write.local(v128), write.local(v128)]
  const times = (value: Code, by: number): Code => [...value, ...vector.const(by), ...vector.mul]
  const plus = (value: Code, by: Code): Code => [...value, ...by, ...vector.add]
  const minus = (value: Code, by: Code): Code => [...value, ...by, ...vector.sub]
  /** By fractions of 24 bits, which may be one too many or too few: what is left over says so. */
  const divided = (value: number, by: number): Code => {
    write.emit(
      get(value),
      vector.toFractions,
      vector.fraction(1 / by),
      vector.timesFraction,
      vector.toWhole,
      put(quotient),
    )
    write.emit(minus(get(value), times(get(quotient), by)), put(rest))
    // A set mask is -1.
    return plus(minus(get(quotient), [...get(rest), ...vector.const(by), ...vector.greaterOrEqual]), [
      ...get(rest),
      ...vector.const(0),
      ...vector.less,
    ])
  }
  const keep = (code: Code): number => {
    const local = write.local(v128)
    write.emit(code, put(local))
    return local
  }
  // Twenty eras ahead, so that no day anybody writes is negative.
  const ahead = keep(plus(get(0), vector.const(719468 + 20 * 146097)))
  write.emit(divided(ahead, 146097), put(era))
  write.emit(minus(get(ahead), times(get(era), 146097)), put(day))
  const [fours, hundreds, ends] = [keep(divided(day, 1460)), keep(divided(day, 36524)), keep(divided(day, 146096))]
  const leapless = keep(plus(minus(minus(get(day), get(fours)), get(ends)), get(hundreds)))
  write.emit(divided(leapless, 365), put(year))
  const quarters: Code = [...get(year), ...op.const(2), ...vector.shiftRight]
  const century = keep(divided(year, 100))
  write.emit(minus(get(day), minus(plus(times(get(year), 365), quarters), get(century))), put(day))
  const fives = keep(plus(times(get(day), 5), vector.const(2)))
  write.emit(divided(fives, 153), put(month))
  const before = keep(plus(times(get(month), 153), vector.const(2)))
  write.emit(minus(get(day), divided(before, 5)), put(day))
  write.emit(times(plus(get(year), times(get(era), 400)), 512), times(get(month), 32), vector.add, get(day), vector.add)
  return { signature: { takes: [v128], gives: [v128] }, body: write.bytes(), exported: null }
}
