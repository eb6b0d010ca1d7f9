import { type Day, formatDay } from './day.ts'
import { dateWords } from './written-date.ts'

/** Nobody books further ahead: whoever wrote such a day mistyped its year. */
const furthest = 2 * 366

/** Why nothing is booked for a day so far ahead, as a sentence; null when it may be. */
export const whyTooFarAhead = (day: Day, today: Day): string | null =>
  day > today + furthest ? `${dateWords(formatDay(day))} is more than two years ahead. Check the year.` : null
