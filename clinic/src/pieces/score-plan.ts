import { parseDate } from '@facialis/language'

export type ScorePoint = Readonly<{ date: string; value: number }>
export type ScoreSeries = Readonly<{ label: string; max: number; points: readonly ScorePoint[] }>
/** Something that happened, drawn as a mark on the time line: a session, an operation. */
export type ScoreEvent = Readonly<{ date: string; label: string }>

export type Plan = Readonly<{
  /** Where a date lies from the first (0) to the last (1); partial dates lie in their middle. */
  at: (date: string) => number | null
  first: number
  last: number
}>

/** The span of time that holds everything drawn; a single day gets room on both sides. */
export function planOf(dates: readonly string[]): Plan | null {
  const days = dates.map(middle).filter((day) => day !== null)
  if (days.length === 0) return null
  const low = Math.min(...days)
  const high = Math.max(...days)
  const [first, last] = low === high ? [low - 30, high + 30] : [low, high]
  return {
    first,
    last,
    at: (date) => {
      const day = middle(date)
      return day === null ? null : (day - first) / (last - first)
    },
  }
}

const middle = (date: string): number | null => {
  // Of two days with a stroke between, the later is when it was over.
  const span = parseDate(date.split('/').at(-1) ?? date)
  return span === null ? null : (span.lo + span.hi) / 2
}
