/** Spans of whole numbers, and what is worked out of them: the arithmetic of Terms in docs/semantics.md. */
import { civil, type Day, type Span, type Truth } from '@facialis/language'
import type { OnTheDay } from './on-the-day.ts'

/** A span of whole numbers (days among them), or why there is none. */
export type TermValue = Span | 'unknown' | 'not-applicable'
export const isSpan = (value: TermValue): value is Span => typeof value !== 'string'
export const point = (value: number): Span => ({ lo: value, hi: value })

/** Not applicable wins over unknown; spans are joined. */
export function combine(values: readonly TermValue[], join: (spans: readonly Span[]) => Span): TermValue {
  if (values.includes('not-applicable')) return 'not-applicable'
  if (values.includes('unknown')) return 'unknown'
  return join(values.filter(isSpan))
}

export const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
export const endByEnd = (spans: readonly Span[], of: (ends: readonly number[]) => number): Span => ({
  lo: of(spans.map((s) => s.lo)),
  hi: of(spans.map((s) => s.hi)),
})

/** Birthdays passed: how often the calendar came round to the same month and day. */
export const birthdays = (from: Day, to: Day): number => {
  const asNumber = (day: Day): number => {
    const c = civil(day)
    return c.year * 10000 + c.month * 100 + c.day
  }
  return Math.floor((asNumber(to) - asNumber(from)) / 10000)
}

export const daysBetween = (from: Span, to: Span): Span => ({ lo: to.lo - from.hi, hi: to.hi - from.lo })

export function compared(left: TermValue, op: '<' | '<=' | '>' | '>=', right: TermValue): Truth {
  if (left === 'not-applicable' || right === 'not-applicable') return 'no'
  if (left === 'unknown' || right === 'unknown') return 'unknown'
  if (op === '>') return compared(right, '<', left)
  if (op === '>=') return compared(right, '<=', left)
  const holds = (a: number, b: number): boolean => (op === '<' ? a < b : a <= b)
  if (holds(left.hi, right.lo)) return 'yes'
  return holds(left.lo, right.hi) ? 'unknown' : 'no'
}

/** Entries latest first, in groups of the same latest possible day (or of none). */
export function dayByDay(records: readonly OnTheDay[]): OnTheDay[][] {
  const groups: OnTheDay[][] = []
  for (const record of records) {
    const group = groups.at(-1)
    if (group !== undefined && group[0]!.date?.hi === record.date?.hi) group.push(record)
    else groups.push([record])
  }
  return groups
}

export const together = (records: readonly OnTheDay[]): Span | null => {
  const dates = records.map((record) => record.date).filter((date) => date !== null)
  return dates.length === 0 ? null : { lo: Math.min(...dates.map((d) => d.lo)), hi: dates[0]!.hi }
}
