import { type Code, op, v128, vector, type Writing } from './assembler.ts'

type Entry = Readonly<{ surely: Code; perhaps: Code; yes: Code; no: Code; there: Code; firstOfDay: Code }>

/**
 * Whether the entry so many back holds, where every order of the entries of one day has to come to the same: for each
 * number still to be passed a plane says who may be there. See `recent` in plan/kernel.ts.
 */
export function recentPlanes(
  writing: Writing,
  back: number,
  eachSlot: (inside: (entry: Entry) => void) => void,
): Readonly<{ yes: Code; no: Code }> {
  const { emit } = writing
  const get = op.get
  const fresh = (value: number): number => {
    const local = writing.local(v128)
    emit(vector.const(value), op.set(local))
    return local
  }
  const numbers = Array.from({ length: back + 1 }, (_, at) => at)
  const toPass = numbers.map((at) => fresh(at === back ? -1 : 0))
  const next = numbers.map(() => fresh(0))
  // At position n: at least n + 1 entries of this day surely count, or may.
  const [surely, perhaps] = [numbers.map(() => fresh(0)), numbers.map(() => fresh(0))]
  const ofDay = { yes: fresh(0), no: fresh(0), open: fresh(0) }
  const found = { yes: fresh(0), no: fresh(0), open: fresh(0) }
  const outcomes = ['yes', 'no', 'open'] as const

  /** The day is over for some people: whoever passes no further has met one of its entries. */
  const dayEnds = (whose: number): void => {
    for (const left of numbers) {
      const here: Code = [...get(toPass[left] as number), ...get(whose), ...vector.and]
      for (const outcome of outcomes)
        emit(
          ...[get(found[outcome]), here, get(perhaps[left] as number), vector.and, get(ofDay[outcome]), vector.and],
          ...[vector.or, op.set(found[outcome])],
        )
      for (let passed = 0; passed <= left; passed++) {
        const into = next[left - passed] as number
        emit(get(into), here, get(surely[passed] as number), vector.andNot)
        if (passed > 0) emit(get(perhaps[passed - 1] as number), vector.and)
        emit(vector.or, op.set(into))
      }
    }
    for (const left of numbers) {
      const [now, then] = [toPass[left] as number, next[left] as number]
      emit(get(now), get(whose), vector.andNot, get(then), vector.or, op.set(now), vector.const(0), op.set(then))
    }
    for (const local of [...surely, ...perhaps, ...outcomes.map((outcome) => ofDay[outcome])])
      emit(get(local), get(whose), vector.andNot, op.set(local))
  }

  const begins = writing.local(v128)
  eachSlot((entry) => {
    emit(entry.there, entry.firstOfDay, vector.and, op.set(begins))
    dayEnds(begins)
    for (const [counters, counts] of [
      [surely, entry.surely],
      [perhaps, entry.perhaps],
    ] as const) {
      for (let at = back; at >= 0; at--) {
        const counter = counters[at] as number
        emit(get(counter), counts, ...(at > 0 ? [get(counters[at - 1] as number), vector.and] : []))
        emit(vector.or, op.set(counter))
      }
    }
    for (const [outcome, code] of [
      ['yes', entry.yes],
      ['no', entry.no],
      ['open', [...vector.const(-1), ...entry.yes, ...vector.andNot, ...entry.no, ...vector.andNot]],
    ] as const)
      emit(get(ofDay[outcome]), entry.perhaps, code, vector.and, vector.or, op.set(ofDay[outcome]))
  })
  const everybody = fresh(-1)
  dayEnds(everybody)
  emit(get(found.no))
  for (const left of numbers) emit(get(toPass[left] as number), vector.or)
  emit(op.set(found.no))
  const only = (one: number, other: number): Code => [
    ...get(one),
    ...get(other),
    ...vector.andNot,
    ...get(found.open),
    ...vector.andNot,
  ]
  return { yes: only(found.yes, found.no), no: only(found.no, found.yes) }
}
