import { formatDay, parseDate } from '@facialis/language'

/** So many days after a date; a partial date counts from its last day, as intervals do. Null for what is no date. */
export function daysAfter(date: string, days: number): string | null {
  const span = parseDate(date)
  return span === null ? null : formatDay(span.hi + days)
}
