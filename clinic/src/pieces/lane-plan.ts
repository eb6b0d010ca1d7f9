import { formatDay, parseDate } from '@facialis/language'
import { dateWords } from '../words/dates.ts'

export const laneKinds = ['referral', 'visit', 'study', 'session', 'operation', 'score'] as const
export type LaneKind = (typeof laneKinds)[number]
/** Something that happened, on the day it happened. */
export type LaneMark = Readonly<{ kind: LaneKind; date: string }>

export type LanePlan = Readonly<{
  /** Where a date lies between the first mark (0) and today (1); a partial date lies in its middle. */
  at: (date: string) => number
  ticks: readonly Readonly<{ share: number; label: string }>[]
  first: string
  last: string
}>

/** Steps between two ticks, in months. */
const steps = [1, 2, 3, 6, 12, 24, 60, 120]

/** The axis from the first mark to today, with at most so many ticks on first days of months; null when nothing is dated. */
export function lanePlan(marks: readonly LaneMark[], today: string, most: number): LanePlan | null {
  const days = marks.flatMap(({ date }) => middle(date) ?? [])
  const end = middle(today)
  if (days.length === 0 || end === null) return null
  const first = Math.min(...days)
  // Somebody referred today has a lane all the same.
  const last = Math.max(end, ...days, first + 14)
  const share = (day: number) => (day - first) / (last - first)
  const months = (last - first) / 30.44
  const step = steps.find((one) => months / one <= most) ?? 120
  const ends = { first: formatDay(Math.floor(first)), last: formatDay(Math.floor(last)) }
  const ticks = firstDays(first, last, step).map((date) => ({
    share: share(middle(date) ?? first),
    label: step >= 12 ? date.slice(0, 4) : dateWords(date.slice(0, 7)),
  }))
  return {
    ...ends,
    at: (date) => share(middle(date) ?? first),
    // A lane of a few weeks may hold no first day of a month: then its ends are named.
    ticks:
      ticks.length > 0
        ? ticks
        : [
            { share: 0, label: dateWords(ends.first) },
            { share: 1, label: dateWords(ends.last) },
          ],
  }
}

/** First days of months within a span, counted from January so that a year is cut evenly. */
function firstDays(first: number, last: number, step: number): readonly string[] {
  const [year = 0] = formatDay(Math.floor(first)).split('-').map(Number)
  const found: string[] = []
  for (let month = 0; ; month += step) {
    const date = `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
    const day = middle(date) ?? last
    if (day > last) return found
    if (day >= first) found.push(date)
  }
}

const middle = (date: string): number | null => {
  // Of two days with a stroke between, the later is when it was over.
  const span = parseDate(date.split('/').at(-1) ?? date)
  return span === null ? null : (span.lo + span.hi) / 2
}
