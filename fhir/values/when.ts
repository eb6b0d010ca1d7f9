import { type Day, dayOf, digitsIn, exactly, isDayOfMonth, parseDate, type Span, sinceEver } from '@facialis/language'
import { isObject, type JsonObject, shown } from '../json/json.ts'
import { type Locator, pathOf, within } from '../json/locator.ts'
import type { Report } from '../json/outcome.ts'

const calendars = new Map<string, Intl.DateTimeFormat>()

const calendarOf = (zone: string): Intl.DateTimeFormat => {
  const known = calendars.get(zone)
  if (known) return known
  const calendar = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    era: 'short',
  })
  calendars.set(zone, calendar)
  return calendar
}

/** The calendar day of an instant where the site is. Here, and nowhere further in, instants become days. */
export function dayIn(zone: string, instant: number): Day {
  if (zone === 'UTC') return Math.floor(instant / 86_400_000)
  if (instant < sinceQuarters) return dayByCalendar(zone, instant)
  let days = known.get(zone)
  if (!days) {
    days = new Map()
    known.set(zone, days)
  }
  const quarter = Math.floor(instant / 900_000)
  let day = days.get(quarter)
  if (day === undefined) {
    day = dayByCalendar(zone, instant)
    if (days.size >= most) days.clear()
    days.set(quarter, day)
  }
  return day
}

/** Since 1973 every zone is whole quarters of an hour away from universal time, so no day begins within one. */
const sinceQuarters = 94_694_400_000
const known = new Map<string, Map<number, Day>>()
const most = 10_000

function dayByCalendar(zone: string, instant: number): Day {
  const parts = new Map(
    calendarOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  )
  return dayOf(parts.get('year') ?? 1970, parts.get('month') ?? 1, parts.get('day') ?? 1)
}

/**
 * Milliseconds since 1970 of a date, or of a date and time; NaN when it is none. What names no offset is taken for that of
 * Greenwich: which of two came first hangs on no machine.
 */
export function instantOf(text: string): number {
  const plain = plainInstant(text)
  if (!Number.isNaN(plain)) return plain
  const match = instant.exec(text)
  return match ? slowInstant(text, match[2]) : (parseDate(text)?.lo ?? Number.NaN) * 86_400_000
}

/** A leap second is the one before it, on the same day. */
const slowInstant = (text: string, offset: string | undefined): number =>
  Date.parse((offset === undefined ? `${text}Z` : text).replace(/:60(?=[.Z+-])/, ':59'))

/** The same for `2026-11-23T10:30:00Z`, with or without milliseconds or an offset; NaN for what is written otherwise. */
function plainInstant(text: string): number {
  if (text.charCodeAt(10) !== letterT || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return Number.NaN
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return Number.NaN
  const year = digitsIn(text, 0, 4)
  const month = digitsIn(text, 5, 7)
  const day = digitsIn(text, 8, 10)
  if (year < 0 || !isDayOfMonth(year, month, day)) return Number.NaN
  const hour = digitsIn(text, 11, 13)
  const minute = digitsIn(text, 14, 16)
  const second = digitsIn(text, 17, 19)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN
  const isFraction = text.charCodeAt(19) === point
  const fraction = isFraction ? digitsIn(text, 20, 23) : 0
  const offset = minutesOfOffset(text, isFraction ? 23 : 19)
  if (fraction < 0) return Number.NaN
  return dayOf(year, month, day) * 86_400_000 + ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction
}

function minutesOfOffset(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign === letterZ) return text.length === at + 1 ? 0 : Number.NaN
  if ((sign !== plus && sign !== dash) || text.length !== at + 6 || text.charCodeAt(at + 3) !== colon) return Number.NaN
  const hours = digitsIn(text, at + 1, at + 3)
  const minutes = digitsIn(text, at + 4, at + 6)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return Number.NaN
  return (sign === plus ? 1 : -1) * (hours * 60 + minutes)
}

const [plus, dash, point, colon, letterT, letterZ] = [43, 45, 46, 58, 84, 90]

const instant = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

/** A FHIR date, dateTime or instant as days of the site's calendar; null when it is none. */
export function spanIn(zone: string, text: unknown): Span | null {
  if (typeof text !== 'string') return null
  if (text.length <= 10) return dateOf(text)
  const plain = plainInstant(text)
  if (!Number.isNaN(plain)) return exactly(dayIn(zone, plain))
  const match = instant.exec(text)
  const written = match?.[1] === undefined ? null : parseDate(match[1])
  // A time of day without its offset is meant where it was written.
  if (!match || written === null || match[2] === undefined) return written
  const at = slowInstant(text, match[2])
  return Number.isNaN(at) ? null : exactly(dayIn(zone, at))
}

/** Much is told of one day. */
let lastDate = ''
let lastSpan: Span | null = null
function dateOf(text: string): Span | null {
  if (text !== lastDate) {
    lastSpan = parseDate(text)
    lastDate = text
  }
  return lastSpan
}

export type Clock = Readonly<{ zone: string; report: Report }>

/** The first of these members that says when: a date, an instant, or a period from its first day to its last. */
export function whenOf(resource: JsonObject, members: readonly string[], where: Locator, clock: Clock): Span | null {
  for (let i = 0; i < members.length; i++) {
    const key = members[i] as string
    const json = resource[key]
    if (json === undefined || json === null) continue
    return isObject(json) ? period(json, within(where, key), clock) : moment(json, where, key, clock)
  }
  return null
}

/**
 * The same of what was done, which a period may tell by its end alone: it was done by then, and nobody knows since when. Of
 * what is found or asked for, an end tells nothing.
 */
export function performedWhen(
  resource: JsonObject,
  members: readonly string[],
  where: Locator,
  clock: Clock,
): Span | null {
  const key = members.find((name) => resource[name] !== undefined && resource[name] !== null)
  const told = key === undefined ? undefined : resource[key]
  if (key === undefined || !isObject(told) || told.start !== undefined || told.end === undefined)
    return whenOf(resource, members, where, clock)
  const end = moment(told.end, within(where, key), 'end', clock)
  return end && { lo: sinceEver, hi: end.hi }
}

/** `where` is that of the holder, and `name` that of the member: nearly always nobody has to know. */
export function moment(json: unknown, where: Locator, name: string, { zone, report }: Clock): Span | null {
  const span = spanIn(zone, json)
  if (span === null) report('bad-date', `${shown(json)} is not a date or time.`, pathOf(within(where, name)))
  return span
}

/** A period as days. Without an end it is its first day; without a start nobody knows when it began. */
export function period(json: JsonObject, where: Locator, clock: Clock): Span | null {
  const start = json.start === undefined ? null : moment(json.start, where, 'start', clock)
  const end = json.end === undefined ? null : moment(json.end, where, 'end', clock)
  if (start === null || end === null) return start
  if (end.hi >= start.lo) return { lo: start.lo, hi: end.hi }
  clock.report('bad-date', 'The period ends before it begins.', pathOf(where))
  return null
}
