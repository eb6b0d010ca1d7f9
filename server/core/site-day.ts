import { parseDate } from '@facialis/language'

const calendars = new Map<string, Intl.DateTimeFormat>()
/** The day of the minute that was asked about last: a calendar takes as long as a small act, and is asked often. */
let last = { zone: '', minute: Number.NaN, day: '' }

/** The calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: string): string {
  // No day begins within a minute.
  const minute = Math.floor(Date.parse(instant) / 60_000)
  if (last.minute !== minute || last.zone !== zone) last = { zone, minute, day: calendarDay(zone, instant) }
  return last.day
}

/** The same of what was written down with its time, or as a day alone. */
export const dayWritten = (zone: string, when: string): string =>
  when.length <= 'YYYY-MM-DD'.length ? when : dayIn(zone, when)

function calendarDay(zone: string, instant: string): string {
  let calendar = calendars.get(zone)
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    calendars.set(zone, calendar)
  }
  const parts = new Map(calendar.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

/** The number of a calendar day the server itself made. */
export function dayNumber(day: string): number {
  const span = parseDate(day)
  if (span === null) throw new Error(`${day} is no day`)
  return span.lo
}
