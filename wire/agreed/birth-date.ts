const oldest = 130

/** Why nobody of our patients was born then (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), in a sentence; null when they may be. */
export function whyNotBorn(date: string, today: string): string | null {
  const year = Number(date.slice(0, 4))
  if (date > today) return 'The birth date is a day, a month or a year up to today.'
  return year < Number(today.slice(0, 4)) - oldest
    ? `The birth date lies more than ${oldest} years back. Check the year ${date.slice(0, 4)}.`
    : null
}
