import { formatDay, parseDate, sinceEver } from './day.ts'
import { inKeyedFigures } from './keyed-figures.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const shortest = 3

/**
 * `2026-11-23` as `23 Nov 2026`, `2026-11` as `Nov 2026`, `2026` as it is, and two of them with a stroke between as both; what
 * nobody knows the beginning of by its end. Anything else is unchanged.
 */
export function dateWords(text: string): string {
  const [from = '', to, ...more] = text.split('/')
  if (to === undefined || more.length > 0) return oneDateWords(text)
  return from === formatDay(sinceEver) ? `by ${oneDateWords(to)}` : `${oneDateWords(from)} to ${oneDateWords(to)}`
}

function oneDateWords(text: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text)
  if (match === null) return text
  const [, year, month, day] = match
  if (year === undefined || month === undefined) return text
  const name = months[Number(month) - 1]?.slice(0, shortest)
  if (name === undefined) return text
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/**
 * What somebody meant who typed a date: a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), one of two that only they can tell
 * apart, or none, with the reason in a sentence.
 */
export type WrittenDate =
  | Readonly<{ date: string }>
  | Readonly<{ either: readonly [string, string] }>
  | Readonly<{ wrong: string }>

const notADate =
  'This is not a date. Write 14 Mar 2026, 14.03.2026 or 2026-03-14; where no more is known, Mar 2026 or 2026.'

/**
 * Reads a date as people write it: 2026-03-14, 14 Mar 2026, March 14, 2026, 14.03.2026, 14/03/2026, Mar 2026, 2026.
 * With points the day stands first; with strokes some write the month first, so 03/04/1968 is asked about. The figures may be
 * of any script; the calendar is this one: a year of another is refused by whoever asks whether somebody lived then.
 */
export function readWrittenDate(text: string): WrittenDate {
  const written = inKeyedFigures(text).replace(whichWay, '').trim()
  const parts = written
    .toLowerCase()
    .split(/[\s,،؍./-]+/)
    .filter((part) => part !== '')
  const numbers = parts.filter((part) => /^\d+(?:st|nd|rd|th)?$/.test(part))
  const names = parts.filter((part) => /^\p{L}+$/u.test(part))
  if (parts.length === 0 || parts.length > 3 || numbers.length + names.length !== parts.length)
    return { wrong: notADate }
  if (names.length > 0) return named(numbers, names, parts)
  return figures(
    numbers.map((part) => part.replace(/\D/g, '')),
    written.includes('.') ? 'day-first' : 'either',
  )
}

/** A month by its name; the day may stand on either side of it. */
function named(numbers: readonly string[], names: readonly string[], parts: readonly string[]): WrittenDate {
  const [name] = names
  const month =
    name === undefined || name.length < shortest ? -1 : months.findIndex((one) => one.toLowerCase().startsWith(name))
  const year = numbers.find(isYear)
  const others = numbers.filter((one) => one !== year).map((one) => one.replace(/\D/g, ''))
  if (names.length > 1 || month < 0) return { wrong: notADate }
  if (year === undefined) return { wrong: parts.length > 1 ? shortYear : notADate }
  return made(year, month + 1, others[0] === undefined ? null : Number(others[0]))
}

function figures(numbers: readonly string[], order: 'day-first' | 'either'): WrittenDate {
  const [first = '', second = '', third = ''] = numbers
  if (numbers.length === 1) return isYear(first) ? { date: first } : { wrong: notADate }
  if (numbers.length === 2) {
    if (isYear(first)) return made(first, Number(second), null)
    return isYear(second) ? made(second, Number(first), null) : { wrong: numbers.every(isShort) ? shortYear : notADate }
  }
  if (isYear(first)) return made(first, Number(second), Number(third))
  if (!isYear(third)) return { wrong: third.length === 2 ? shortYear : notADate }
  const dayFirst = made(third, Number(second), Number(first))
  if (order === 'day-first') return dayFirst
  const monthFirst = made(third, Number(first), Number(second))
  if ('date' in dayFirst && 'date' in monthFirst)
    return dayFirst.date === monthFirst.date ? dayFirst : { either: [dayFirst.date, monthFirst.date] }
  return 'date' in monthFirst ? monthFirst : dayFirst
}

/** Signs that nobody sees, which say in which direction a line runs. */
const whichWay = /[\u200e\u200f\u061c]/g
const shortYear = 'Write the year with four figures, such as 1968.'
const isShort = (text: string): boolean => /^\d{1,2}$/.test(text)
const isYear = (text: string): boolean => /^\d{4}$/.test(text)
const pad = (number: number): string => String(number).padStart(2, '0')

function made(year: string, month: number, day: number | null): WrittenDate {
  const name = months[month - 1]
  if (name === undefined) return { wrong: `There is no month ${month}.` }
  const inMonth = `${year}-${pad(month)}`
  if (day === null) return { date: inMonth }
  const date = `${inMonth}-${pad(day)}`
  if (parseDate(date) !== null) return { date }
  const span = parseDate(inMonth)
  return { wrong: span === null ? notADate : `${name} ${year} has ${span.hi - span.lo + 1} days.` }
}
