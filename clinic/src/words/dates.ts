import { dateWords, formatDay, parseDate } from '@facialis/language'

export { dateWords }

const clocks = new Map<string, Intl.DateTimeFormat>()
const shown = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = clockIn(zone)
  clocks.set(zone, clock)
  return clock
}

function clockIn(zone: string): Intl.DateTimeFormat {
  const language = 'en-u-ca-gregory-nu-latn'
  try {
    return new Intl.DateTimeFormat(language, { ...shown, timeZone: zone })
  } catch {
    // Zones get new names, which an old browser does not know: the clock beside the reader is nearly always that of the clinic.
    return new Intl.DateTimeFormat(language, shown)
  }
}

function told(instant: string, zone: string): Readonly<{ day: string; time: string }> {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  )
  const joined = (names: readonly Intl.DateTimeFormatPartTypes[], sign: string) =>
    names.map((name) => parts.get(name)).join(sign)
  return { day: joined(['year', 'month', 'day'], '-'), time: joined(['hour', 'minute'], ':') }
}

/**
 * The calendar day of an instant, by the clock of the clinic: what happens on one of its days is told to be of that day
 * by whoever looks, wherever they are and whatever their machine is set to.
 */
export const dayOfInstant = (instant: string, zone: string): string => told(instant, zone).day

/** An instant on the clock of the clinic, with its day: for a page that may be left open over night. */
export const momentWords = (instant: string, zone: string): string => timeWords(instant, { today: null, zone })

type Reading = Readonly<{ today: string | null; zone: string }>

/** The time of day of an instant, on the clock of the clinic: `11:12`; before today with its day. */
export function timeWords(instant: string, { today, zone }: Reading): string {
  const { day, time } = told(instant, zone)
  return day === today ? time : `${dateWords(day)}, ${time}`
}

/** Whole days from one calendar date to another, or null when either is not an exact day. */
export function daysBetween(from: string, to: string): number | null {
  const a = parseDate(from.slice(0, 10))
  const b = parseDate(to.slice(0, 10))
  return a === null || b === null || a.lo !== a.hi || b.lo !== b.hi ? null : b.lo - a.lo
}

/** A date moved by whole days; a month or a year counts from its first day, the careful reading. Null for no date. */
export function laterBy(date: string, days: number): string | null {
  const span = parseDate(date)
  return span === null ? null : formatDay(span.lo + days)
}

/** How far a date lies from today: `today`, `tomorrow`, `in 12 days`, `3 weeks ago`, `in 5 months`. */
export function distanceWords(date: string, today: string): string {
  const days = daysBetween(today, date)
  if (days === null) return ''
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  const size = Math.abs(days)
  const [count, unit] =
    size < 21
      ? [size, 'day']
      : size < 120
        ? [Math.round(size / 7), 'week']
        : size < 730
          ? [Math.round(size / 30.44), 'month']
          : [Math.round(size / 365.25), 'year']
  const amount = `${count} ${unit}${count === 1 ? '' : 's'}`
  return days > 0 ? `in ${amount}` : `${amount} ago`
}

/** How long ago an instant was, by the same clock: `just now`, `12 min ago`, `3 h ago`, then its day. */
export function agoWords(instant: string, { now, zone }: Readonly<{ now: string; zone: string }>): string {
  // A day that is told without its time is one everywhere.
  const dayHere = (when: string): string => (when.includes('T') ? dayOfInstant(when, zone) : when)
  const minutes = instant.includes('T') ? Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000) : null
  if (minutes === null || minutes >= 24 * 60) return distanceWords(dayHere(instant), dayHere(now))
  if (minutes < 1) return 'just now'
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`
}

/** Age in whole years, as birthdays count; a range when only a year or month is known, null when nothing is. */
export function ageWords(birthDate: string | null, today: string): string | null {
  const born = birthDate === null ? null : parseDate(birthDate)
  const now = parseDate(today)
  if (born === null || now === null) return null
  // Of whoever was born this month or this year the last day may be still to come; they are here all the same.
  const youngest = Math.max(0, yearsBetween(formatDay(born.hi), today))
  const oldest = yearsBetween(formatDay(born.lo), today)
  return youngest === oldest ? `${oldest}` : `${youngest}–${oldest}`
}

const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
