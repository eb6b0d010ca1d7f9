import { formatDay, parseDate } from '@facialis/language'

/** So many days after a date; a partial date counts from its last day, as intervals do. Null for what is no date. */
export function daysAfter(date: string, days: number): string | null {
  const span = parseDate(date)
  return span === null ? null : formatDay(span.hi + days)
}

/** Whether a date may lie within so many days before today; a partial date is given the benefit of caution. */
export function isWithin(date: string | null, days: number, today: string): boolean {
  const [span, now] = [date === null ? null : parseDate(date), parseDate(today)]
  return span !== null && now !== null && span.hi > now.lo - days && span.lo <= now.hi
}

/** Whether a day, month or year has wholly passed. */
export function isPast(date: string, today: string): boolean {
  const [span, now] = [parseDate(date), parseDate(today)]
  return span !== null && now !== null && span.hi < now.lo
}
