import { type Code, i32, op, v128, vector, type Written, writing } from './assembler.ts'

/**
 * Days as numbers whose difference, cut down to a multiple of 512, counts whole years as birthdays do: the year, the month
 * counted from March and the day in the month beside each other. Years begin in March here, which no difference shows.
 * The functions are 0 and 1 of their module.
 */
export function ordinalFunctions(): Readonly<{ written: readonly Written[]; ordinals: number }> {
  const one = writing(1)
  const [era, day, year, month] = [one.local(i32), one.local(i32), one.local(i32), one.local(i32)]
  const { get, set: put } = op
  const divided = (value: Code, by: number): Code => [...value, ...op.const(by), ...op.divide]
  const times = (value: Code, by: number): Code => [...value, ...op.const(by), ...op.mul]
  const plus = (...values: readonly Code[]): Code =>
    values.flatMap((value, at) => (at === 0 ? value : [...value, ...op.add]))
  const minus = (from: Code, ...values: readonly Code[]): Code => [
    ...from,
    ...values.flatMap((value) => [...value, ...op.sub]),
  ]
  // Twenty eras ahead, so that no day anybody writes is negative.
  one.emit(get(0), op.const(719468 + 20 * 146097), op.add, put(0))
  one.emit(divided(get(0), 146097), put(era), minus(get(0), times(get(era), 146097)), put(day))
  const leapless = plus(minus(get(day), divided(get(day), 1460), divided(get(day), 146096)), divided(get(day), 36524))
  one.emit(divided(leapless, 365), put(year))
  const before = minus(plus(times(get(year), 365), divided(get(year), 4)), divided(get(year), 100))
  one.emit(minus(get(day), before), put(day))
  one.emit(divided(plus(times(get(day), 5), op.const(2)), 153), put(month))
  one.emit(minus(get(day), divided(plus(times(get(month), 153), op.const(2)), 5)), put(day))
  one.emit(times(plus(get(year), times(get(era), 400)), 512), ...[times(get(month), 32), op.add, get(day), op.add])

  const four = writing(1)
  four.emit(vector.const(0))
  for (const lane of [0, 1, 2, 3]) four.emit(get(0), vector.lane(lane), op.call(0), vector.replace(lane))
  return {
    written: [
      { signature: { takes: [i32], gives: [i32] }, body: one.bytes(), exported: null },
      { signature: { takes: [v128], gives: [v128] }, body: four.bytes(), exported: null },
    ],
    ordinals: 1,
  }
}
