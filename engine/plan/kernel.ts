/**
 * Run-time primitives shared by the compiled forms of a plan. A truth is 0 no, 1 unknown, 2 yes. A span returns its lower end
 * and leaves its upper end in `end.hi`; `unknown` and `inapplicable` are sentinel values of the lower end.
 */
import { wholeYears } from '@facialis/language'
import { blank } from './layout.ts'

export { wholeYears }

export const unknown = Number.NaN
export const inapplicable = Number.NEGATIVE_INFINITY
export const end = { hi: 0 }

/** A function of one entry, given by its row, latest first. */
export type EntryFunction = (entry: number) => number

export const isUnknown = (lo: number): boolean => Number.isNaN(lo)

export const span = (lo: number, hi: number): number => {
  end.hi = hi
  return lo
}

/** Two cells as a span. */
export const dated = (cells: Int32Array, at: number): number => {
  const lo = cells[at] as number
  return lo === blank ? unknown : span(lo, cells[at + 1] as number)
}

export function lessThan(left: EntryFunction, right: EntryFunction, entry: number, orEqual: boolean): number {
  const leftLo = left(entry)
  const leftHi = end.hi
  const rightLo = right(entry)
  if (leftLo === inapplicable || rightLo === inapplicable) return 0
  if (isUnknown(leftLo) || isUnknown(rightLo)) return 1
  if (orEqual) return leftHi <= rightLo ? 2 : leftLo > end.hi ? 0 : 1
  return leftHi < rightLo ? 2 : leftLo >= end.hi ? 0 : 1
}

/** Days or whole years from one date to another. */
export function between(from: EntryFunction, to: EntryFunction, entry: number, years: boolean): number {
  const fromLo = from(entry)
  const fromHi = end.hi
  const toLo = to(entry)
  if (fromLo === inapplicable || toLo === inapplicable) return inapplicable
  if (isUnknown(fromLo) || isUnknown(toLo)) return unknown
  return years ? span(wholeYears(fromHi, toLo), wholeYears(fromLo, end.hi)) : span(toLo - fromHi, end.hi - fromLo)
}

export function some(count: number, where: EntryFunction): number {
  let truth = 0
  for (let i = 0; i < count; i++) {
    const holds = where(i)
    if (holds === 2) return 2
    if (holds === 1) truth = 1
  }
  return truth
}

/** The latest date of those that count (`latest`), or the first. */
export function edgeDate(count: number, where: EntryFunction, date: EntryFunction, latest: boolean): number {
  let surely = 0
  let any = false
  let undated = false
  let [sure, all] = latest ? [-Infinity, -Infinity] : [Infinity, Infinity]
  for (let i = 0; i < count; i++) {
    const counts = where(i)
    if (counts === 0) continue
    any = true
    const lo = date(i)
    if (isUnknown(lo)) {
      undated = true
      continue
    }
    if (latest) {
      all = Math.max(all, end.hi)
      if (counts === 2) sure = Math.max(sure, lo)
    } else {
      all = Math.min(all, lo)
      if (counts === 2) sure = Math.min(sure, end.hi)
    }
    if (counts === 2) surely++
  }
  if (!any) return inapplicable
  if (surely === 0 || undated) return unknown
  return latest ? span(sure, all) : span(all, sure)
}

export function countOf(count: number, where: EntryFunction): number {
  let surely = 0
  let perhaps = 0
  for (let i = 0; i < count; i++) {
    const counts = where(i)
    if (counts === 2) surely++
    else if (counts === 1) perhaps++
  }
  return span(surely, surely + perhaps)
}

export function sumOf(count: number, where: EntryFunction, amount: EntryFunction): number {
  let lo = 0
  let hi = 0
  for (let i = 0; i < count; i++) {
    const counts = where(i)
    if (counts === 0) continue
    const one = amount(i)
    if (isUnknown(one)) return unknown
    lo += counts === 2 ? one : Math.min(0, one)
    hi += counts === 2 ? one : Math.max(0, one)
  }
  return span(lo, hi)
}

/** Entries from `from` on that share its latest possible day; the position after the last of them. */
function dayEnds(cells: Int32Array, width: number, count: number, from: number): number {
  const day = cells[from * width + 1]
  let to = from + 1
  while (to < count && cells[to * width + 1] === day) to++
  return to
}

export type EntryRows = Readonly<{ cells: Int32Array; width: number; count: number }>

/** Every order of the entries of one day, and every reading of those that may count, has to come to the same. */
export function recent(rows: EntryRows, where: EntryFunction, holds: EntryFunction, back: number, from = 0): number {
  if (from >= rows.count) return 0
  const to = dayEnds(rows.cells, rows.width, rows.count, from)
  let surely = 0
  let atMost = 0
  for (let i = from; i < to; i++) {
    const counts = where(i)
    if (counts === 2) surely++
    if (counts !== 0) atMost++
  }
  let outcomes = 0
  if (back < atMost) for (let i = from; i < to; i++) if (where(i) !== 0) outcomes |= 1 << holds(i)
  for (let passed = surely; passed <= Math.min(atMost, back); passed++)
    outcomes |= 1 << recent(rows, where, holds, back - passed, to)
  return outcomes === 4 ? 2 : outcomes === 1 ? 0 : 1
}

/** See `run-length` in docs/semantics.md. */
export function runLength(rows: EntryRows, during: EntryFunction, endedBy: EntryFunction): number {
  const { cells, width, count } = rows
  const days: number[] = []
  for (let from = 0; from < count; from = dayEnds(cells, width, count, from)) days.push(from)
  let begun = false
  let begunLo = unknown
  let begunHi = unknown
  let lo = inapplicable
  let hi = 0
  for (let day = days.length - 1; day >= 0; day--) {
    const from = days[day] as number
    const to = days[day + 1] ?? count
    let during_ = unknown
    let ending = unknown
    let anyDuring = false
    let anyEnding = false
    for (let i = from; i < to; i++) {
      const at = cells[i * width] as number
      const date = at === blank ? unknown : at
      if (during(i) === 2) {
        anyDuring = true
        during_ = earlier(during_, date)
      } else if (endedBy(i) === 2) {
        anyEnding = true
        ending = earlier(ending, date)
      }
    }
    const dayHi = cells[from * width + 1] as number
    if (begun && anyEnding) {
      lo = isUnknown(begunLo) || isUnknown(ending) ? unknown : ending - begunHi
      hi = dayHi - begunLo
      begun = false
    }
    if (anyDuring && !begun) {
      begun = true
      begunLo = during_
      begunHi = dayHi
    }
  }
  return span(lo, hi)
}

const earlier = (a: number, b: number): number => (isUnknown(a) || b < a ? b : a)

/** An amount in a cell, as a number for sure. */
export const amount = (value: number): number => (value === blank ? unknown : value)

/** From the least to the greatest that the ends of two spans can make between them. */
export function product(lo: number, hi: number, otherLo: number, otherHi: number): number {
  if (lo === inapplicable || otherLo === inapplicable) return inapplicable
  if (isUnknown(lo) || isUnknown(otherLo)) return unknown
  const ends = [lo * otherLo, lo * otherHi, hi * otherLo, hi * otherHi].map((one) => one + 0)
  return span(Math.min(...ends), Math.max(...ends))
}
