import { type Day, dateWords, formatDay } from '@facialis/language'

/** Nobody books further ahead: whoever wrote such a day mistyped its year. */
const furthest = 2 * 366

/** Why a visit cannot be booked for this day, as a sentence; null when it can. */
export function whyNotBooked(day: Day, today: Day): string | null {
  if (day < today) return `Book a visit for today or later; today is ${dateWords(formatDay(today))}.`
  if (day > today + furthest) return `${dateWords(formatDay(day))} is more than two years ahead. Check the year.`
  return null
}
