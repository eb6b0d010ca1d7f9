import { type Day, dayOf, exactly, parseDate, type Span } from '@facialis/language'
import { isObject, type JsonObject, member, shown } from './json.ts'
import type { Report } from './outcome.ts'

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
  const parts = new Map(
    calendarOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  )
  return dayOf(parts.get('year') ?? 1970, parts.get('month') ?? 1, parts.get('day') ?? 1)
}

const instant = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

/** A FHIR date, dateTime or instant as days of the site's calendar; null when it is none. */
export function spanIn(zone: string, text: unknown): Span | null {
  if (typeof text !== 'string') return null
  if (text.length <= 10) return parseDate(text)
  const match = instant.exec(text)
  const written = match?.[1] === undefined ? null : parseDate(match[1])
  // A time of day without its offset is meant where it was written.
  if (!match || written === null || match[2] === undefined) return written
  // A leap second is the one before it, on the same day.
  const at = Date.parse(text.replace(/:60(?=[.Z+-])/, ':59'))
  return Number.isNaN(at) ? null : exactly(dayIn(zone, at))
}

export type Clock = Readonly<{ zone: string; report: Report }>

/** The first of these members that says when: a date, an instant, or a period from its first day to its last. */
export function whenOf(resource: JsonObject, members: readonly string[], where: string, clock: Clock): Span | null {
  for (const key of members) {
    const json = resource[key]
    if (json === undefined || json === null) continue
    const place = member(where, key)
    return isObject(json) ? period(json, place, clock) : moment(json, place, clock)
  }
  return null
}

export function moment(json: unknown, where: string, { zone, report }: Clock): Span | null {
  const span = spanIn(zone, json)
  if (span === null) report('bad-date', `${shown(json)} is not a date or time.`, where)
  return span
}

/** A period as days. Without an end it is its first day; without a start nobody knows when it began. */
export function period(json: JsonObject, where: string, clock: Clock): Span | null {
  const start = json.start === undefined ? null : moment(json.start, `${where}.start`, clock)
  const end = json.end === undefined ? null : moment(json.end, `${where}.end`, clock)
  if (start === null || end === null) return start
  if (end.hi >= start.lo) return { lo: start.lo, hi: end.hi }
  clock.report('bad-date', 'The period ends before it begins.', where)
  return null
}
