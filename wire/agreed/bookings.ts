import { type Day, dateWords, formatDay, whyTooFarAhead } from '@facialis/language'

/** Why a visit cannot be booked for this day, as a sentence; null when it can. */
export const whyNotBooked = (day: Day, today: Day): string | null =>
  day < today ? `Book a visit for today or later; today is ${dateWords(formatDay(today))}.` : whyTooFarAhead(day, today)
