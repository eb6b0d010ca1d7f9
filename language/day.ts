/**
 * Calendar days as whole numbers (day 0 is 1970-01-01) in the site's calendar. No clock, no time zone:
 * the border turns instants into days once, so that inside a comparison can never be off by a night.
 */
export type Day = number

/** A date as an interval of days: `2026-03` is every day of March. An exact date has `lo === hi`. */
export type Span = Readonly<{ lo: Day; hi: Day }>

/** The first day there is: where a span begins of which nobody knows since when. */
export const sinceEver: Day = dayOf(1, 1, 1)

export const exactly = (day: Day): Span => ({ lo: day, hi: day })
export const isExact = (span: Span): boolean => span.lo === span.hi
/** Whether every day that one date may be is a day that the other may be: a month of a year, or the same date. */
export const isWithin = (inner: Span, outer: Span): boolean => outer.lo <= inner.lo && inner.hi <= outer.hi

/** Days since 1970-01-01 of a proleptic Gregorian date. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export type Civil = Readonly<{ year: number; month: number; day: number }>

/** The calendar date of a day number; the inverse of `dayOf`. */
export function civil(day: Day): Civil {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const lastDayOfMonth = (year: number, month: number): Day =>
  month === 12 ? dayOf(year + 1, 1, 1) - 1 : dayOf(year, month + 1, 1) - 1

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a span of days; null when it is no calendar date. */
export function parseDate(text: string): Span | null {
  // Every statement of every person carries a date: read digit by digit, without a pattern.
  const { length } = text
  if (length !== 4 && length !== 7 && length !== 10) return null
  const year = digitsIn(text, 0, 4)
  if (year < 0) return null
  if (length === 4) return { lo: dayOf(year, 1, 1), hi: dayOf(year, 12, 31) }
  const month = text.charCodeAt(4) === dash ? digitsIn(text, 5, 7) : -1
  if (month < 1 || month > 12) return null
  if (length === 7) return { lo: dayOf(year, month, 1), hi: lastDayOfMonth(year, month) }
  const day = text.charCodeAt(7) === dash ? digitsIn(text, 8, 10) : -1
  return isDayOfMonth(year, month, day) ? exactly(dayOf(year, month, day)) : null
}

/** Whether the calendar has this day. */
export const isDayOfMonth = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && (day <= 28 || dayOf(year, month, day) <= lastDayOfMonth(year, month))

const dash = 45

/** The number that stands in these places of a text; -1 where one of them is no digit. */
export function digitsIn(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: d } = civil(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(d, 2)}`
}

/** A span as it was written: a day, a month, a year, or `from/to` for anything else. */
export function formatSpan(span: Span): string {
  if (isExact(span)) return formatDay(span.lo)
  const { year, month, day } = civil(span.lo)
  if (day === 1 && span.hi === lastDayOfMonth(year, month)) return `${pad(year, 4)}-${pad(month, 2)}`
  if (day === 1 && month === 1 && span.hi === dayOf(year, 12, 31)) return pad(year, 4)
  return `${formatDay(span.lo)}/${formatDay(span.hi)}`
}

/** Whole years from one day to a later one, as birthdays count; negative when `to` is before `from`. */
export function wholeYears(from: Day, to: Day): number {
  const a = civil(from)
  const b = civil(to)
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}
