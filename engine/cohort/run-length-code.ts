import type { AggregateOp } from '../circuit/aggregate-op.ts'
import { type Code, op, vector } from './assembler.ts'
import { firstOfDay, there } from './columns.ts'
import { both, choose, type EntriesContext, without } from './entries-context.ts'
import { maxInt32 } from './int32.ts'
import type { LaneLoop } from './lane-loop.ts'

const { get } = op

/**
 * How long something was going on, of four people: locals with the least and the greatest number of days, and masks of those of
 * whom it is not known and who have none. See `runLength` in plan/kernel.ts: the same days from the oldest on, ended at the first
 * entry of each.
 */
export function runLengthCode(
  node: Extract<AggregateOp, { op: 'run-length' }>,
  loop: LaneLoop,
  context: EntriesContext,
) {
  const { entryKind } = node
  const keep = (...code: readonly Code[]): number => {
    const local = loop.local()
    loop.emit(...code, op.set(local))
    return local
  }
  const start = (value: number): number => keep(vector.const(value))
  const add = (into: number, code: Code): void => loop.emit(get(into), code, vector.or, op.set(into))
  const clearAt = (mask: number, value: number, local: number): void =>
    loop.emit(choose(mask, vector.const(value), get(local)), op.set(local))
  const [lo, hi, unknown, inapplicable] = [start(0), start(0), start(0), start(-1)]
  const [begun, begunLo, begunHi] = [start(0), start(0), start(0)]
  const [anyDuring, anyEnding] = [start(0), start(0)]
  const [during, ending] = [start(maxInt32), start(maxInt32)]

  context.eachSlotOfFour(loop, entryKind, (reading) => {
    const is = reading.masks(loop, reading.column(entryKind, there))
    const first = reading.masks(loop, reading.column(entryKind, firstOfDay))
    const isDuring = keep(both(is, reading.masks(loop, reading.bits(context.truth(node.during, 'yes')))))
    const ends = keep(both(is, reading.masks(loop, reading.bits(context.truth(node.endedBy, 'yes')))))
    const isEnding = keep(without(ends, isDuring))
    const { lo: from, hi: dayHi } = reading.numbers(loop, entryKind, 0)
    // An undated entry says on which day least of all: any date is earlier.
    const isDated = reading.masks(loop, reading.known(entryKind, 0))
    const date = keep(choose(isDated, get(from), vector.const(maxInt32)))
    for (const [counts, any, earliest] of [
      [isDuring, anyDuring, during],
      [isEnding, anyEnding, ending],
    ] as const) {
      add(any, get(counts))
      loop.emit(get(earliest), choose(counts, get(date), vector.const(maxInt32)), vector.min, op.set(earliest))
    }
    const over = keep(both(first, begun), get(anyEnding), vector.and)
    const isUndated = (day: number): Code => [...get(day), ...vector.const(maxInt32), ...vector.equal]
    const open = keep(isUndated(begunLo), isUndated(ending), vector.or)
    loop.emit(choose(over, get(open), get(unknown)), op.set(unknown))
    loop.emit(choose(over, [...get(ending), ...get(begunHi), ...vector.sub], get(lo)), op.set(lo))
    loop.emit(choose(over, [...get(dayHi), ...get(begunLo), ...vector.sub], get(hi)), op.set(hi))
    for (const local of [inapplicable, begun]) clearAt(over, 0, local)

    const begins = keep(both(first, anyDuring), get(begun), vector.andNot)
    add(begun, get(begins))
    loop.emit(choose(begins, get(during), get(begunLo)), op.set(begunLo))
    loop.emit(choose(begins, get(dayHi), get(begunHi)), op.set(begunHi))
    for (const local of [anyDuring, anyEnding]) clearAt(first, 0, local)
    for (const local of [during, ending]) clearAt(first, maxInt32, local)
  })
  return { lo, hi, unknown, inapplicable }
}
